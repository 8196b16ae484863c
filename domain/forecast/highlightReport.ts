import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Rating } from '../programme/scheme.ts'

/** A milestone as it stood when the report was submitted. */
export const ReportedMilestone = z.strictObject({
  id: Id,
  name: z.string(),
  baselineOn: CalendarDay.nullable(),
  forecastOn: CalendarDay.nullable(),
  actualOn: CalendarDay.nullable(),
})
export type ReportedMilestone = z.infer<typeof ReportedMilestone>

/** A risk as it stood when the report was submitted; the score is likelihood by impact, 1 to 25. */
export const ReportedRisk = z.strictObject({ id: Id, title: z.string(), score: z.int().min(1).max(25).nullable() })
export type ReportedRisk = z.infer<typeof ReportedRisk>

/** In characters. */
export const LONGEST_COMMENTARY = 2000

/** What a scheme says of one month: how delivery stands, in words, with its milestones and highest risks. */
export const HighlightReport = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  startYear: StartYear,
  /** 1 to 12, the months from April. */
  period: z.int().min(1).max(12),
  /** A correction of a submitted report is its next version. */
  version: z.int().min(1),
  status: z.enum(['draft', 'submitted']),
  delivery: Rating,
  commentary: z.string().trim().max(LONGEST_COMMENTARY),
  nextMonth: z.string().trim().max(LONGEST_COMMENTARY),
  /** Filled when it is submitted; until then they are read where they are kept. */
  milestones: z.array(ReportedMilestone),
  risks: z.array(ReportedRisk),
  writtenBy: z.string(),
  submittedOn: CalendarDay.nullable(),
})
export type HighlightReport = z.infer<typeof HighlightReport>
