import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { itemOf, refuseConfirmed, withItem } from '../../../../domain/board/agenda.ts'
import { castVote, type VoteContext } from '../../../../domain/board/castVote.ts'
import { type AgendaItem, type Meeting, Vote } from '../../../../domain/board/meeting.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { askedOf, subjectOf } from './agendaSubject.ts'
import { type MeetingAtHand, meetingAt, meetingOf, saveMeeting, seatOf } from './meetingOf.ts'

export const OwnVote = z.strictObject({
  id: Id,
  itemId: Id,
  /** The paper that the member has read; null for an item without one. */
  paperId: Id.nullable(),
  ...Vote.pick({ vote: true, note: true }).shape,
})

/** A member's own vote: in a meeting on its day, in a written procedure until its last day. */
export const vote: Service<z.infer<typeof OwnVote>, Meeting> = async (change, input, acting) => {
  const found = await meetingOf(change, input.id, acting)
  const { meeting, board } = found
  const { seat, accountId } = seatOf(board, meeting.heldOn, acting.account?.id ?? null)
  const item = itemOf(meeting, input.itemId)
  if (item.paperId !== input.paperId) fail('paper-changed', { title: item.title })
  const given: Vote = { seatId: seat.id, accountId, vote: input.vote, note: input.note }
  const before = item.votes.find(({ seatId }) => seatId === seat.id)
  // The same answer again, as by a double click, is nothing new.
  const isSame = before?.accountId === accountId && before.vote === given.vote && before.note === given.note
  if (isSame) return null
  const next = castVote(meeting, item, given, await voteContext(change, item, found))
  return await saveMeeting(change, next, `voted ${input.vote}`, { title: item.title, itemId: item.id })
}

export const VoteRecord = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  itemId: Id,
  votes: z.array(Vote).min(1).max(200),
})

/** The votes that were cast in the room, as the secretary takes them down. In a written procedure everybody answers for themselves. */
export const recordVotes: Service<z.infer<typeof VoteRecord>, Meeting> = async (change, input, acting) => {
  const found = await meetingAt(change, input, acting)
  const { meeting } = found
  const { title } = itemOf(meeting, input.itemId)
  const next = await withVotes(change, found, input.itemId, input.votes)
  const counted = { ...next, revision: meeting.revision + 1 }
  return await saveMeeting(change, counted, 'votes recorded', { title, votes: input.votes.length })
}

/** The meeting, in its own revision, with the votes on an item that were taken down in the room. */
export const withVotes = async (
  change: Change,
  found: MeetingAtHand,
  itemId: Id,
  votes: readonly Vote[],
): Promise<Meeting> => {
  const { meeting } = found
  if (meeting.kind === 'written_procedure') fail('wrong-status', { is: meeting.kind, needs: 'meeting' })
  const item = itemOf(meeting, itemId)
  const context = await voteContext(change, item, found)
  // A vote that is not among those taken down was taken down in error before.
  let next = withItem(meeting, { ...item, votes: [] })
  for (const given of votes) next = castVote(next, itemOf(next, item.id), given, context)
  return { ...next, revision: meeting.revision }
}

const voteContext = async (change: Change, item: AgendaItem, at: MeetingAtHand): Promise<VoteContext> => {
  const { meeting, board, today } = at
  // Once it has had effect, its route leads elsewhere: that is not why it cannot be voted on.
  refuseConfirmed(item)
  const subject = await subjectOf(change.tx, item, meeting.heldOn)
  const asked = subject && (await askedOf(change.tx, subject, board.id))
  return { board, writers: subject?.writers ?? [], act: asked?.act ?? 'decide', today }
}
