import { describe, expect, test } from 'vitest'
import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import type { Waiver } from '../../domain/authority/waiver.ts'
import type { Board } from '../../domain/board/board.ts'
import type { AgendaItem, Meeting } from '../../domain/board/meeting.ts'
import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { Proposal } from '../../domain/route/proposal.ts'
import { businessCase, cost, id, on } from '../domain/businessCase/given.ts'
import { decisionNamed, requestNamed } from '../domain/given.ts'
import { type Act, wrongsIn } from '../proof/approvals/wrongActs.ts'
import { type Held, type Line, moneyWrongsIn } from '../proof/approvals/wrongMoney.ts'

/**
 * What the random walks are held against has to see each thing that it is there for: a sound file and a sound event have
 * nothing wrong, and each with one fault planted has that fault.
 */

const scheme = id('SCHEME')
const request = (change: Partial<AuthorityRequest> = {}): AuthorityRequest =>
  requestNamed('REQUEST', {
    id: id('REQUEST'),
    status: 'effective',
    writers: ['director'],
    readyOn: on('2020-07-01'),
    financeCheck: { by: 'finance', on: on('2020-07-02'), note: '' },
    legalCheck: { by: 'legal', on: on('2020-07-02'), note: '' },
    notice: {
      publishedOn: on('2020-07-22'),
      by: 'secretary',
      route: 'notice',
      agreedBy: '',
      agreedOn: null,
      reason: '',
      matter: 'Authority',
      decisionTaker: 'Director of Resources',
      decisionDue: '20 August 2020',
      documents: '',
      copiesFrom: '',
      isMoreToCome: false,
      requestDocumentsFrom: '',
    },
    reportPublishedOn: on('2020-08-13'),
    decision: {
      madeOn: on('2020-08-20'),
      by: 'taker',
      outcome: 'approved',
      wording: 'Approved',
      reason: '',
      paperId: id('PAPER'),
    },
    publishedOn: on('2020-08-20'),
    decisionId: id('D'),
    ...change,
  })
const sound = request()
const approvedCase = (change: Partial<BusinessCase> = {}) =>
  businessCase({
    id: id('CASE'),
    schemeId: scheme,
    status: 'approved',
    approvedOn: on('2020-09-24'),
    approved: [cost(2020, 100)],
    ...change,
  })
const given = (change: Partial<Decision> = {}) =>
  decisionNamed('D', {
    id: id('D'),
    about: { kind: 'authority_request', id: sound.id },
    paperSha256: 'a'.repeat(64),
    ...change,
  })
const released = (change: Partial<Decision> = {}) =>
  decisionNamed('R', { id: id('R'), about: { kind: 'business_case', id: id('CASE') }, ...change })

const line = (level: string, pounds: number, change: Partial<Line> = {}): Line => ({
  decisionId: level === 'authority' ? id('D') : level === 'released' ? id('R') : null,
  level,
  placeId: scheme,
  startYear: 2020,
  amount: pounds * 100,
  effectiveOn: on(level === 'authority' ? '2020-08-28' : '2020-09-24'),
  ...change,
})
const byId = <T extends { id: string }>(...list: T[]) => new Map<string, T>(list.map((each) => [each.id, each]))
const held = (change: Partial<Held> = {}): Held => ({
  lines: [line('allocation', 150), line('authority', 120), line('released', 100)],
  decisions: byId(given(), released()),
  requests: byId(sound),
  cases: byId(approvedCase()),
  rules: [],
  ...change,
})
const withLines = (...lines: Line[]) => held({ lines })
const withRequest = (change: Partial<AuthorityRequest>) => held({ requests: byId(request(change)) })
const withCase = (change: Partial<BusinessCase>) => held({ cases: byId(approvedCase(change)) })
const withDecision = (change: Partial<Decision>) => held({ decisions: byId(given(change), released()) })
const condition = {
  id: id('CONDITION'),
  text: 'Agree the design',
  owner: 'Scheme lead',
  dueOn: on('2020-12-01'),
  isAfterRelease: false,
  evidence: '',
  metBy: null,
  metOn: null,
  dischargedBy: null,
  dischargedOn: null,
}

const planted: [what: string, file: Held, said: string[]][] = [
  ['nothing', held(), []],
  [
    'authority that no decision stands behind',
    withLines(line('allocation', 150), line('authority', 100, { decisionId: null })),
    ['authority 10000: without a decision'],
  ],
  [
    'a decision that is only made',
    withDecision({ status: 'made' }),
    ['authority 12000: the decision is not effective'],
  ],
  [
    'a request that is only published',
    withRequest({ status: 'published' }),
    ['authority 12000: the decision is not effective'],
  ],
  [
    'a refusal',
    withRequest({ decision: { ...(sound.decision as NonNullable<AuthorityRequest['decision']>), outcome: 'refused' } }),
    ['authority 12000: the decision does not approve'],
  ],
  ['a decision without its paper', withDecision({ paperSha256: null }), ['authority 12000: decided without its paper']],
  [
    'another day of effect',
    withDecision({ effectiveOn: on('2020-08-29') }),
    ['authority 12000: not on the day of its effect'],
  ],
  [
    'a finance check by who wrote it',
    withRequest({ financeCheck: { by: 'director', on: on('2020-07-02'), note: '' } }),
    ['authority 12000: without its checks'],
  ],
  ['no legal check', withRequest({ legalCheck: null }), ['authority 12000: without its checks']],
  [
    'publication after the effect',
    withRequest({ publishedOn: on('2020-08-31') }),
    ['authority 12000: before its publication', 'authority 12000: within its call-in window'],
  ],
  ['a key decision without notice', withRequest({ notice: null }), ['authority 12000: a key decision without notice']],
  [
    'a notice a day late',
    withRequest({
      notice: { ...(sound.notice as NonNullable<AuthorityRequest['notice']>), publishedOn: on('2020-07-23') },
    }),
    ['authority 12000: within the clear days of its notice'],
  ],
  [
    'a call-in that nobody has heard',
    withRequest({
      callIn: {
        receivedOn: on('2020-08-24'),
        signatories: 'Five members',
        grounds: 'Cost',
        scrutinyBoard: 'Scrutiny',
        hearingOn: null,
        outcome: null,
        outcomeOn: null,
        note: '',
      },
    }),
    ['authority 12000: called in and not released'],
  ],
  [
    'effect a day before the window ends',
    held({
      lines: [
        line('allocation', 150),
        line('authority', 120, { effectiveOn: on('2020-08-27') }),
        line('released', 100),
      ],
      decisions: byId(given({ effectiveOn: on('2020-08-27') }), released()),
    }),
    ['authority 12000: within its call-in window'],
  ],
  [
    'a release that no approval stands behind',
    held({ decisions: byId(given(), released({ about: null })) }),
    ['released 10000: without an approval'],
  ],
  ['a case that was refused', withCase({ status: 'refused' }), ['released 10000: the case is not approved']],
  ['an approval a day later', withCase({ approvedOn: on('2020-09-25') }), ['released 10000: before the approval']],
  ['an open condition', withCase({ conditions: [condition] }), ['released 10000: with a condition that is open']],
  [
    'a release at another scheme',
    withLines(line('allocation', 150), line('authority', 120), line('released', 100, { placeId: id('OTHER') })),
    ['released 10000: for another scheme', `released above what was approved on ${id('OTHER')} in 2020`],
  ],
  [
    'authority a pound over the allocation',
    withLines(line('allocation', 150), line('authority', 151)),
    ['authority above allocation in 2020', `authority above allocation on ${scheme} in 2020`],
  ],
  [
    'authority a pound over the allocation of its scheme alone',
    withLines(line('allocation', 150), line('allocation', 100, { placeId: id('OTHER') }), line('authority', 151)),
    [`authority above allocation on ${scheme} in 2020`],
  ],
  [
    'a release a pound over its authority',
    withLines(line('allocation', 150), line('authority', 99), line('released', 100)),
    ['released above authority in 2020'],
  ],
  [
    'a release a pound over what was approved',
    withCase({ approved: [cost(2020, 99)] }),
    [`released above what was approved on ${scheme} in 2020`],
  ],
]

describe('money that a file holds', () => {
  test.each(planted)('with %s', (_, file, said) => expect(moneyWrongsIn(file)).toEqual(said))
})

const [chair, member, other] = [id('CHAIR'), id('MEMBER'), id('OTHER')]
const seat = (accountId: Board['seats'][number]['accountId'], isChair = false) => ({
  id: accountId,
  accountId,
  organisationId: null,
  isChair,
  alternateIds: [],
  fromOn: on('2020-01-01'),
  toOn: null,
})
const board: Board = {
  id: id('BOARD'),
  revision: 1,
  isRemoved: false,
  name: 'Fund board',
  organisationIds: [],
  functions: ['recommend'],
  parentId: null,
  seats: [seat(chair, true), seat(member), seat(other)],
  quorum: { minMembers: 2, perOrganisation: [], isChairRequired: true, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: true },
  cadence: '',
  endedOn: null,
}
const voteOf = (accountId: typeof chair, vote: 'for' | 'against') => ({ seatId: accountId, accountId, vote, note: '' })
const undecided: AgendaItem = {
  id: id('ITEM'),
  subjectKind: 'business_case',
  subjectId: id('CASE'),
  title: 'Portal',
  isExempt: false,
  exemptReason: '',
  paperId: id('PAPER'),
  votes: [voteOf(chair, 'for'), voteOf(member, 'for')],
  outcome: null,
  isConfirmed: false,
}
const decided = (change: Partial<AgendaItem> = {}): AgendaItem => ({
  ...undecided,
  outcome: { result: 'recommended', wording: '', reason: '', conditions: [], recordedBy: 'secretary' },
  ...change,
})
const meetingOf = (item: AgendaItem, change: Partial<Meeting> = {}): Meeting => ({
  id: id('MEETING'),
  revision: 1,
  isRemoved: false,
  boardId: board.id,
  kind: 'meeting',
  heldOn: on('2020-09-10'),
  venue: '',
  status: 'agenda_published',
  agendaPublishedAt: null,
  items: [item],
  attendance: [chair, member].map((accountId) => ({ seatId: accountId, accountId, presence: 'present' as const })),
  interests: [],
  minutes: '',
  actions: [],
  ...change,
})
const waiver: Waiver = {
  id: id('WAIVER'),
  revision: 1,
  isRemoved: false,
  rule: 'R09',
  subjectKind: 'scheme',
  subjectId: scheme,
  reason: 'Late',
  askedBy: 'director',
  approvedBy: null,
  status: 'asked',
  expiresOn: on('2021-01-01'),
}
const proposal: Proposal = {
  id: id('PROPOSAL'),
  revision: 1,
  isRemoved: false,
  kind: 'rule_value',
  content: '{}',
  summary: 'A value',
  fromOn: on('2020-10-01'),
  reason: 'Policy',
  status: 'proposed',
  proposedBy: 'administrator',
  decidedBy: null,
  answer: '',
}

type Things = Partial<{
  business_case: BusinessCase
  authority_request: AuthorityRequest
  meeting: Meeting
  board: Board
  waiver: Waiver
  proposal: Proposal
}>
const act = (operation: string, actor: string, before: Things, after: Things = {}): Act => {
  const subject = Object.values({ ...before, ...after }).at(-1)
  const of = (things: Things) => ((kind: keyof Things) => things[kind]) as Act['before']
  return { operation, actor, subjectId: subject?.id ?? '', before: of(before), after: of({ ...before, ...after }) }
}
const writtenBy = (...writers: string[]) => approvedCase({ status: 'in_review', writers })
const onBoard = (operation: string, actor: string, was: Meeting, is: Meeting, writers = ['writer']): Act =>
  act(operation, actor, { business_case: writtenBy(...writers), board, meeting: was }, { meeting: is })
const met = (metBy: string) => ({ ...condition, metBy, metOn: on('2020-10-01') })

const acts: [what: string, act: Act, said: string[]][] = [
  ['a case accepted by a secretary', act('cases.accept', 'secretary', { business_case: writtenBy('writer') }), []],
  [
    'a case accepted by who wrote it',
    act('cases.accept', 'writer', { business_case: writtenBy('writer') }),
    ['wrote the case'],
  ],
  [
    'a case sent back by who wrote it',
    act('cases.returnToWriter', 'writer', { business_case: writtenBy('writer') }),
    ['wrote the case'],
  ],
  [
    'a condition discharged by a second person',
    act('cases.dischargeCondition', 'secretary', { business_case: approvedCase({ conditions: [met('lead')] }) }),
    [],
  ],
  [
    'a condition discharged by who said that it is met',
    act('cases.dischargeCondition', 'lead', { business_case: approvedCase({ conditions: [met('lead')] }) }),
    ['discharged what they said is met'],
  ],
  [
    'a condition discharged by who wrote the case',
    act('cases.dischargeCondition', 'writer', { business_case: approvedCase({ conditions: [met('lead')] }) }),
    ['wrote the case'],
  ],
  ...['requests.financeCheck', 'requests.legalCheck', 'requests.decide', 'requests.publishDecision'].map(
    (operation): (typeof acts)[number] => [
      `${operation} by who wrote it`,
      act(operation, 'director', { authority_request: sound }),
      ['wrote the request'],
    ],
  ),
  ['a decision by its taker', act('requests.decide', 'taker', { authority_request: sound }), []],
  ['a waiver approved by who asked', act('waivers.approve', 'director', { waiver }), ['asked for it']],
  ['a waiver refused by who asked', act('waivers.refuse', 'director', { waiver }), ['asked for it']],
  ['a waiver approved by another', act('waivers.approve', 's151', { waiver }), []],
  ['a proposal accepted by who made it', act('proposals.accept', 'administrator', { proposal }), ['proposed it']],
  ['a proposal refused by who made it', act('proposals.refuse', 'administrator', { proposal }), ['proposed it']],
  ['a proposal accepted by another', act('proposals.accept', 's151', { proposal }), []],
  [
    'an outcome with a quorum and a majority',
    onBoard('meetings.recordOutcome', 'secretary', meetingOf(undecided), meetingOf(decided())),
    [],
  ],
  [
    'a vote of who wrote it',
    onBoard('meetings.vote', member, meetingOf({ ...undecided, votes: [] }), meetingOf(undecided), [member]),
    ['a vote of who wrote it'],
  ],
  [
    'an outcome recorded by who wrote it',
    onBoard('meetings.recordOutcome', 'secretary', meetingOf(undecided), meetingOf(decided()), ['secretary']),
    ['wrote what was decided on'],
  ],
  [
    'a record confirmed by who made it',
    onBoard('meetings.confirmItem', 'secretary', meetingOf(decided()), meetingOf(decided({ isConfirmed: true }))),
    ['confirmed what they recorded'],
  ],
  [
    'an outcome with one member too few',
    onBoard(
      'meetings.recordOutcome',
      'secretary',
      meetingOf(undecided),
      meetingOf(decided(), {
        attendance: [
          { seatId: chair, accountId: chair, presence: 'present' },
          { seatId: member, accountId: member, presence: 'apologies' },
        ],
      }),
    ),
    ['without a quorum'],
  ],
  [
    'an outcome without the chair',
    onBoard(
      'meetings.recordOutcome',
      'secretary',
      meetingOf(undecided),
      meetingOf(decided(), {
        attendance: [member, other].map((accountId) => ({
          seatId: accountId,
          accountId,
          presence: 'present' as const,
        })),
      }),
    ),
    ['without a quorum'],
  ],
  [
    'an outcome whose quorum counts a member with an interest',
    onBoard(
      'meetings.recordOutcome',
      'secretary',
      meetingOf(undecided),
      meetingOf(decided(), {
        interests: [
          {
            id: id('INTEREST'),
            itemId: undecided.id,
            accountId: member,
            kind: 'pecuniary',
            description: 'Sits on the board of the supplier',
            withdrew: true,
          },
        ],
      }),
    ),
    ['without a quorum'],
  ],
  [
    'a recommendation with more votes against it',
    onBoard(
      'meetings.recordOutcome',
      'secretary',
      meetingOf(undecided),
      meetingOf(decided({ votes: [voteOf(chair, 'for'), voteOf(member, 'against'), voteOf(other, 'against')] })),
    ),
    ['without a majority'],
  ],
]

describe('an event of the trail', () => {
  test.each(acts)('%s', (_, event, said) => expect(wrongsIn(event)).toEqual(said))
})
