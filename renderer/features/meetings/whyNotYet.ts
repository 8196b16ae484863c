import { gapInWords } from '../../../domain/board/quorumInWords.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'

/** Why no outcome of an item can be recorded as things stand; null where it can. */
export const whyNotYet = (
  {
    meeting,
    day,
    seats,
  }: Pick<MeetingFacts, 'day' | 'seats'> & {
    meeting: Pick<MeetingFacts['meeting'], 'status' | 'kind' | 'heldOn' | 'attendance'>
  },
  item: Pick<MeetingItem, 'act' | 'next' | 'isPaperCurrent' | 'quorum' | 'interests' | 'voters' | 'votes'> & {
    countsConflicted: boolean
  },
): string | null => {
  const isWritten = meeting.kind === 'written_procedure'
  if (meeting.status === 'planned') return 'Publish the agenda first: the board decides on the papers as they are then.'
  if (!isWritten && day < meeting.heldOn) return `The board meets on ${formatDeadline(meeting.heldOn)}.`
  if (item.act === null) return `This board is not asked about it now. Next: ${item.next ?? 'nothing'}.`
  if (!item.isPaperCurrent) {
    return 'It was changed since its paper was published. Publish the agenda again, so that all decide on the same paper.'
  }
  if (!item.quorum.isQuorate) {
    const gaps = item.quorum.missing.map(gapInWords).join(', and ')
    return `A decision cannot be recorded yet: ${isWritten ? gaps.replaceAll('be present', 'answer') : gaps}.`
  }
  if (isWritten && day <= meeting.heldOn) {
    const open = item.voters.filter(
      ({ seatId, bar }) => bar === null && !item.votes.some((vote) => vote.seatId === seatId),
    )
    if (open.length > 0) return `Members can still answer until ${formatDeadline(meeting.heldOn)}.`
  }
  const present = new Set(
    meeting.attendance.filter(({ presence }) => presence === 'present').map(({ accountId }) => accountId),
  )
  const inTheRoom = item.interests.find(({ accountId, withdrew }) => !withdrew && present.has(accountId))
  if (!isWritten && !item.countsConflicted && inTheRoom) {
    const isMember = seats.some(({ accountId }) => accountId === inTheRoom.accountId)
    return `${inTheRoom.title}${isMember ? '' : ', an alternate,'} has an interest in it and is still in the room. Declare again that they leave.`
  }
  return null
}
