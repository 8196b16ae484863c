import type { Board } from '../../../domain/board/board.ts'
import type { AgendaItem, Meeting } from '../../../domain/board/meeting.ts'
import { holdersOf, seatsOn } from '../../../domain/board/seatsOn.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { addDays, daysBetween } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Random } from '../seededRandom.ts'
import { type Move, seenAs } from './move.ts'
import { type Seen, whoMay } from './seenNow.ts'

const beforeBoards = ['in_review', 'recommended', 'deferred']
const open = ['planned', 'agenda_published']

/** What would bring each case that waits for a board before it, and each meeting to its end. */
export const meetingMoves = (seen: Seen, random: Random): Move[] => [
  ...seen.cases
    .filter(({ status }) => beforeBoards.includes(status))
    .flatMap((each) => agendaMoves(each, seen, random)),
  ...seen.meetings.filter(({ status }) => open.includes(status)).flatMap((each) => moves(each, seen, random)),
]

/** The board that the route of a case asks next, and for what. */
const askedOf = ({ routeId, stagesPassed }: BusinessCase, { routes }: Seen) => {
  const stage = routes.find(({ id }) => id === routeId)?.stages[stagesPassed]
  return stage?.by.kind === 'board' ? { boardId: stage.by.boardId, act: stage.act } : null
}

const agendaMoves = (each: BusinessCase, seen: Seen, random: Random): Move[] => {
  const asked = askedOf(each, seen)
  const who = whoMay(seen, 'meeting')
  const live = seen.meetings.filter(({ status }) => open.includes(status))
  const isOn = ({ items }: Meeting) => items.some(({ subjectId, isConfirmed }) => subjectId === each.id && !isConfirmed)
  if (!asked || live.some(isOn)) return []
  const meeting = live.find(({ boardId, items }) => boardId === asked.boardId && items.length === 0)
  if (!meeting) {
    const kind = random.percent(85) ? 'meeting' : 'written_procedure'
    const heldOn = addDays(seen.today, random.pick([0, 2, 5, 10]))
    const input = { boardId: asked.boardId, kind, heldOn, venue: '' }
    return [{ operation: 'meetings.plan', input, who, likely: 30 }]
  }
  const item = { subjectKind: 'business_case', subjectId: each.id, title: null, isExempt: false }
  return [{ operation: 'meetings.addItem', input: { ...seenAs(meeting), ...item }, who, likely: 40 }]
}

const moves = (meeting: Meeting, seen: Seen, random: Random): Move[] => {
  const board = seen.boards.find(({ id }) => id === meeting.boardId)
  const item = meeting.items.find(({ isConfirmed }) => !isConfirmed)
  const secretary = whoMay(seen, 'meeting')
  if (!board) return []
  const cancel: Move = {
    operation: 'meetings.cancel',
    input: { ...seenAs(meeting), reason: 'Snow' },
    who: secretary,
    likely: 1,
  }
  if (!item) return meeting.items.length === 0 ? [cancel] : [confirmation('meetings.confirmRecord', meeting, seen)]
  if (meeting.status === 'planned' || item.paperId === null) {
    return [{ operation: 'meetings.publishAgenda', input: seenAs(meeting), who: secretary, likely: 40 }, cancel]
  }
  const subject = seen.cases.find(({ id }) => id === item.subjectId)
  // What was withdrawn meanwhile is asked of no board any more.
  const isAsked = subject && beforeBoards.includes(subject.status) && askedOf(subject, seen)?.boardId === board.id
  if (!isAsked) return [{ ...cancel, likely: 20 }]
  if (item.outcome !== null) {
    const one = confirmation('meetings.confirmItem', meeting, seen, item)
    return [one, { ...confirmation('meetings.confirmRecord', meeting, seen, item), likely: 20 }]
  }
  const isToCome = seen.today < meeting.heldOn
  const wait: Move = { operation: 'wait', days: daysBetween(seen.today, meeting.heldOn), likely: 40 }
  if (meeting.kind === 'written_procedure') {
    const past: Move[] = isToCome ? [{ ...wait, likely: 10 }] : [outcome(meeting, item, board, seen, random)]
    return [...votes(meeting, item, board, seen, random), ...past]
  }
  if (isToCome) return [wait, ...interests(meeting, item, board, seen, random)]
  const here = meeting.attendance.filter(({ presence }) => presence === 'present')
  if (here.length < 2) return [attendance(meeting, board, seen, random)]
  return [
    outcome(meeting, item, board, seen, random),
    { ...attendance(meeting, board, seen, random), likely: 15 },
    ...votes(meeting, item, board, seen, random),
    ...interests(meeting, item, board, seen, random),
  ]
}

const attendance = (meeting: Meeting, board: Board, seen: Seen, random: Random): Move => {
  const taken = new Set<Id>()
  const lines = seatsOn(board, meeting.heldOn).map((seat) => {
    const accountId = random.percent(80) ? seat.accountId : random.pick(holdersOf(seat))
    const presence = taken.has(accountId) || random.percent(15) ? 'apologies' : 'present'
    taken.add(accountId)
    return { seatId: seat.id, accountId, presence }
  })
  const input = { ...seenAs(meeting), attendance: lines }
  return { operation: 'meetings.recordAttendance', input, who: whoMay(seen, 'meeting'), likely: 40 }
}

const interests = (meeting: Meeting, item: AgendaItem, board: Board, seen: Seen, random: Random): Move[] => {
  if (meeting.interests.length > 0) return []
  const holders = board.seats.flatMap(holdersOf)
  const who = whoMay(seen, 'interest').filter(({ by }) => holders.includes(by))
  const interest = { kind: 'personal', description: 'Trustee', withdrew: random.percent(70), accountId: null }
  return [
    { operation: 'meetings.declareInterest', input: { id: meeting.id, itemId: item.id, ...interest }, who, likely: 2 },
  ]
}

/** Answers of those who may give one, each for themselves. */
const votes = (meeting: Meeting, item: AgendaItem, board: Board, seen: Seen, random: Random): Move[] => {
  const writers = seen.cases.find(({ id }) => id === item.subjectId)?.writers ?? []
  const said = item.votes.map(({ seatId }) => seatId)
  const holders = board.seats
    .filter(({ id, accountId }) => !said.includes(id) && !writers.includes(accountId))
    .flatMap(holdersOf)
  const who = whoMay(seen, 'vote', writers).filter(({ by }) => holders.includes(by))
  const vote = random.percent(80) ? 'for' : random.pick(['against', 'abstain'])
  const input = { id: meeting.id, itemId: item.id, paperId: item.paperId, vote, note: '' }
  return [{ operation: 'meetings.vote', input, who, likely: meeting.kind === 'meeting' ? 5 : 40 }]
}

const consents = ['recommended', 'approved', 'approved_with_conditions']

const outcome = (meeting: Meeting, item: AgendaItem, board: Board, seen: Seen, random: Random): Move => {
  const subject = seen.cases.find(({ id }) => id === item.subjectId)
  const act = subject && askedOf(subject, seen)?.act
  const result =
    act === 'recommend'
      ? random.pick([...Array(7).fill('recommended'), 'deferred', 'not_recommended', 'referred_back'])
      : random.pick([
          ...Array(5).fill('approved'),
          'approved_with_conditions',
          'approved_with_conditions',
          'deferred',
          'refused',
        ])
  const condition = () => ({
    text: 'Name a supplier',
    owner: 'Scheme lead',
    dueOn: addDays(meeting.heldOn, 60),
    isAfterRelease: random.percent(30),
  })
  const isWith = result === 'approved_with_conditions' || (result === 'recommended' && random.percent(15))
  const isBarred = (accountId: Id) =>
    subject?.writers.includes(accountId) ||
    meeting.interests.some((each) => each.itemId === item.id && each.accountId === accountId)
  const cast = meeting.attendance
    .filter(({ presence, seatId, accountId }) => {
      const seat = board.seats.find(({ id }) => id === seatId)
      return presence === 'present' && seat && !isBarred(accountId) && !isBarred(seat.accountId)
    })
    .map(({ seatId, accountId }) => ({
      seatId,
      accountId,
      vote: consents.includes(result) ? (random.percent(90) ? 'for' : 'against') : 'against',
      note: '',
    }))
  const input = {
    ...seenAs(meeting),
    itemId: item.id,
    result,
    wording: '',
    reason: 'Why',
    conditions: isWith ? [condition()] : [],
    votes: meeting.kind === 'meeting' ? cast : null,
  }
  const who = whoMay(seen, 'meeting', subject?.writers)
  return { operation: 'meetings.recordOutcome', input, who, likely: 70 }
}

const confirmation = (
  operation: 'meetings.confirmItem' | 'meetings.confirmRecord',
  meeting: Meeting,
  seen: Seen,
  item?: AgendaItem,
): Move => {
  const subject = seen.cases.find(({ id }) => id === item?.subjectId)
  const chairs = seen.boards
    .filter(({ id }) => id === meeting.boardId)
    .flatMap((board) => seatsOn(board, seen.today).filter(({ isChair }) => isChair))
    .flatMap(holdersOf)
  const who = whoMay(seen, 'confirm', [...(subject?.writers ?? []), item?.outcome?.recordedBy ?? null])
  return {
    operation,
    input: { ...seenAs(meeting), ...(operation === 'meetings.confirmItem' ? { itemId: item?.id } : {}) },
    who: who.filter(({ by }) => chairs.includes(by)),
    likely: item ? 90 : 5,
  }
}
