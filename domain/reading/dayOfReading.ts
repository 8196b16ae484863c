import type { CalendarDay } from '../calendarDay.ts'
import { firstDay } from '../financialYear.ts'
import type { ReportReading } from './reportReading.ts'

/** The day of the report; where none was understood, the first day of the first year that its tables show. */
export const dayOfReading = ({ cover, tables }: Pick<ReportReading, 'cover' | 'tables'>): CalendarDay => {
  const years = tables.flatMap(({ columns }) =>
    columns.flatMap(({ meaning }) => (meaning?.kind === 'year' ? [meaning.startYear] : [])),
  )
  return cover.datedOn.value ?? (years.length === 0 ? ('2000-04-01' as CalendarDay) : firstDay(Math.min(...years)))
}
