import { join } from 'node:path'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Desk } from './desk.ts'

const FROM = '2020-09-01' as CalendarDay
export const YEAR = 2021
/** Who decides on requests, as an office. */
export const DECISION_TAKER = 'Director of Resources'

interface Held {
  role: Role
  fromOn?: string
  toOn?: string
}

/** Who works here: most hold two parts that must be separate on one item, some of them only for a time. */
const offices: [title: string, held: Held[]][] = [
  ['Scheme lead', [{ role: 'scheme_lead' }, { role: 'board_member' }]],
  ['Programme director', [{ role: 'programme_director' }, { role: 'finance_officer', toOn: '2020-10-31' }]],
  ['Finance officer', [{ role: 'finance_officer' }, { role: 's151_officer', fromOn: '2020-11-01' }]],
  ['Section 151 officer', [{ role: 's151_officer' }, { role: 'programme_director', toOn: '2020-09-30' }]],
  ['Board secretary', [{ role: 'board_secretary' }, { role: 'board_member', fromOn: '2020-10-15' }]],
  ['Deputy secretary', [{ role: 'board_secretary' }, { role: 'scheme_lead', toOn: '2020-12-31' }]],
  ['Chair of the fund board', [{ role: 'board_chair' }, { role: 'board_member' }, { role: 'board_secretary' }]],
  ['Chair of the executive', [{ role: 'board_chair' }, { role: 'board_member' }, { role: 'scheme_lead' }]],
  ['Member', [{ role: 'board_member' }, { role: 'programme_director', fromOn: '2020-11-01' }]],
  ['Alternate', [{ role: 'board_member' }, { role: 'board_chair', fromOn: '2020-10-01' }]],
  [DECISION_TAKER, [{ role: 'decision_taker' }, { role: 'finance_officer' }]],
  ['Deputy director', [{ role: 'decision_taker', toOn: '2020-12-31' }]],
  ['Scrutiny officer', [{ role: 'scrutiny_officer' }]],
  ['Administrator', [{ role: 'administrator' }, { role: 'viewer' }]],
  ['Second administrator', [{ role: 'administrator' }]],
]

/** In pounds for 2021/22: the first makes a key decision, the last has more plan than allocation. */
const schemes = [
  { name: 'Portal', plan: 600_000, allocation: 700_000 },
  { name: 'Network', plan: 90_000, allocation: 100_000 },
  { name: 'Devices', plan: 300_000, allocation: 250_000 },
]

/** Makes a programme with people, two boards, the route of its cases and an allocation; gives its path. */
export const newProgramme = async (desk: Desk, folder: string): Promise<string> => {
  const make = async (role: Role, operation: string, input: Record<string, unknown>): Promise<{ id: Id }> => {
    const { value, refusal } = await desk.give({ operation, input, by: null, role })
    if (refusal !== null) throw new Error(`${operation} was refused as ${refusal}`)
    return value as { id: Id }
  }
  const programme = { name: 'Records', council: 'Anytown', nhsPartner: 'NHS Anytown', startYear: 2020, years: 3 }
  await make('programme_director', 'programme.create', { fileName: 'Own', programme })
  const source = await make('programme_director', 'sources.add', {
    name: 'Grant',
    aliases: [],
    category: 'grant',
    funder: '',
    grantRef: '',
    conditions: '',
    restrictedTo: null,
    spendByOn: null,
    securedStatus: 'secured',
    interestRateBp: null,
    assetLifeYears: null,
  })
  const theme = await make('programme_director', 'themes.add', { name: 'Records', aliases: [], objective: '' })
  const lines = []
  for (const { name, plan, allocation } of schemes) {
    const attributes = { name }
    const scheme = await make('programme_director', 'schemes.add', {
      themeId: theme.id,
      fromOn: '2020-04-01',
      lifecycle: 'live',
      attributes,
    })
    const cell = {
      place: { kind: 'scheme', id: scheme.id },
      startYear: YEAR,
      sourceId: source.id,
      nature: 'capital',
    }
    await make('programme_director', 'plan.set', { cells: [{ ...cell, was: 0, amount: plan * 100 }] })
    lines.push({ level: 'allocation', ...cell, amount: allocation * 100 })
  }
  await make('programme_director', 'decisions.record', {
    reference: 'ALLOCATION',
    title: 'Allocation',
    decisionTaker: 'Executive',
    kind: 'administrative',
    madeOn: FROM,
    publishedOn: null,
    isCallInEligible: false,
    allocationKind: 'injection',
    note: '',
    lines,
    effectiveOn: null,
    statedTotals: { allocation: null, authority: null },
  })
  const people: Id[] = []
  for (const [title, held] of offices)
    people.push((await make('administrator', 'people.add', personOf(title, held))).id)
  await makeBoards(make, people)
  return join(folder, 'Own.bcf')
}

const personOf = (title: string, held: Held[]) => ({
  signInName: title,
  title,
  organisationId: null,
  password: null,
  assignments: held.map(({ role, fromOn = FROM, toOn = null }) => ({
    role,
    scope: { kind: 'programme', id: null },
    fromOn,
    toOn,
  })),
})

type Make = (role: Role, operation: string, input: Record<string, unknown>) => Promise<{ id: Id }>

const makeBoards = async (make: Make, people: Id[]): Promise<void> => {
  const who = (title: string) => people[offices.findIndex(([name]) => name === title)] as Id
  const alternateIds = [who('Alternate')]
  const seat = (title: string, change: object = {}) => ({
    id: null,
    accountId: who(title),
    organisationId: null,
    isChair: false,
    alternateIds: [],
    fromOn: FROM,
    toOn: null,
    ...change,
  })
  const boardOf = (name: string, isChairRequired: boolean, chair: string, others: object[]) => ({
    name,
    organisationIds: [],
    functions: ['recommend', 'approve'],
    parentId: null,
    quorum: { minMembers: 2, perOrganisation: [], isChairRequired, countsConflicted: false },
    voting: { needs: 'simple_majority', hasCastingVote: true },
    cadence: '',
    seats: [seat(chair, { isChair: true, alternateIds }), ...others],
  })
  const fund = boardOf('Fund board', true, 'Chair of the fund board', [seat('Scheme lead'), seat('Member')])
  const executive = boardOf('Executive', false, 'Chair of the executive', [
    seat('Member', { alternateIds: [who('Scheme lead')] }),
    seat('Board secretary'),
    seat('Finance officer'),
  ])
  const stageOf = async (act: string, board: Record<string, unknown>) => ({
    name: `To ${act}`,
    act,
    by: { kind: 'board', boardId: (await make('administrator', 'boards.add', board)).id },
    deadlineWorkingDays: null,
  })
  const stages = [await stageOf('recommend', fund), await stageOf('approve', executive)]
  const route = { subjectKind: 'business_case', name: 'Business case', monitoredBy: [], isSingleBoard: false, stages }
  await agree(make, { kind: 'route', route })
  for (const [title, amount] of limits) {
    const scope = { kind: 'programme', id: null }
    const limit = { accountId: who(title), role: 'decision_taker', scope, amount }
    await agree(make, { kind: 'delegation_limit', limit })
  }
}

/** In pence. */
const limits: [title: string, amount: number][] = [
  [DECISION_TAKER, 200_000_000],
  ['Deputy director', 35_000_000],
]

/** A change that one person proposes and another accepts, from today on. */
const agree = async (make: Make, change: object): Promise<void> => {
  const { id } = await make('administrator', 'proposals.propose', { change, fromOn: FROM, reason: 'Constitution' })
  await make('s151_officer', 'proposals.accept', { id, revision: 1 })
}
