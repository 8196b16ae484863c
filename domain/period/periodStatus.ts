import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Period } from './period.ts'

/** In characters. */
export const LONGEST_REOPENING_REASON = 500

/** That somebody asked to open a closed period again, and why: it stays closed until somebody else agrees (R14). */
export const Reopening = z.strictObject({
  reason: z.string().trim().min(1).max(LONGEST_REOPENING_REASON),
  askedBy: z.string().min(1),
  askedOn: CalendarDay,
})
export type Reopening = z.infer<typeof Reopening>

/** A period of a financial year; a closed one takes no more spend and no more orders (R23). Periods without a row are open. */
export const PeriodStatus = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  startYear: StartYear,
  period: Period,
  status: z.enum(['open', 'closed']),
  closedOn: CalendarDay.nullable(),
  reopening: Reopening.nullable(),
})
export type PeriodStatus = z.infer<typeof PeriodStatus>
