import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { pence } from '../../domain/money.ts'
import { readActions } from '../../renderer/features/meetings/actionDraft.ts'
import { everybodyPresent, withPresence } from '../../renderer/features/meetings/attendanceOf.ts'
import { effectWords } from '../../renderer/features/meetings/effectWords.ts'
import { itemNextStep } from '../../renderer/features/meetings/itemNextStep.ts'
import type { ItemFacts, MeetingFacts, MeetingItem } from '../../renderer/features/meetings/meetingFacts.ts'
import { quorumInWords } from '../../renderer/features/meetings/meetingWords.ts'
import { minutesFromRecord } from '../../renderer/features/meetings/minutesFromRecord.ts'
import { nextStepOf } from '../../renderer/features/meetings/nextStepOf.ts'
import {
  blankCondition,
  choose,
  draftOf,
  readOutcome,
  tallyOfDraft,
} from '../../renderer/features/meetings/outcomeDraft.ts'
import { partOf } from '../../renderer/features/meetings/partOf.ts'
import { whyNotYet } from '../../renderer/features/meetings/whyNotYet.ts'
import { id } from '../domain/businessCase/given.ts'

const day = calendarDay('2020-09-10')
const [chair, first, second] = [id('chair'), id('first'), id('second')]

const seat = (accountId: typeof chair, title: string, isChair = false): MeetingFacts['seats'][number] => ({
  id: accountId,
  accountId,
  organisationId: null,
  organisation: null,
  isChair,
  alternateIds: [],
  alternates: [],
  fromOn: calendarDay('2020-01-01'),
  toOn: null,
  title,
  isOwn: false,
})
const seats = [seat(chair, 'Chair', true), seat(first, 'First'), seat(second, 'Second')]
const voter = (accountId: typeof chair, bar: MeetingItem['voters'][number]['bar'] = null) => ({
  seatId: accountId,
  accountId,
  bar,
})

const item = (change: Partial<MeetingItem> = {}): MeetingItem => ({
  id: id('item'),
  subjectKind: 'business_case',
  subjectId: id('case'),
  title: 'Portal',
  isExempt: false,
  exemptReason: '',
  paperId: id('paper'),
  paperSha256: 'a'.repeat(64),
  isPaperCurrent: true,
  isWithheld: false,
  isConfirmed: false,
  act: 'approve',
  amount: pence(400_000_00),
  next: 'Approval',
  writers: [],
  tally: { for: 0, against: 0, abstained: 0, chair: null },
  outcomes: [
    { result: 'approved', isBorne: false, needsReason: false },
    { result: 'approved_with_conditions', isBorne: false, needsReason: false },
    { result: 'refused', isBorne: false, needsReason: true },
  ],
  voters: [voter(chair), voter(first), voter(second, 'conflicted')],
  quorum: { isQuorate: true, present: 2, missing: [] },
  interests: [],
  votes: [],
  outcome: null,
  ...change,
})

const meeting = (change: Partial<MeetingFacts['meeting']> = {}): MeetingFacts['meeting'] => ({
  id: id('meeting'),
  revision: 4,
  isRemoved: false,
  boardId: id('board'),
  kind: 'meeting',
  heldOn: day,
  venue: 'Room 1',
  status: 'agenda_published',
  agendaPublishedAt: null,
  items: [item()],
  attendance: [],
  interests: [],
  minutes: '',
  actions: [],
  ...change,
})

const board: MeetingFacts['board'] = {
  id: id('board'),
  name: 'Executive',
  quorum: { minMembers: 2, perOrganisation: [], isChairRequired: true, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: true },
}
const around = { meeting: meeting(), board, seats }

test('until the secretary enters votes and words, an outcome brings the usual ones of those who may vote', () => {
  const approved = choose(draftOf(item()), 'approved', item())
  expect([approved.votes, approved.wording]).toEqual([
    { [chair]: 'for', [first]: 'for' },
    'To approve Portal, £400,000.',
  ])
  const refused = choose(approved, 'refused', item())
  expect([refused.votes, refused.wording]).toEqual([
    { [chair]: 'against', [first]: 'against' },
    'To refuse Portal, £400,000.',
  ])
  const own = {
    ...approved,
    votes: { [chair]: 'abstain' as const },
    areVotesOwn: true,
    wording: 'Agreed.',
    isWordingOwn: true,
  }
  const kept = choose(own, 'refused', item())
  expect([kept.votes, kept.wording]).toEqual([{ [chair]: 'abstain' }, 'Agreed.'])
})

test('a vote of who has an interest is not counted, and with votes equal the chair decides', () => {
  const votes = { [chair]: 'for' as const, [first]: 'against' as const, [second]: 'against' as const }
  expect(tallyOfDraft(votes, item().voters, seats)).toEqual({ for: 1, against: 1, abstained: 0, chair: 'for' })
  const read = readOutcome({ ...choose(draftOf(item()), 'approved', item()), votes }, item(), around)
  expect(read.value).toEqual({
    id: id('meeting'),
    revision: 4,
    itemId: id('item'),
    result: 'approved',
    wording: 'To approve Portal, £400,000.',
    reason: '',
    conditions: [],
    votes: [
      { seatId: chair, accountId: chair, vote: 'for', note: '' },
      { seatId: first, accountId: first, vote: 'against', note: '' },
    ],
  })
})

test('what is missing or not carried is said at its field', () => {
  const draft = choose(draftOf(item()), 'approved_with_conditions', item())
  expect(draft.conditions).toEqual([blankCondition('1')])
  const early = { ...blankCondition('1'), text: 'Name a supplier', dueOn: '1 September 2020' }
  const votes = { [chair]: 'against' as const }
  const read = readOutcome({ ...draft, wording: ' ', votes, conditions: [early] }, item(), around)
  expect(read.errors?.map(({ fieldId }) => fieldId)).toEqual([
    'outcome-votes',
    'outcome-wording',
    'condition-1-owner',
    'condition-1-due',
  ])
  expect(readOutcome(draftOf(item()), item(), around).errors).toEqual([
    { fieldId: 'outcome-result', message: 'Choose what the board decided' },
  ])
  const refused = readOutcome(choose(draftOf(item()), 'refused', item()), item(), around)
  expect(refused.errors).toEqual([{ fieldId: 'outcome-reason', message: 'Enter why' }])
})

test('in a written procedure the answers that there are count, and the secretary takes none down', () => {
  const answered = item({ tally: { for: 2, against: 0, abstained: 0, chair: 'for' } })
  const written = { ...around, meeting: meeting({ kind: 'written_procedure' }) }
  const draft = choose(draftOf(answered), 'approved', answered)
  expect(readOutcome(draft, answered, written).value?.votes).toBe(null)
  expect(readOutcome(draft, item(), written).errors?.map(({ fieldId }) => fieldId)).toEqual(['outcome-result'])
})

test('Record gives way to the reason why it cannot be done yet', () => {
  const facts = { meeting: meeting(), day, seats }
  const why = (change: Partial<MeetingItem>, of = facts) => whyNotYet(of, { ...item(change), countsConflicted: false })
  const missing = [{ kind: 'organisation' as const, name: 'NHS Leeds CCG', more: 1 }]
  const inTheRoom = {
    id: id('interest'),
    itemId: id('item'),
    accountId: first,
    kind: 'personal' as const,
    description: 'A friend',
    withdrew: false,
    title: 'First',
  }
  const present = [{ seatId: first, accountId: first, presence: 'present' as const }]
  expect([
    why({}),
    why({}, { ...facts, meeting: meeting({ status: 'planned' }) }),
    why({}, { ...facts, day: calendarDay('2020-09-09') }),
    why({ act: null, next: 'Notice' }),
    why({ isPaperCurrent: false }),
    why({ quorum: { isQuorate: false, present: 1, missing } }),
    why({ interests: [inTheRoom] }, { ...facts, meeting: meeting({ attendance: present }) }),
    why({}, { ...facts, meeting: meeting({ kind: 'written_procedure' }) }),
  ]).toEqual([
    null,
    'Publish the agenda first: the board decides on the papers as they are then.',
    'The board meets on Thursday 10 September 2020.',
    'This board is not asked about it now. Next: Notice.',
    'It was changed since its paper was published. Publish the agenda again, so that all decide on the same paper.',
    'A decision cannot be recorded yet: one member from NHS Leeds CCG must be present.',
    'First has an interest in it and is still in the room. Declare again that they leave.',
    'Members can still answer until Thursday 10 September 2020.',
  ])
})

test('the quorum is a sentence: what there is, or what is missing', () => {
  const missing = [{ kind: 'members' as const, more: 1 }, { kind: 'chair' as const }]
  expect([
    quorumInWords({ isQuorate: true, present: 3, missing: [] }, 'meeting'),
    quorumInWords({ isQuorate: false, present: 1, missing }, 'meeting'),
    quorumInWords({ isQuorate: false, present: 1, missing }, 'written_procedure'),
  ]).toEqual([
    'There is a quorum: 3 members present.',
    'No quorum yet: 1 member present. Before anything can be decided, one more member must be present, and a chair must be present.',
    'No quorum yet: 1 member answered. Before anything can be decided, one more member must answer, and a chair must answer.',
  ])
})

test('everybody present spares those who sent apologies, and keeps an alternate on the seat', () => {
  const apologies = { seatId: first, accountId: first, presence: 'apologies' as const }
  const alternate = { seatId: second, accountId: id('alternate'), presence: 'absent' as const }
  expect(everybodyPresent([apologies, alternate], seats)).toEqual([
    { seatId: chair, accountId: chair, presence: 'present' },
    apologies,
    { ...alternate, presence: 'present' },
  ])
  expect(withPresence([apologies], first, first, null)).toEqual([])
})

test('what happens next goes from the agenda over the record to the open actions', () => {
  const notice = { latestOn: calendarDay('2020-09-04'), publishedOn: null, clearDays: 8, isShort: false }
  const quorum = { isQuorate: true, present: 3, missing: [] }
  const next = (change: Partial<MeetingFacts['meeting']>, on = day) =>
    nextStepOf({ meeting: meeting(change), notice, quorum, day: on })
  const outcome = {
    result: 'approved' as const,
    wording: '',
    reason: '',
    conditions: [],
    recordedBy: 'x',
    recordedByTitle: 'X',
  }
  const action = { id: id('action'), text: 'Ask', owner: 'Lead', dueOn: null, doneOn: null }
  expect([
    next({ status: 'planned' }, calendarDay('2020-09-01')),
    next({}, calendarDay('2020-09-08')),
    next({}),
    next({ items: [item({ outcome })] }),
    next({ status: 'confirmed', actions: [action] }),
  ]).toEqual([
    'the board secretary publishes the agenda by Friday 4 September 2020, five clear days before the meeting.',
    'the board meets on Thursday 10 September 2020. Members read the papers before.',
    'the board secretary records what was decided on 1 item.',
    'a chair confirms the record. Its decision takes effect with that, not before.',
    '1 action from this meeting is still open.',
  ])
  expect([partOf({ meeting: meeting(), day }), partOf({ meeting: meeting(), day: calendarDay('2020-09-09') })]).toEqual(
    ['record', 'agenda'],
  )
})

test('a member is told that their answer is kept, or where they answer', () => {
  const reader = { accountId: first, isWriter: false, seatId: first, isChair: false, bar: null, vote: null }
  const vote = { seatId: first, accountId: first, vote: 'for' as const, note: '' }
  const next = (of: ItemFacts['reader']) =>
    itemNextStep({ meeting: meeting({ kind: 'written_procedure' }), item: item(), reader: of, nextId: id('next') })
  const absent = itemNextStep({ meeting: meeting(), item: item(), reader: { ...reader, bar: 'absent' }, nextId: null })
  expect([next(reader), next({ ...reader, vote }), next({ ...reader, seatId: null }), absent]).toEqual([
    'you answer at the end of this page, by Thursday 10 September 2020.',
    'your answer is kept (for); members answer until Thursday 10 September 2020, and a chair confirms it. Alt+PgDn goes to the next item.',
    'members answer by Thursday 10 September 2020.',
    'the secretary records you as present. Then you answer at the end of this page, or in the room.',
  ])
})

test('the effect of an outcome says what it does with the money', () => {
  const of = { subjectKind: 'business_case' as const, amount: pence(65_000_00), conditionsBefore: 0 }
  expect([
    effectWords({ ...of, result: 'approved' }),
    effectWords({ ...of, result: 'approved_with_conditions', conditionsBefore: 2 }),
    effectWords({ ...of, result: 'approved', subjectKind: 'authority_request' }),
  ]).toEqual([
    '£65,000 is approved and released for the scheme, as far as authority to spend is held for it.',
    '£65,000 is approved. It is released when its conditions are discharged by a second person.',
    'The request for £65,000 is approved. It counts once the decision is published and the call-in window has closed.',
  ])
})

test('minutes begin from the record: who was there, interests, outcomes, conditions and votes', () => {
  const dueOn = calendarDay('2020-12-01')
  const decided = item({
    votes: [{ seatId: chair, accountId: chair, vote: 'for', note: '', title: 'Chair' }],
    tally: { for: 1, against: 0, abstained: 0, chair: 'for' },
    outcome: {
      result: 'approved_with_conditions',
      wording: 'To approve Portal.',
      reason: '',
      conditions: [{ text: 'Name a supplier', owner: 'Scheme lead', dueOn, isAfterRelease: false }],
      recordedBy: 'x',
      recordedByTitle: 'X',
    },
  })
  const attendance = [
    { seatId: chair, accountId: chair, presence: 'present' as const },
    { seatId: first, accountId: first, presence: 'apologies' as const },
  ]
  expect(
    minutesFromRecord({
      meeting: meeting({ attendance, items: [decided, item({ title: 'Any other' })] }),
      board,
      seats,
    }),
  ).toBe(
    [
      'Executive: meeting of 10 September 2020, Room 1\nPresent: Chair\nApologies: First',
      '1. Portal\nApproved with conditions. To approve Portal.\nCondition 1: Name a supplier. Scheme lead, by 1 December 2020.\nVotes: 1 for, 0 against, 0 abstained.',
      '2. Any other\nNo decision was taken.',
    ].join('\n\n'),
  )
})

test('an action needs what is to be done and who does it; an empty row is none', () => {
  const row = (change: object) => ({ key: '1', id: null, text: '', owner: '', dueOn: '', doneOn: null, ...change })
  expect(readActions([row({})]).value).toEqual([])
  expect(readActions([row({ text: 'Ask', dueOn: 'soon' })]).errors?.map(({ fieldId }) => fieldId)).toEqual([
    'action-1-owner',
    'action-1-due',
  ])
})
