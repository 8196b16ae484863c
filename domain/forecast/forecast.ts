import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'

/** 0 is the year as a whole, 1 to 12 its months from April, 13 the closing period. */
export const ForecastPeriod = z.int().min(0).max(13)
export type ForecastPeriod = z.infer<typeof ForecastPeriod>

/** What a scheme expects to spend in a period, or in a year as a whole, what is spent already included. Pence. */
export const ForecastLine = z.strictObject({ startYear: StartYear, period: ForecastPeriod, amount: Pence })
export type ForecastLine = z.infer<typeof ForecastLine>

export const LONGEST_FORECAST_NOTE = 500

/** One version of what a scheme expects to spend. A year is forecast by period or as a whole, never both. */
export const Forecast = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  version: z.int().min(1),
  /** A submitted version is never changed: the next change begins the next version. */
  status: z.enum(['draft', 'submitted']),
  lines: z.array(ForecastLine),
  note: z.string().trim().max(LONGEST_FORECAST_NOTE),
  writtenBy: z.string(),
  submittedBy: z.string().nullable(),
  submittedOn: CalendarDay.nullable(),
})
export type Forecast = z.infer<typeof Forecast>
