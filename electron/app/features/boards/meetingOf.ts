import type { Change } from '../../../../db/change.ts'
import { boards, meetings } from '../../../../db/subjects.ts'
import type { Board, Seat } from '../../../../domain/board/board.ts'
import type { Meeting } from '../../../../domain/board/meeting.ts'
import { holdersOf, seatsOn } from '../../../../domain/board/seatsOn.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { covers } from '../../../../domain/people/covers.ts'
import type { Acting, Outcome } from '../../command.ts'

export interface MeetingAtHand {
  meeting: Meeting
  board: Board
  today: CalendarDay
}

/** A meeting with its board, for somebody whose role reaches that board. Throws `not-found` and `outside-scope`. */
export const meetingOf = async ({ tx }: Change, id: Id, acting: Acting): Promise<MeetingAtHand> => {
  const meeting = await meetings.get(tx, id)
  const board = await boards.get(tx, meeting.boardId)
  refuseOutside(acting, board.id)
  return { meeting, board, today: dayInLondon(acting.clock()) }
}

/** The same for who has seen a revision of it; throws `stale` when somebody has saved since. */
export const meetingAt = async (
  change: Change,
  { id, revision }: { id: Id; revision: number },
  acting: Acting,
): Promise<MeetingAtHand> => {
  const found = await meetingOf(change, id, acting)
  if (found.meeting.revision !== revision) fail('stale', { entity: 'meeting', id })
  return found
}

/** Throws `outside-scope` for a role that is held for another part of the programme. */
export const refuseOutside = ({ account, role, clock }: Acting, boardId: Id): void => {
  if (account === null) return
  const isInScope = covers(account, role, dayInLondon(clock()), [{ kind: 'board', ids: [boardId] }])
  if (!isInScope) fail('outside-scope', { role })
}

/** The seat that a person holds on the day, as its member before as somebody's alternate. Throws `not-a-member`. */
export const seatOf = (board: Board, day: CalendarDay, accountId: Id | null): { seat: Seat; accountId: Id } => {
  const seats = seatsOn(board, day)
  const seat =
    seats.find((each) => each.accountId === accountId) ??
    seats.find((each) => accountId !== null && holdersOf(each).includes(accountId))
  return seat && accountId !== null ? { seat, accountId } : fail('not-a-member', { board: board.name })
}

/** Saves a meeting and says what was done with it. */
export const saveMeeting = async (
  change: Change,
  meeting: Meeting,
  transition: string,
  detail: Record<string, unknown> = {},
): Promise<Outcome<Meeting>> => ({
  subject: { kind: 'meeting', id: meeting.id },
  transition,
  value: await meetings.save(change, meeting),
  detail,
})
