import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { itemOf, refuseConfirmed } from './agenda.ts'
import type { Board } from './board.ts'
import type { Attendance, Interest, Meeting } from './meeting.ts'
import { stepMeeting } from './meetingSteps.ts'
import { holdersOf, seatsOn } from './seatsOn.ts'

/**
 * Records who came, who sent apologies and who did neither. Whoever is no longer present has not voted. Throws
 * `date-order` for somebody present before the day, `not-a-member` for who holds no seat, `one-seat-each` for who sits on two.
 */
export const recordAttendance = (
  meeting: Meeting,
  board: Board,
  attendance: readonly Attendance[],
  today: CalendarDay,
): Meeting => {
  const next = stepMeeting(meeting, 'recordAttendance')
  const seats = seatsOn(board, meeting.heldOn)
  for (const { seatId, accountId, presence } of attendance) {
    const seat = seats.find(({ id }) => id === seatId)
    if (!seat || !holdersOf(seat).includes(accountId)) fail('not-a-member', { board: board.name })
    if (presence === 'present' && today < meeting.heldOn) {
      fail('date-order', { earlier: meeting.heldOn, later: today })
    }
  }
  const present = attendance.filter(({ presence }) => presence === 'present').map(({ accountId }) => accountId)
  const isRepeated = (ids: readonly Id[]) => new Set(ids).size < ids.length
  if (isRepeated(present) || isRepeated(attendance.map(({ seatId }) => seatId))) fail('one-seat-each', {})
  // A decision that has taken effect was taken by those who were there.
  meeting.items.forEach(refuseConfirmed)
  const stillHere = (vote: { seatId: Id; accountId: Id }) =>
    meeting.kind === 'written_procedure' ||
    attendance.some(
      ({ seatId, accountId, presence }) =>
        presence === 'present' && seatId === vote.seatId && accountId === vote.accountId,
    )
  return {
    ...next,
    attendance: [...attendance],
    items: next.items.map((item) => ({ ...item, votes: item.votes.filter(stillHere) })),
  }
}

/** The attendance with the apologies of one seat, which its holder may send before the day. */
export const apologise = (meeting: Meeting, seatId: Id, accountId: Id): Attendance[] => [
  ...meeting.attendance.filter((each) => each.seatId !== seatId),
  { seatId, accountId, presence: 'apologies' },
]

/** Declares an interest in an item; a vote that its holder has given on it no longer stands. Throws `not-a-member`. */
export const declareInterest = (meeting: Meeting, board: Board, interest: Interest): Meeting => {
  const next = stepMeeting(meeting, 'declareInterest')
  const item = itemOf(meeting, interest.itemId)
  refuseConfirmed(item)
  const own = seatsOn(board, meeting.heldOn).filter((seat) => holdersOf(seat).includes(interest.accountId))
  if (own.length === 0) fail('not-a-member', { board: board.name })
  // An interest of the member's keeps the alternate from voting too.
  const barred = new Set(own.filter(({ accountId }) => accountId === interest.accountId).map(({ id }) => id))
  const others = next.interests.filter(
    ({ itemId, accountId }) => itemId !== interest.itemId || accountId !== interest.accountId,
  )
  return {
    ...next,
    interests: [...others, interest],
    items: next.items.map((each) =>
      each.id === item.id
        ? {
            ...each,
            votes: each.votes.filter((vote) => vote.accountId !== interest.accountId && !barred.has(vote.seatId)),
          }
        : each,
    ),
  }
}
