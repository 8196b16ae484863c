import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import { lastDayOfPeriod, type Period, periodsOfYear } from '../period/period.ts'

/** The last period that "to date" means: the last one closed, or while none is, the last month that has ended. 0 is none yet. */
export const periodsToDate = (
  startYear: StartYear,
  isClosed: (period: Period) => boolean,
  today: CalendarDay,
): Period | 0 => {
  const closed = periodsOfYear.findLast(isClosed)
  if (closed !== undefined) return closed
  return periodsOfYear.findLast((period) => period <= 12 && lastDayOfPeriod(startYear, period) < today) ?? 0
}
