import { addDays, type CalendarDay, dayInLondon, daysBetween } from '../calendarDay.ts'
import type { Meeting } from './meeting.ts'

/** Local Government Act 1972 section 100B, and the habit of the NHS: papers are out five clear days before a meeting. */
export const CLEAR_DAYS = 5

export interface AgendaNotice {
  /** The last day on which publishing leaves five clear days. */
  latestOn: CalendarDay
  publishedOn: CalendarDay | null
  /** Days between publication, on the day given where that is still to come, and the meeting, neither counted. */
  clearDays: number
  isShort: boolean
}

/** How much notice an agenda gives. Too little is warned of, and not refused: urgent business comes late. */
export const noticeOf = (meeting: Meeting, today: CalendarDay): AgendaNotice => {
  const publishedOn = meeting.agendaPublishedAt && dayInLondon(meeting.agendaPublishedAt)
  const clearDays = Math.max(0, daysBetween(publishedOn ?? today, meeting.heldOn) - 1)
  return {
    latestOn: addDays(meeting.heldOn, -CLEAR_DAYS - 1),
    publishedOn,
    clearDays,
    isShort: meeting.kind === 'meeting' && clearDays < CLEAR_DAYS,
  }
}
