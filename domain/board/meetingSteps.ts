import { fail } from '../errors.ts'
import type { Meeting, MeetingState } from './meeting.ts'

interface MeetingStep {
  /** The states in which the act may be done; none for the act that begins a meeting. */
  from: readonly MeetingState[]
  /** The state that it leads to; null where the meeting stays in its own. */
  to: MeetingState | null
}

const open = ['planned', 'agenda_published'] as const
const published = ['agenda_published'] as const

/** What may be done with a meeting, and when. */
export const meetingSteps = {
  plan: { from: [], to: 'planned' },
  change: { from: open, to: null },
  cancel: { from: open, to: 'cancelled' },
  setAgenda: { from: open, to: null },
  // What was exempt may be opened once the reason is gone, also after the meeting.
  setExemption: { from: [...open, 'confirmed', 'cancelled'], to: null },
  publishAgenda: { from: open, to: 'agenda_published' },
  recordAttendance: { from: open, to: null },
  declareInterest: { from: open, to: null },
  vote: { from: published, to: null },
  recordOutcome: { from: published, to: null },
  writeMinutes: { from: published, to: null },
  confirmItem: { from: published, to: null },
  confirmRecord: { from: published, to: 'confirmed' },
  finishAction: { from: ['agenda_published', 'confirmed'], to: null },
} as const satisfies Record<string, MeetingStep>
export type MeetingAct = keyof typeof meetingSteps

/** The meeting after an act that changes its state and nothing else; throws `wrong-status` where the act has no place. */
export const stepMeeting = (meeting: Meeting, act: MeetingAct): Meeting => {
  const { from, to }: MeetingStep = meetingSteps[act]
  if (!from.includes(meeting.status)) fail('wrong-status', { is: meeting.status, needs: from.join(' or ') })
  return { ...meeting, status: to ?? meeting.status, revision: meeting.revision + 1 }
}
