import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Board, Seat } from './board.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { holdersOf, seatsOn } from './seatsOn.ts'

/** A seat and who sat on it. */
export interface Sitting {
  seat: Seat
  accountId: Id
}

/**
 * Who takes part in an item, or, for null, in the meeting as a whole: those present, and in a written procedure those
 * who have answered. Only seats that are held on the day count, by their member or one of their alternates.
 */
export const presentAt = (board: Board, meeting: Meeting, item: AgendaItem | null, day: CalendarDay): Sitting[] => {
  const named = meeting.kind === 'meeting' ? attending(meeting) : answering(item ? [item] : meeting.items)
  return seatsOn(board, day).flatMap((seat) => {
    const sitting = named.find(({ seatId, accountId }) => seatId === seat.id && holdersOf(seat).includes(accountId))
    return sitting ? [{ seat, accountId: sitting.accountId }] : []
  })
}

const attending = (meeting: Meeting) => meeting.attendance.filter(({ presence }) => presence === 'present')

const answering = (items: AgendaItem[]) => items.flatMap(({ votes }) => votes)
