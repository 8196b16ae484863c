import type { CalendarDay, Instant } from '../calendarDay.ts'
import type { Id } from '../id.ts'

/** An event that saved the thing, and how the thing stood after it. */
export interface TimelineEvent {
  seq: number
  recordedAt: Instant
  actor: string
  role: string
  operation: string
  transition: string
  status: string
  /** The day that the act itself names, where it may be earlier than the day on which it was recorded. */
  on: CalendarDay | null
  reason: string
  paperSha256: string | null
}

export interface TimelineStep {
  seq: number
  recordedAt: Instant
  on: CalendarDay | null
  actor: string
  role: string
  operation: string
  from: string | null
  to: string
  reason: string
  paperSha256: string | null
}

/**
 * The steps of a thing from its draft on: who took it where, and when. What changed its text and not its state counts
 * only as the first step; a day earlier than its record is told beside it.
 */
export const decisionTimeline = (events: readonly TimelineEvent[]): TimelineStep[] => {
  const steps: TimelineStep[] = []
  let status: string | null = null
  for (const { transition: _, status: to, ...event } of [...events].sort((a, b) => a.seq - b.seq)) {
    const isStep = to !== status || event.paperSha256 !== null
    if (isStep) steps.push({ ...event, from: status, to })
    status = to
  }
  return steps
}

export type TimelineSubject = { kind: 'business_case' | 'authority_request'; id: Id }
