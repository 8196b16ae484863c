import { expect, test } from 'vitest'
import { isRequestStep } from '../../../domain/authority/requestSteps.ts'
import { caseSteps } from '../../../domain/businessCase/caseLifecycle.ts'
import { daysBetween } from '../../../domain/calendarDay.ts'
import { Failure } from '../../../domain/errors.ts'
import { seededRandom } from '../../proof/seededRandom.ts'
import { commands, type Done, newWorld, people, pickCommand, type World } from './approvalWorld.ts'

const SEQUENCES = 10_000
const COMMANDS = 40
const author = people[0]

/** The sum of a level of the ledger, in pence. */
const total = ({ ledger }: World, level: string): number =>
  ledger.balances.filter((line) => line.level === level).reduce((sum, { amount }) => sum + amount, 0)

/** What an accepted command has done that nobody may do; looked at from what was done, and not by the rules that let it. */
const wrongs = (before: World, after: World, { command, by, on }: Done, done: readonly Done[]): string[] => {
  const found: string[] = []
  const note = (isWrong: boolean, words: string) => isWrong && found.push(`${words}: ${command} by ${by} on ${on}`)
  const { request, meeting } = after
  const wasDone = (name: string) => done.some((each) => each.command === name)
  const own = ['requests.financeCheck', 'requests.legalCheck', 'requests.decide', 'requests.publishDecision']
  const others = ['cases.accept', 'meetings.confirmItem', 'proposals.accept', 'proposals.refuse']
  note([...own, ...others].includes(command) && by === author, 'approved by who wrote it')
  note(command === 'meetings.confirmItem' && meeting.items[0]?.outcome?.recordedBy === by, 'confirmed alone')
  note(
    request.status !== before.request.status && !isRequestStep(command, before.request.status, request.status),
    'no such step of a request',
  )
  const step = (each: (typeof caseSteps)[number]) => each.from === before.case.status && each.to === after.case.status
  note(after.case.status !== before.case.status && !caseSteps.some(step), 'no such step of a case')
  if (total(after, 'authority') !== total(before, 'authority')) {
    note(request.status !== 'effective' || request.decision?.outcome !== 'approved', 'authority without a decision')
    const chain = ['requests.financeCheck', 'requests.legalCheck', 'requests.publishNotice', 'requests.decide']
    note(
      [...chain, 'requests.publishDecision'].some((name) => !wasDone(name)),
      'authority past a stage',
    )
    const { notice, decision, publishedOn, callIn } = request
    note(!notice || !decision || daysBetween(notice.publishedOn, decision.madeOn) < 29, 'authority without notice')
    // Published on a Sunday, five working days end on the Friday, and the effect is on the Saturday.
    const isShort = publishedOn === null || (callIn === null && daysBetween(publishedOn, on) < 6)
    note(isShort, 'authority within the call-in window')
  }
  note(total(after, 'authority') > total(after, 'allocation'), 'authority above allocation')
  if (command === 'meetings.confirmItem' || command === 'meetings.recordOutcome') {
    const here = meeting.attendance.filter(({ presence }) => presence === 'present').map(({ accountId }) => accountId)
    note(here.length < 2, 'a decision without a quorum')
    note(after.board.quorum.isChairRequired && !here.includes(people[1] as never), 'a decision without a chair')
    note(on < meeting.heldOn, 'a decision before its day')
    note(meeting.items[0]?.votes.some(({ accountId }) => accountId === author) ?? false, 'a vote of who wrote it')
  }
  return found
}

test('no random sequence of commands by random people gets past the law, the quorum or a second person', () => {
  const found: string[] = []
  const reached = new Map<string, number>()
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const random = seededRandom(seed)
    let world = newWorld(random)
    const done: Done[] = []
    for (let count = 0; count < COMMANDS; count += 1) {
      const name = pickCommand(world, random)
      const by = random.pick(people)
      try {
        const after = commands[name]?.(world, by, random) ?? world
        const entry = { command: name, by, on: world.today }
        done.push(entry)
        found.push(...wrongs(world, after, entry, done).map((wrong) => `seed ${seed}, ${wrong}`))
        reached.set(name, (reached.get(name) ?? 0) + 1)
        world = after
      } catch (error) {
        // A refusal leaves the world as it was; anything unmeant is a fault of the program.
        if (!(error instanceof Failure)) throw error
      }
    }
  }
  expect(found.slice(0, 5)).toEqual([])
  // A property over sequences that never get there would prove nothing.
  expect(Object.keys(commands).filter((name) => !reached.has(name))).toEqual([])
})
