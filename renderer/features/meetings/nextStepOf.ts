import { formatDay } from '../../../domain/inWords.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import type { MeetingFacts } from './meetingFacts.ts'

/** What happens next in a meeting, who does it and by when, as one sentence or two. */
export const nextStepOf = (facts: Pick<MeetingFacts, 'meeting' | 'notice' | 'quorum' | 'day'>): string => {
  const { meeting, notice, quorum, day } = facts
  const { status, kind, heldOn, items } = meeting
  const isWritten = kind === 'written_procedure'
  if (status === 'cancelled') return 'nothing. It was called off, and what stood on its agenda can come to another one.'
  if (status === 'confirmed') {
    const open = meeting.actions.filter(({ doneOn }) => doneOn === null).length
    return open === 0
      ? 'nothing is left to do. A correction is a further decision at another meeting.'
      : `${countOf(open, 'action')} from this meeting ${open === 1 ? 'is' : 'are'} still open.`
  }
  if (status === 'planned') {
    if (items.length === 0) return 'the board secretary puts business on the agenda and publishes it.'
    return isWritten
      ? `the board secretary publishes the papers. Members answer by ${formatDeadline(heldOn)}.`
      : `the board secretary publishes the agenda${notice.isShort ? '' : ` by ${formatDeadline(notice.latestOn)}, five clear days before the meeting`}.`
  }
  const undecided = items.filter(({ outcome }) => outcome === null).length
  const unconfirmed = items.filter(({ outcome, isConfirmed }) => outcome !== null && !isConfirmed).length
  if (!isWritten && day < heldOn) return `the board meets on ${formatDeadline(heldOn)}. Members read the papers before.`
  if (isWritten && day <= heldOn && !quorum.isQuorate && undecided > 0) {
    return `members answer by ${formatDeadline(heldOn)}.`
  }
  if (undecided > 0) {
    if (!isWritten && !quorum.isQuorate) return 'the board secretary records who is present.'
    return `the board secretary records what was decided on ${countOf(undecided, 'item')}.`
  }
  return unconfirmed > 0
    ? `a chair confirms the record. ${unconfirmed === 1 ? 'Its decision takes' : 'Its decisions take'} effect with that, not before.`
    : `a chair confirms the record of ${formatDay(heldOn)} as a whole.`
}
