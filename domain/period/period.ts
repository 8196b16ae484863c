import { z } from 'zod'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import { type StartYear, yearOf } from '../financialYear.ts'
import { formatMonth } from '../inWords.ts'

/** A period of the finance system: 1 is April, 12 is March, and 13 takes what is entered for the year after its last day. */
export const Period = z.int().min(1).max(13)
export type Period = z.infer<typeof Period>

/** Where the accounts of a year are made up after its last day. */
export const CLOSING_PERIOD: Period = 13

export const periodsOfYear: readonly Period[] = Array.from({ length: CLOSING_PERIOD }, (_, index) => index + 1)

/** The month that a day falls in, as the period of its year: 1 to 12. */
export const periodOf = (day: CalendarDay): Period => ((Number(day.slice(5, 7)) + 8) % 12) + 1

/** The first day of a period's month; that of the closing period is the first day after the year. */
export const firstDayOfPeriod = (startYear: StartYear, period: Period): CalendarDay => {
  const month = period + 3
  const [year, number] = month > 12 ? [startYear + 1, month - 12] : [startYear, month]
  return `${year}-${String(number).padStart(2, '0')}-01` as CalendarDay
}

/** The last day of a period's month; that of the closing period is the last day of the year. */
export const lastDayOfPeriod = (startYear: StartYear, period: Period): CalendarDay =>
  addDays(firstDayOfPeriod(startYear, Math.min(period, 12) + 1), -1)

/** The period that an entry counts in: its own, or, where it is of the year as a whole, the month of its day; null outside the year. */
export const periodCounted = (entry: {
  startYear: StartYear
  period: number
  effectiveOn: CalendarDay
}): Period | null => {
  if (entry.period > 0) return entry.period
  return yearOf(entry.effectiveOn) === entry.startYear ? periodOf(entry.effectiveOn) : null
}

/** `P5, August 2020`, and `P13, closing entries`. */
export const periodName = (startYear: StartYear, period: Period): string =>
  period === CLOSING_PERIOD ? 'P13, closing entries' : `P${period}, ${formatMonth(firstDayOfPeriod(startYear, period))}`
