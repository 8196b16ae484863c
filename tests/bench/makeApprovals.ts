import SQLite from 'better-sqlite3'
import type { SubjectTable } from '../../db/schema.ts'
import { accounts, boards, businessCases, decisions, meetings, routes } from '../../db/subjects.ts'
import type { Board } from '../../domain/board/board.ts'
import type { Meeting } from '../../domain/board/meeting.ts'
import type { BusinessCase, CaseState } from '../../domain/businessCase/businessCase.ts'
import { addDays, calendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import type { Account } from '../../domain/people/account.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { Route } from '../../domain/route/route.ts'
import { makeProgramme } from './makeProgramme.ts'

export interface ApprovalsSize {
  cases: number
  decisions: number
}

const SCHEMES = 500
const TEXT = 'What is to be done, for whom, and what it costs. '.repeat(40)
const stored = { revision: 1, isRemoved: false }
const idOf = (kind: string, number: number): Id => `01B${kind}${String(number).padStart(22, '0')}` as Id
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

export const benchMember = idOf('A', 0)
export const benchDay = '2026-03-31'

/** Half of the cases are decided; the others stand at every step that waits for somebody. */
const states: CaseState[] = [
  'approved',
  'submitted',
  'approved',
  'in_review',
  'approved',
  'recommended',
  'refused',
  'draft',
  'superseded',
  'deferred',
]

/** A programme with so many business cases and decisions, two boards, and a meeting for every twenty cases; its trail knows nothing of them. */
export const makeApprovals = async (path: string, size: ApprovalsSize): Promise<void> => {
  await makeProgramme(path, { schemes: SCHEMES, years: 2, entries: 0 })
  const connection = new SQLite(path)
  connection.pragma('synchronous = off')
  const insert = (table: string, rows: SubjectTable[]) => {
    const columns = Object.keys(rows[0] ?? {})
    const values = columns.map(() => '?').join(', ')
    const statement = connection.prepare(`insert into ${table} (${columns.join(', ')}) values (${values})`)
    for (const row of rows) statement.run(columns.map((column) => row[column]))
  }
  connection.transaction(() => {
    insert('account', numbers(9).map(accountOf).map(accounts.toRow))
    insert('board', [0, 1].map(boardOf).map(boards.toRow))
    insert('route', [routes.toRow(route)])
    insert('business_case', numbers(size.cases).map(caseOf).map(businessCases.toRow))
    insert(
      'meeting',
      numbers(size.cases / 20)
        .map(meetingOf)
        .map(meetings.toRow),
    )
    insert('decision', numbers(size.decisions).map(decisionOf).map(decisions.toRow))
  })()
  connection.close()
}

const accountOf = (number: number): Account => ({
  ...stored,
  id: idOf('A', number),
  signInName: `person ${number}`,
  title: `Member ${number}`,
  organisationId: null,
  assignments: (['board_member', 'board_secretary'] as const).map((role) => ({
    role,
    scope: { kind: 'programme', id: null },
    fromOn: calendarDay('2020-01-01'),
    toOn: null,
    delegationLimit: null,
  })),
  endedOn: null,
})

const boardOf = (number: number): Board => ({
  ...stored,
  id: idOf('B', number),
  name: number === 0 ? 'Fund board' : 'Executive',
  organisationIds: [],
  functions: ['recommend', 'approve'],
  parentId: null,
  seats: numbers(8).map((seat) => ({
    id: idOf('S', number * 100 + seat),
    accountId: idOf('A', seat),
    organisationId: null,
    isChair: seat === 0,
    alternateIds: [],
    fromOn: calendarDay('2020-01-01'),
    toOn: null,
  })),
  quorum: { minMembers: 4, perOrganisation: [], isChairRequired: true, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: true },
  cadence: '',
  endedOn: null,
})

const route: Route = {
  ...stored,
  id: idOf('R', 0),
  subjectKind: 'business_case',
  name: 'Business case',
  version: 1,
  stages: (['recommend', 'approve'] as const).map((act, number) => ({
    id: idOf('G', number),
    name: act,
    act,
    by: { kind: 'board', boardId: idOf('B', number) },
    deadlineWorkingDays: 20,
  })),
  monitoredBy: [],
  isSingleBoard: false,
  fromOn: calendarDay('2020-01-01'),
}

const caseOf = (number: number): BusinessCase => {
  const status = states[number % states.length] ?? 'draft'
  const since = addDays(calendarDay('2025-06-01'), number % 300)
  return {
    ...stored,
    id: idOf('E', number),
    schemeId: idOf('C', number % SCHEMES),
    stage: 'bjc',
    version: 1,
    reference: `BJC ${number}`,
    status,
    writers: ['scheme_lead'],
    routeId: route.id,
    stagesPassed: status === 'recommended' ? 1 : 0,
    submittedOn: status === 'draft' ? null : since,
    recommendedOn: status === 'recommended' ? since : null,
    approvedOn: status === 'approved' ? since : null,
    validUntilOn: status === 'approved' ? addDays(since, 730) : null,
    approved: [],
    conditions: [],
    supersedesId: null,
    statedIn: '',
    reason: '',
    title: `Digital record ${number}`,
    ask: TEXT,
    sections: { strategic: TEXT, economic: TEXT, commercial: TEXT, financial: TEXT, management: TEXT },
    options: [],
    costs: [2026, 2027].map((year) => ({
      startYear: year as StartYear,
      sourceId: null,
      nature: 'capital',
      amount: pence(100_000_00 + number),
    })),
    benefits: [],
    risks: [],
    assurance: [],
    hasInterest: false,
    interests: '',
    attachments: [],
  }
}

/** Nine in ten are over; of the rest each has two cases that wait. */
const meetingOf = (number: number): Meeting => {
  const isOpen = number % 10 === 0
  return {
    ...stored,
    id: idOf('N', number),
    boardId: idOf('B', 0),
    kind: 'meeting',
    heldOn: addDays(calendarDay(benchDay), isOpen ? (number % 40) - 5 : -number - 40),
    venue: '',
    status: isOpen ? 'agenda_published' : 'confirmed',
    agendaPublishedAt: null,
    items: [3, 9].map((offset) => ({
      id: idOf('T', number * 20 + offset),
      subjectKind: 'business_case',
      subjectId: idOf('E', number * 20 + offset),
      title: `Digital record ${number * 20 + offset}`,
      isExempt: false,
      exemptReason: '',
      paperId: null,
      votes: [],
      outcome: null,
      isConfirmed: !isOpen,
    })),
    attendance: [],
    interests: [],
    minutes: '',
    actions: [],
  }
}

const decisionOf = (number: number): Decision => ({
  ...stored,
  id: idOf('Q', number),
  reference: `Q${number}`,
  title: `Decision ${number}`,
  decisionTaker: 'Director of Resources',
  kind: number % 5 === 0 ? 'key' : 'significant_operational',
  madeOn: addDays(calendarDay('2020-04-01'), number % 2000),
  publishedOn: null,
  isCallInEligible: false,
  effectiveOn: addDays(calendarDay('2020-04-01'), number % 2000),
  allocationKind: 'injection',
  status: 'effective',
  lines: [
    {
      level: 'authority',
      place: { kind: 'scheme', id: idOf('C', number % SCHEMES) },
      startYear: (2020 + (number % 6)) as StartYear,
      sourceId: null,
      nature: 'capital',
      amount: pence(1_000_00),
    },
  ],
  note: '',
  about: null,
  paperSha256: null,
})
