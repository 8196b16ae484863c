import type { CalendarDay } from '../calendarDay.ts'
import { Failure, fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Board } from './board.ts'
import { isConflicted } from './conflicts.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { holdersOf, seatsOn } from './seatsOn.ts'

/**
 * Whether somebody may confirm what was done with items: a chair of today or their alternate, who neither wrote an item
 * nor has an interest in it, and does not stand in for a chair who did or has. Throws `not-the-chair`, `own-item`, `conflicted`.
 */
export const checkChair = (
  board: Board,
  meeting: Meeting,
  items: readonly { item: AgendaItem; writers: readonly string[] }[],
  accountId: Id | null,
  today: CalendarDay,
): void => {
  const chairs = seatsOn(board, today).filter((seat) => seat.isChair)
  const own = chairs.filter((seat) => accountId !== null && holdersOf(seat).includes(accountId))
  if (accountId === null || own.length === 0) throw new Failure('not-the-chair', { board: board.name })
  for (const { item, writers } of items) {
    const unwritten = own.filter((seat) => !writers.includes(seat.accountId) && !writers.includes(accountId))
    if (unwritten.length === 0) separateDuties([accountId], [accountId], 'confirm')
    if (unwritten.every((seat) => isConflicted(meeting, item, seat, accountId))) {
      fail('conflicted', { title: item.title })
    }
  }
}
