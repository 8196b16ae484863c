import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingPart } from './meetingSearch.ts'

/** The part of a meeting whose turn it is: the agenda until its day, then the record, and the minutes once that is confirmed. */
export const partOf = ({ meeting, day }: Pick<MeetingFacts, 'day'> & { meeting: MeetingTurn }): MeetingPart => {
  if (meeting.status === 'confirmed') return 'minutes'
  if (meeting.status !== 'agenda_published') return 'agenda'
  return meeting.kind === 'written_procedure' || day >= meeting.heldOn ? 'record' : 'agenda'
}

type MeetingTurn = Pick<MeetingFacts['meeting'], 'status' | 'kind' | 'heldOn'>
