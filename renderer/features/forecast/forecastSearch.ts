import { z } from 'zod'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'

export const forecastViews = ['periods', 'years', 'bias'] as const
export type ForecastView = (typeof forecastViews)[number]

const Year = z.coerce.number().pipe(StartYear).optional().catch(undefined)

/** Which year is forecast, and how it is laid out. It stands in the address. */
export const ForecastSearch = z.object({
  year: Year,
  show: z.enum(forecastViews).optional().catch(undefined),
  /** Whose versions are compared. */
  scheme: Id.optional().catch(undefined),
})
export type ForecastSearch = z.infer<typeof ForecastSearch>

/** Which year is monitored, and since when its budget is reconciled. */
export const MonitoringSearch = z.object({
  year: Year,
  since: CalendarDay.optional().catch(undefined),
  show: z.enum(['table', 'charts']).optional().catch(undefined),
})
export type MonitoringSearch = z.infer<typeof MonitoringSearch>

/** Which month of a scheme is reported. */
export const HighlightSearch = z.object({
  year: Year,
  month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
})
export type HighlightSearch = z.infer<typeof HighlightSearch>
