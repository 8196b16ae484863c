import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import {
  callInClosesOn,
  callInRequest,
  decideRequest,
  publishDecision,
  scrutinise,
  takeRequestEffect,
} from '../../../domain/authority/requestDecision.ts'
import {
  clearRequest,
  makeReady,
  publishNotice,
  publishReport,
  withdrawRequest,
} from '../../../domain/authority/requestLifecycle.ts'
import { lawfulStages } from '../../../domain/authority/requestStages.ts'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import { recordAttendance } from '../../../domain/board/attendance.ts'
import type { Board } from '../../../domain/board/board.ts'
import { castVote } from '../../../domain/board/castVote.ts'
import type { Meeting, OutcomeResult } from '../../../domain/board/meeting.ts'
import { confirmItem, recordOutcome } from '../../../domain/board/recordOutcome.ts'
import { applyOutcome } from '../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { acceptCase, submitCase, withdrawCase } from '../../../domain/businessCase/caseLifecycle.ts'
import { blankCase } from '../../../domain/businessCase/nextVersion.ts'
import { addDays, type CalendarDay, calendarDay } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { checkMovement, type LedgerContext } from '../../../domain/ledger/movementRules.ts'
import { pence } from '../../../domain/money.ts'
import type { Proposal } from '../../../domain/route/proposal.ts'
import { acceptProposal, refuseProposal, withdrawProposal } from '../../../domain/route/proposals.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { balanceOf, idOf, placeOf, programmeOf, schemeNamed } from '../given.ts'

export const people = ['ANNA', 'BEN', 'CARO', 'DAN', 'EVE', 'FAY'].map(idOf)
type Person = (typeof people)[number]

/** Everything that a sequence of commands works on: one of each thing, and the ledger that the request comes to. */
export interface World {
  today: CalendarDay
  request: AuthorityRequest
  case: BusinessCase
  board: Board
  meeting: Meeting
  proposal: Proposal
  ledger: LedgerContext
}

/** One accepted command, told apart from what it made of the world. */
export interface Done {
  command: string
  by: Person
  on: CalendarDay
}

const day = calendarDay('2020-09-01')
const row = { revision: 1, isRemoved: false }
const itemId = idOf('ITEM')

/** A world in which ANNA wrote everything and the allocation is £1,000. */
export const newWorld = (random: Random): World => {
  const scheme = schemeNamed('S')
  const board: Board = {
    ...row,
    id: idOf('BOARD'),
    name: 'Board',
    organisationIds: [],
    functions: ['recommend', 'approve'],
    parentId: null,
    // Its author sits on it too, and has no vote on what is theirs.
    seats: people.slice(0, 4).map((accountId, index) => ({
      id: idOf(`SEAT${index}`),
      accountId,
      organisationId: null,
      isChair: index === 1,
      alternateIds: [],
      fromOn: calendarDay('2020-01-01'),
      toOn: null,
    })),
    quorum: { minMembers: 2, perOrganisation: [], isChairRequired: random.percent(50), countsConflicted: false },
    voting: { needs: 'simple_majority', hasCastingVote: true },
    cadence: '',
    endedOn: null,
  }
  return {
    today: day,
    request: requestAsking(random.pick([400, 900, 1_000, 1_100])),
    case: blankCase({
      id: idOf('CASE'),
      schemeId: scheme.id,
      stage: 'bjc',
      version: 1,
      reference: 'BC1',
      title: 'Portal',
      supersedesId: null,
      actor: people[0] as Person,
    }),
    board,
    meeting: meetingOf(board),
    proposal: {
      ...row,
      id: idOf('PROPOSAL'),
      kind: 'rule_value',
      content: '{}',
      summary: 'Call-in window: 3 working days',
      fromOn: addDays(day, 20),
      reason: 'Constitution',
      status: 'proposed',
      proposedBy: people[0] as Person,
      decidedBy: null,
      answer: '',
    },
    ledger: {
      balances: [balanceOf('allocation', placeOf('scheme', 'S'), 2020, 1_000)],
      programmes: [programmeOf()],
      themes: [],
      schemes: [scheme],
      memberships: [],
      sources: [],
      years: [],
      day,
    },
  }
}

const meetingOf = (board: Board): Meeting => ({
  ...row,
  id: idOf('MEETING'),
  boardId: board.id,
  kind: 'meeting',
  heldOn: addDays(day, 10),
  venue: '',
  status: 'agenda_published',
  agendaPublishedAt: null,
  items: [
    {
      id: itemId,
      subjectKind: 'business_case',
      subjectId: idOf('CASE'),
      title: 'Portal',
      isExempt: false,
      exemptReason: '',
      paperId: null,
      votes: [],
      outcome: null,
      isConfirmed: false,
    },
  ],
  attendance: [],
  interests: [],
  minutes: '',
  actions: [],
})

const requestAsking = (pounds: number): AuthorityRequest => ({
  ...row,
  id: idOf('REQUEST'),
  reference: 'ATS1',
  version: 1,
  supersedesId: null,
  status: 'draft',
  writers: [people[0] as Person],
  routeId: null,
  stagesPassed: 0,
  readyOn: null,
  financeCheck: null,
  legalCheck: null,
  notice: null,
  reportPublishedOn: null,
  decision: null,
  publishedOn: null,
  callIn: null,
  decisionId: null,
  reason: '',
  title: 'Authority',
  decisionTaker: 'Director',
  decisionDueOn: null,
  lines: [
    { place: placeOf('scheme', 'S'), startYear: 2020, sourceId: null, nature: 'capital', amount: pence(pounds * 100) },
  ],
  funding: [],
  cover: {
    wards: [],
    isSignificantForWards: false,
    significance: '',
    hasEqualityImplications: false,
    isCallInEligible: true,
    callInExemption: '',
    isExempt: false,
    exemptParagraph: '',
    publicInterest: '',
  },
  narrative: {
    summary: '',
    background: '',
    mainIssues: '',
    consultation: '',
    equality: '',
    policies: '',
    resources: '',
    legal: '',
    risks: '',
    conclusions: '',
    recommendations: '',
  },
})

const particulars = {
  route: 'notice' as const,
  agreedBy: '',
  agreedOn: null,
  reason: '',
  matter: 'Authority',
  decisionTaker: 'Director',
  decisionDue: 'October',
  documents: 'Report',
  copiesFrom: 'Civic Hall',
  isMoreToCome: true,
  requestDocumentsFrom: 'Civic Hall',
}

const window = { workingDays: 5, holidays: bankHolidays }
const act = 'recommend' as const

type Command = (world: World, by: Person, random: Random) => World

const onRequest =
  (change: (world: World, by: Person, random: Random) => AuthorityRequest): Command =>
  (world, by, random) => ({ ...world, request: change(world, by, random) })

const actingOf = (world: World, by: Person) => ({ actor: by, role: 'finance_officer' as const, on: world.today })
const route = { stages: lawfulStages, isKey: true }

const outcomeContext = (world: World, by: Person) => ({
  board: world.board,
  act,
  writers: world.case.writers,
  isPaperCurrent: true,
  hasOpenConditions: false,
  organisationNames: new Map<string, string>(),
  actor: by as string,
  today: world.today,
})

/** Every command with the rules of the program and no others; who gives it is chosen at random. */
export const commands: Record<string, Command> = {
  wait: (world, _by, random) => ({ ...world, today: addDays(world.today, random.pick([1, 5, 10, 30])) }),
  'requests.validate': onRequest(({ request, today }, by) =>
    makeReady(request, { routeId: null, actor: by, on: today }),
  ),
  'requests.financeCheck': onRequest((world, by) =>
    clearRequest(world.request, 'finance_check', { ...actingOf(world, by), note: '' }, route),
  ),
  'requests.legalCheck': onRequest((world, by) =>
    clearRequest(world.request, 'legal_check', { ...actingOf(world, by), note: '' }, route),
  ),
  'requests.publishNotice': onRequest((world, by) =>
    publishNotice(world.request, particulars, actingOf(world, by), route),
  ),
  'requests.publishReport': onRequest((world, by) => publishReport(world.request, actingOf(world, by), route)),
  'requests.decide': onRequest((world, by, random) => {
    const outcome = random.pick(['approved', 'approved', 'approved', 'deferred', 'refused'] as const)
    const given = { outcome, wording: '', reason: 'Why', paperId: null }
    return decideRequest(world.request, given, actingOf(world, by), route, null)
  }),
  'requests.publishDecision': onRequest((world, by) =>
    publishDecision(world.request, idOf('DECISION'), actingOf(world, by), route),
  ),
  'requests.callIn': onRequest(({ request, today }) => {
    const given = { receivedOn: today, signatories: 'Two', grounds: 'Why', scrutinyBoard: 'Board', hearingOn: null }
    return callInRequest(request, given, route, callInClosesOn(request.publishedOn ?? today, window))
  }),
  'requests.scrutinyOutcome': onRequest(({ request, today }, by, random) => {
    const outcome = random.pick(['released', 'referred_back', 'full_council'] as const)
    return scrutinise(request, { outcome, on: today, actor: by, note: 'Why' }, route)
  }),
  'requests.withdraw': onRequest(({ request }) => withdrawRequest(request, 'Why')),
  'decisions.takeEffect': (world) => {
    const { request, today, ledger } = world
    const { publishedOn } = request
    const isOver = publishedOn !== null && (request.callIn !== null || today > callInClosesOn(publishedOn, window))
    if (!isOver) fail('wrong-status', { is: 'open to call-in', needs: 'past its window' })
    const after = takeRequestEffect(request, route)
    const entries = after.lines.map((line) => ({
      ...line,
      level: 'authority' as const,
      period: 0,
      effectiveOn: today,
      ledgerRef: null,
    }))
    const base = { id: idOf('MOVEMENT'), reason: 'Effect', decisionId: idOf('DECISION'), reversesId: null }
    checkMovement({ ...base, kind: 'authority-granted', entries }, { ...ledger, day: today })
    return { ...world, request: after, ledger: { ...ledger, balances: [...ledger.balances, ...entries] } }
  },
  'cases.submit': (world, by) => ({
    ...world,
    case: submitCase(world.case, { on: world.today, actor: by, routeId: null }),
  }),
  'cases.accept': (world, by) => ({ ...world, case: acceptCase(world.case, { on: world.today, actor: by }) }),
  'cases.withdraw': (world) => ({ ...world, case: withdrawCase(world.case, { reason: 'Why' }) }),
  'meetings.recordAttendance': (world, _by, random) => {
    const attendance = world.board.seats.map(({ id, accountId }) => ({
      seatId: id,
      accountId,
      presence: random.pick(['present', 'present', 'apologies'] as const),
    }))
    return { ...world, meeting: recordAttendance(world.meeting, world.board, attendance, world.today) }
  },
  'meetings.vote': (world, by, random) => {
    const seat = random.pick(world.board.seats)
    const vote = { seatId: seat.id, accountId: by, vote: random.pick(['for', 'for', 'against'] as const), note: '' }
    const context = { board: world.board, writers: world.case.writers, act, today: world.today }
    const [item] = world.meeting.items
    return item ? { ...world, meeting: castVote(world.meeting, item, vote, context) } : world
  },
  'meetings.recordOutcome': (world, by, random) => {
    const result = random.pick<OutcomeResult>(['recommended', 'recommended', 'deferred', 'approved'])
    const outcome = { result, wording: '', reason: 'Why', conditions: [], recordedBy: by }
    return { ...world, meeting: recordOutcome(world.meeting, itemId, outcome, outcomeContext(world, by)) }
  },
  'meetings.confirmItem': (world, by) => {
    const meeting = confirmItem(world.meeting, itemId, outcomeContext(world, by))
    const outcome = meeting.items[0]?.outcome
    if (!outcome) throw new Error('An item was confirmed without an outcome')
    const acting = { act, on: meeting.heldOn, actor: by, newId: () => idOf('NEW'), validityMonths: 24 }
    return { ...world, meeting, case: applyOutcome(world.case, outcome, acting) }
  },
  'proposals.accept': (world, by) => ({ ...world, proposal: acceptProposal(world.proposal, by, world.today) }),
  'proposals.refuse': (world, by) => ({ ...world, proposal: refuseProposal(world.proposal, by, 'Why') }),
  'proposals.withdraw': (world, by) => ({ ...world, proposal: withdrawProposal(world.proposal, by, 'Why') }),
}

/** What would carry the request on, by its state: without it hardly any sequence would come to an effect. */
const onward: Partial<Record<AuthorityRequest['status'], readonly string[]>> = {
  draft: ['requests.validate'],
  ready: ['requests.financeCheck'],
  finance_cleared: ['requests.legalCheck'],
  cleared: ['requests.publishNotice'],
  notice_published: ['requests.publishReport'],
  report_published: ['requests.decide', 'wait'],
  deferred: ['requests.decide'],
  referred_back: ['requests.decide'],
  approved: ['requests.publishDecision'],
  published: ['decisions.takeEffect', 'requests.callIn', 'wait'],
  called_in: ['requests.scrutinyOutcome'],
}

const all = Object.keys(commands)

/** The name of the next command: any of them, or one that would carry the request on. */
export const pickCommand = (world: World, random: Random): string =>
  random.pick(random.percent(50) ? (onward[world.request.status] ?? all) : all)
