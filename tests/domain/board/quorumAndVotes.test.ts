import { describe, expect, test } from 'vitest'
import type { Board } from '../../../domain/board/board.ts'
import type { AgendaItem, Meeting, Vote } from '../../../domain/board/meeting.ts'
import { quorumOf } from '../../../domain/board/quorum.ts'
import { gapInWords, nameGaps } from '../../../domain/board/quorumInWords.ts'
import { barToVote, bears, isCarried, type Tally, tallyOf } from '../../../domain/board/voting.ts'
import type { Id } from '../../../domain/id.ts'
import { id, on } from '../businessCase/given.ts'

const day = on('2020-09-10')
const [council, health] = [id('COUNCIL'), id('HEALTH')]
const [chair, member, third, alternate] = [id('CHAIR'), id('MEMBER'), id('THIRD'), id('ALT')]
const seat = (accountId: Id, change: Partial<Board['seats'][number]> = {}): Board['seats'][number] => ({
  id: accountId,
  accountId,
  organisationId: council,
  isChair: false,
  alternateIds: [],
  fromOn: on('2020-01-01'),
  toOn: null,
  ...change,
})

const board = (change: Partial<Board> = {}): Board => ({
  id: id('BOARD'),
  revision: 1,
  isRemoved: false,
  name: 'Executive',
  organisationIds: [],
  functions: ['approve'],
  parentId: null,
  seats: [
    seat(chair, { isChair: true }),
    seat(member, { alternateIds: [alternate] }),
    seat(third, { organisationId: health }),
  ],
  quorum: { minMembers: 2, perOrganisation: [], isChairRequired: false, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: true },
  cadence: '',
  endedOn: null,
  ...change,
})

const vote = (accountId: Id, said: Vote['vote'], seatId = accountId): Vote => ({
  seatId,
  accountId,
  vote: said,
  note: '',
})

const itemWith = (votes: Vote[]): AgendaItem => ({
  id: id('ITEM'),
  subjectKind: 'business_case',
  subjectId: id('CASE'),
  title: 'Portal',
  isExempt: false,
  exemptReason: '',
  paperId: null,
  votes,
  outcome: null,
  isConfirmed: false,
})

const meeting = (here: [Id, Id][], change: Partial<Meeting> = {}): Meeting => ({
  id: id('MEETING'),
  revision: 1,
  isRemoved: false,
  boardId: id('BOARD'),
  kind: 'meeting',
  heldOn: day,
  venue: '',
  status: 'agenda_published',
  agendaPublishedAt: null,
  items: [itemWith([])],
  attendance: here.map(([seatId, accountId]) => ({ seatId, accountId, presence: 'present' })),
  interests: [],
  minutes: '',
  actions: [],
  ...change,
})

const interestOf = (accountId: Id): Meeting['interests'] => [
  { id: id('INTEREST'), itemId: id('ITEM'), accountId, kind: 'personal', description: 'Trustee', withdrew: true },
]

const names = new Map([[health as string, 'NHS Leeds CCG']])
const missing = (of: Board, at: Meeting, item: AgendaItem | null = itemWith([])) =>
  nameGaps(quorumOf(of, at, item, day).missing, names).map(gapInWords)

describe('a quorum', () => {
  const rule = (change: Partial<Board['quorum']>) => board({ quorum: { ...board().quorum, ...change } })

  test('says how many more, from which organisation, and whether a chair has to come', () => {
    const strict = rule({ minMembers: 3, perOrganisation: [{ organisationId: health, min: 1 }], isChairRequired: true })
    expect([
      missing(strict, meeting([[member, member]])),
      missing(
        strict,
        meeting([
          [chair, chair],
          [member, alternate],
          [third, third],
        ]),
      ),
    ]).toEqual([
      ['two more members must be present', 'one member from NHS Leeds CCG must be present', 'a chair must be present'],
      [],
    ])
  })

  test('counts an alternate for the seat, and nobody whose seat is not held on the day', () => {
    const ended = board({
      seats: [seat(chair, { toOn: on('2020-09-09') }), seat(member, { alternateIds: [alternate] })],
    })
    expect([
      missing(
        board(),
        meeting([
          [chair, chair],
          [member, alternate],
        ]),
      ),
      missing(
        ended,
        meeting([
          [chair, chair],
          [member, alternate],
        ]),
      ),
    ]).toEqual([[], ['one more member must be present']])
  })

  test('leaves out who has an interest in the item, where the rule says so and for that item alone', () => {
    const at = meeting(
      [
        [chair, chair],
        [member, member],
      ],
      { interests: interestOf(member) },
    )
    expect([missing(board(), at), missing(rule({ countsConflicted: true }), at), missing(board(), at, null)]).toEqual([
      ['one more member must be present'],
      [],
      [],
    ])
  })

  test('of a written procedure is made by those who have answered', () => {
    const at = meeting([], { kind: 'written_procedure' })
    expect([
      missing(board(), at),
      missing(board(), at, itemWith([vote(chair, 'for'), vote(alternate, 'against', member)])),
    ]).toEqual([['two more members must be present'], []])
  })
})

describe('a vote', () => {
  const bar = (accountId: Id, writers: string[], at: Meeting) =>
    barToVote(at, itemWith([]), writers, { seat: seat(member, { alternateIds: [alternate] }), accountId })

  test('is barred to writers, to people with an interest, to alternates of either, and to who is not there', () => {
    const here = (accountId: Id) => meeting([[member, accountId]])
    const interested = (accountId: Id, sits: Id) => meeting([[member, sits]], { interests: interestOf(accountId) })
    expect([
      bar(member, [], here(member)),
      bar(member, [member], here(member)),
      bar(alternate, [member], here(alternate)),
      bar(alternate, [alternate], here(alternate)),
      bar(member, [], interested(member, member)),
      bar(alternate, [], interested(member, alternate)),
      bar(alternate, [], interested(alternate, alternate)),
      bar(member, [], here(alternate)),
      bar(member, [], meeting([])),
    ]).toEqual([null, 'own-item', 'own-item', 'own-item', 'conflicted', 'conflicted', 'conflicted', 'absent', 'absent'])
  })

  test('that somebody gave who may not vote is not counted', () => {
    const item = itemWith([vote(chair, 'for'), vote(member, 'against'), vote(third, 'abstain')])
    const at = meeting([
      [chair, chair],
      [member, member],
      [third, third],
    ])
    expect([tallyOf(board(), at, item, [], day), tallyOf(board(), at, item, [member], day)]).toEqual([
      { for: 1, against: 1, abstained: 1, chair: 'for' },
      { for: 1, against: 0, abstained: 1, chair: 'for' },
    ])
  })

  test('of two chairs who disagree does not cast', () => {
    const two = board({ seats: [seat(chair, { isChair: true }), seat(third, { isChair: true })] })
    const item = itemWith([vote(chair, 'for'), vote(third, 'against')])
    expect(
      tallyOf(
        two,
        meeting([
          [chair, chair],
          [third, third],
        ]),
        item,
        [],
        day,
      ).chair,
    ).toBe(null)
  })
})

describe('what votes carry', () => {
  const of = (inFavour: number, against: number, cast: Tally['chair'] = null): Tally => ({
    for: inFavour,
    against,
    abstained: 1,
    chair: cast,
  })
  const rule = (needs: Board['voting']['needs'], hasCastingVote = true) => ({ needs, hasCastingVote })

  test.each([
    ['simple_majority', of(2, 1), true],
    ['simple_majority', of(1, 1), false],
    ['simple_majority', of(1, 1, 'for'), true],
    ['simple_majority', of(1, 1, 'against'), false],
    ['simple_majority', of(0, 0, 'for'), false],
    ['two_thirds', of(2, 1), true],
    ['two_thirds', of(3, 2), false],
    ['unanimous', of(3, 0), true],
    ['unanimous', of(3, 1), false],
  ] as const)('by %s, %o: %s', (needs, tally, carried) => {
    expect(isCarried(rule(needs), tally)).toBe(carried)
  })

  test('a casting vote counts only where the board has one', () => {
    expect(isCarried(rule('simple_majority', false), of(1, 1, 'for'))).toBe(false)
  })

  test('consent needs them carried, refusal needs them lost, and putting off needs none', () => {
    const results = ['approved', 'refused', 'deferred', 'referred_back', 'noted'] as const
    const borne = (tally: Tally) => results.filter((result) => bears(rule('simple_majority'), tally, result))
    expect([borne(of(2, 0)), borne(of(0, 2)), borne(of(0, 0))]).toEqual([
      ['approved', 'deferred', 'referred_back', 'noted'],
      ['refused', 'deferred', 'referred_back', 'noted'],
      ['deferred', 'referred_back', 'noted'],
    ])
  })
})
