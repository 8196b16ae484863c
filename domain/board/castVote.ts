import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { separateDuties } from '../people/separateDuties.ts'
import { itemOf, refuseConfirmed, withItem } from './agenda.ts'
import type { Board } from './board.ts'
import type { AgendaItem, Meeting, Vote } from './meeting.ts'
import { stepMeeting } from './meetingSteps.ts'
import { holdersOf, seatsOn } from './seatsOn.ts'
import { barToVote } from './voting.ts'

export interface VoteContext {
  board: Board
  /** Who wrote the item. */
  writers: readonly string[]
  act: 'recommend' | 'approve' | 'decide'
  today: CalendarDay
}

/**
 * Puts a vote in the place of what the seat said before. Throws `not-a-member`, `own-item`, `conflicted` or
 * `not-present` for who has no vote, `date-order` before the day of a meeting, `answers-closed` after the last day of
 * a written procedure, and `seat-answered` for an alternate there whose member has answered.
 */
export const castVote = (meeting: Meeting, item: AgendaItem, vote: Vote, context: VoteContext): Meeting => {
  const { board, writers, act, today } = context
  const next = stepMeeting(meeting, 'vote')
  refuseConfirmed(itemOf(meeting, item.id))
  const seat = seatsOn(board, meeting.heldOn).find(({ id }) => id === vote.seatId)
  if (!seat || !holdersOf(seat).includes(vote.accountId)) return fail('not-a-member', { board: board.name })
  const isWritten = meeting.kind === 'written_procedure'
  if (isWritten && today > meeting.heldOn) fail('answers-closed', { on: meeting.heldOn })
  if (!isWritten && today < meeting.heldOn) fail('date-order', { earlier: meeting.heldOn, later: today })
  separateDuties(writers, [vote.accountId, seat.accountId], act)
  const bar = barToVote(meeting, item, writers, { seat, accountId: vote.accountId })
  if (bar === 'conflicted') fail('conflicted', { title: item.title })
  if (bar === 'absent') fail('not-present', {})
  const before = item.votes.find(({ seatId }) => seatId === seat.id)
  // The member's own answer is not for an alternate to change.
  const isMembers = before?.accountId === seat.accountId && vote.accountId !== seat.accountId
  if (isWritten && isMembers) fail('seat-answered', {})
  // One person has one vote, on whichever seat they sit.
  const isElsewhere = item.votes.some(({ seatId, accountId }) => accountId === vote.accountId && seatId !== vote.seatId)
  if (isElsewhere) fail('one-seat-each', {})
  const votes = [...item.votes.filter(({ seatId }) => seatId !== vote.seatId), vote]
  return withItem(next, { ...item, votes })
}
