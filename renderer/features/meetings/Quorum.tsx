import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import { quorumInWords } from './meetingWords.ts'

/** Whether the meeting can decide as things stand, in one sentence. */
export function Quorum({ facts: { meeting, quorum } }: { facts: Pick<MeetingFacts, 'meeting' | 'quorum'> }) {
  return (
    <p className={classes.sentence} data-tone={quorum.isQuorate ? 'good' : 'warn'} role="status">
      {quorumInWords(quorum, meeting.kind)}
    </p>
  )
}
