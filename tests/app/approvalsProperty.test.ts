import { expect, test } from 'vitest'
import { addDays } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { roleOrder } from '../../domain/roles.ts'
import { type Random, seededRandom } from '../proof/seededRandom.ts'
import { balancesOf, type ProgrammeApp, programmeApp, trailOf } from './support/programmeApp.ts'
import { draftedCase, shorterCallIn, waiverOf } from './support/routeCommands.ts'

const SEQUENCES = 200
const COMMANDS = 12

interface Thing {
  id: Id
  revision: number
  status: string
}

/** What a sequence has made so far, by the operation that made it; what comes next acts on one of them. */
type Made = Record<'proposal' | 'waiver' | 'request', Thing[]>

const nothing: Thing = { id: '01M1SS1NG'.padEnd(26, '0') as Id, revision: 1, status: '' }

/** The operation and its input, and where what it gives back belongs. */
const commandOf = (random: Random, made: Made, app: ProgrammeApp, caseId: Id): [string, unknown, keyof Made] => {
  const seen = (kind: keyof Made, more: object = {}) => {
    const { id, revision } = made[kind].length > 0 ? random.pick(made[kind]) : nothing
    // Now and then somebody acts on what they saw before another was there.
    return { id, revision: random.percent(90) ? revision : revision + 1, ...more }
  }
  const day = addDays(app.today(), random.below(30) - 2)
  const reason = { reason: 'Why' }
  return random.pick<[string, unknown, keyof Made]>([
    ['proposals.propose', shorterCallIn(day, 1 + random.below(9)), 'proposal'],
    ['proposals.accept', seen('proposal'), 'proposal'],
    ['proposals.refuse', seen('proposal', reason), 'proposal'],
    ['proposals.withdraw', seen('proposal', reason), 'proposal'],
    ['waivers.ask', waiverOf(caseId, { rule: random.pick(['R10', 'R22', 'R05']), expiresOn: day }), 'waiver'],
    ['waivers.approve', seen('waiver'), 'waiver'],
    ['waivers.refuse', seen('waiver', reason), 'waiver'],
    [
      'requests.start',
      { reference: `A${random.below(10_000)}`, title: 'T', decisionTaker: '', decisionDueOn: null, linesBy: 'nothing' },
      'request',
    ],
    ['requests.validate', seen('request'), 'request'],
    ['requests.financeCheck', seen('request', { on: null, note: '' }), 'request'],
    ['requests.withdraw', seen('request', reason), 'request'],
  ])
}

test('of two hundred random sequences each accepted command is one event and each refused one none, and the check finds nothing', async () => {
  const app = await programmeApp()
  const caseId = await draftedCase(app)
  const lastSeq = async () => (await trailOf(app.me))[0]?.seq ?? 0
  const first = await lastSeq()
  const accepted: string[] = []
  let refused = 0
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const random = seededRandom(seed)
    const made: Made = { proposal: [], waiver: [], request: [] }
    for (let count = 0; count < COMMANDS; count += 1) {
      const [operation, input, kind] = commandOf(random, made, app, caseId)
      const role = random.percent(70)
        ? random.pick(['administrator', 's151_officer', 'programme_director'] as const)
        : random.pick(roleOrder)
      const reply = await app.post(`/api/${operation}`, input, role)
      const { result } = (await reply.json()) as { result?: { data: { value: Thing | null } } }
      const value = result?.data.value
      if (value) {
        accepted.push(`${operation} by ${role}`)
        made[kind] = [...made[kind].filter(({ id }) => id !== value.id), value]
      } else refused += 1
    }
    if (seed % 20 === 0) app.at(addDays(app.today(), 1))
  }
  const written: string[] = []
  for (let before: number | null = null; ; ) {
    const page = await trailOf(app.me, before)
    written.push(...page.filter(({ seq }) => seq > first).map(({ operation, role }) => `${operation} by ${role}`))
    const oldest = page.at(-1)?.seq
    if (oldest === undefined || oldest <= first) break
    before = oldest
  }
  const ofPeople = written.filter((event) => event !== 'access.deniedRepeatedly by system').reverse()
  expect(ofPeople).toEqual(accepted)
  expect((await app.me.audit.verify.mutate()).faults).toEqual([])
  expect(await balancesOf(app.me)).toEqual([])
  // Both have to have happened, or nothing is shown.
  expect([[...new Set(accepted.map((each) => each.split(' ')[0]))].sort(), refused > accepted.length]).toEqual([
    [
      'proposals.accept',
      'proposals.propose',
      'proposals.refuse',
      'proposals.withdraw',
      'requests.start',
      'requests.withdraw',
      'waivers.approve',
      'waivers.ask',
      'waivers.refuse',
    ],
    true,
  ])
})
