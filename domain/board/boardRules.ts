import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Board, Seat } from './board.ts'
import { gapsOf } from './quorum.ts'
import { nameGaps } from './quorumInWords.ts'
import { seatsOn } from './seatsOn.ts'

/**
 * What has to hold of a board before it is saved. Throws `date-order` for a seat that ends before it begins,
 * `one-seat-each` for somebody on two seats at a time or their own alternate, and `never-quorate` for a board that could
 * not be quorate with all of its members there, or that has nobody to confirm its record.
 */
export const checkBoard = (board: Board, organisationNames: ReadonlyMap<string, string>, today: CalendarDay): void => {
  for (const { fromOn, toOn } of board.seats) {
    if (toOn !== null && toOn < fromOn) fail('date-order', { earlier: fromOn, later: toOn })
  }
  board.seats.forEach((seat, index) => {
    const isTwice = board.seats
      .slice(index + 1)
      .some((other) => other.accountId === seat.accountId && overlap(seat, other))
    if (isTwice || seat.alternateIds.includes(seat.accountId)) fail('one-seat-each', {})
  })
  if (board.endedOn !== null) return
  const seats = seatsOn(board, firstDay(board, today)).map((seat) => ({ seat }))
  const gaps = gapsOf(board, seats)
  const hasChair = seats.some(({ seat }) => seat.isChair)
  const missing = hasChair || gaps.some(({ kind }) => kind === 'chair') ? gaps : [...gaps, { kind: 'chair' as const }]
  if (missing.length > 0) fail('never-quorate', { missing: nameGaps(missing, organisationNames) })
}

/** Today, or the day on which a board to come has its first seat. */
const firstDay = (board: Board, today: CalendarDay): CalendarDay => {
  const [first] = board.seats.map(({ fromOn }) => fromOn).sort()
  return first !== undefined && first > today ? first : today
}

const overlap = (one: Seat, other: Seat): boolean =>
  (one.toOn === null || other.fromOn <= one.toOn) && (other.toOn === null || one.fromOn <= other.toOn)

/**
 * Holds a changed board against what it was: a seat that has begun keeps its member and its first day, and can only end,
 * so that what was decided before keeps those who decided it. Throws `seat-begun`.
 */
export const keepBegunSeats = (before: Board, after: Board, today: CalendarDay): void => {
  for (const seat of before.seats.filter(({ fromOn }) => fromOn < today)) {
    const kept = after.seats.find(({ id }) => id === seat.id)
    const isKept = kept !== undefined && kept.accountId === seat.accountId && kept.fromOn === seat.fromOn
    if (!isKept) fail('seat-begun', { from: seat.fromOn })
  }
}
