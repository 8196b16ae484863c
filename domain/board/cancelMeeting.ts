import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Board } from './board.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { stepMeeting } from './meetingSteps.ts'
import { quorumOf } from './quorum.ts'

/**
 * Calls a meeting off; what stood on its agenda can come to another one. Throws `wrong-status` once an item is confirmed,
 * and `quorum-voted` for an item that the board is still asked about and a quorum has voted on: that is closed by a chair
 * who confirms the record, so that no vote is put again because of how it went.
 */
export const cancelMeeting = (meeting: Meeting, board: Board, asked: ReadonlySet<Id>): Meeting => {
  const next = stepMeeting(meeting, 'cancel')
  if (meeting.items.some(({ isConfirmed }) => isConfirmed)) fail('wrong-status', { is: 'confirmed', needs: 'planned' })
  const decided = meeting.items.find((item) => asked.has(item.id) && isDecided(board, meeting, item))
  if (decided) fail('quorum-voted', { title: decided.title })
  return next
}

const isDecided = (board: Board, meeting: Meeting, item: AgendaItem): boolean =>
  item.outcome !== null || (item.votes.length > 0 && quorumOf(board, meeting, item, meeting.heldOn).isQuorate)
