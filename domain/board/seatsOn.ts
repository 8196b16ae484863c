import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Board, Seat } from './board.ts'

/** The seats of a board that were held on a day; none after the board has ended. */
export const seatsOn = (board: Board, day: CalendarDay): Seat[] =>
  board.isRemoved || (board.endedOn !== null && board.endedOn < day)
    ? []
    : board.seats.filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day <= toOn))

/** Who may sit on a seat: its member, or an alternate in the member's place. */
export const holdersOf = (seat: Seat): Id[] => [seat.accountId, ...seat.alternateIds]
