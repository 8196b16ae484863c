import type { Id } from '../id.ts'
import type { Seat } from './board.ts'
import type { AgendaItem, Interest, Meeting } from './meeting.ts'

/** The interests that were declared in an item. */
export const interestsIn = (meeting: Meeting, item: AgendaItem): Interest[] =>
  meeting.interests.filter(({ itemId }) => itemId === item.id)

/** Whether an interest keeps a seat from an item: its member's own, which an alternate does not lift, or the alternate's. */
export const isConflicted = (meeting: Meeting, item: AgendaItem, seat: Seat, accountId: Id): boolean =>
  interestsIn(meeting, item).some(
    (interest) => interest.accountId === seat.accountId || interest.accountId === accountId,
  )
