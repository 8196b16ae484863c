import { z } from 'zod'
import type { CalendarDay } from './calendarDay.ts'
import { fail } from './errors.ts'
import { type Pence, sum } from './money.ts'

/** A financial year from 1 April, by the calendar year in which it starts: 2020 is 2020/21. */
export const StartYear = z.int().min(1990).max(2100)
export type StartYear = z.infer<typeof StartYear>

/** 2020 → `2020/21`. */
export const formatYear = (year: StartYear): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** `2020/21` → 2020; throws `bad-year` for anything else and outside 1990 to 2100. */
export const parseYear = (text: string): StartYear => {
  const year = StartYear.safeParse(Number(text.slice(0, 4)))
  return year.success && formatYear(year.data) === text ? year.data : fail('bad-year', { text: text.slice(0, 20) })
}

/** The financial year that a day falls in. */
export const yearOf = (day: CalendarDay): StartYear => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/** 1 April of the year. */
export const firstDay = (year: StartYear): CalendarDay => `${year}-04-01` as CalendarDay

/** The first and the last year of a range. */
export interface YearRange {
  from: StartYear
  to: StartYear
}

/**
 * A column of the council's tables: the total, all years before `startYear`, one year, or `startYear` and all after it.
 */
export type ReportColumn =
  | { kind: 'total' }
  | { kind: 'to-march'; startYear: StartYear }
  | { kind: 'year'; startYear: StartYear }
  | { kind: 'beyond'; startYear: StartYear }

/** The years shown one by one in the council's tables: the year of the report and the two after it. */
const YEARS_SHOWN = 3

/**
 * TOTAL | TO MARCH | years one by one | beyond, rolled to the report's day (R25) and widened to show every year of
 * `years`. Throws `bad-year` for a range that ends before it begins.
 */
export const reportColumns = (reportDay: CalendarDay, years?: YearRange): ReportColumn[] => {
  if (years && years.to < years.from) return fail('bad-year', { text: formatYear(years.to) })
  const current = yearOf(reportDay)
  const first = Math.min(current, years?.from ?? current)
  const last = Math.max(current + YEARS_SHOWN - 1, years?.to ?? current)
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [
    { kind: 'total' },
    { kind: 'to-march', startYear: first },
    ...shown.map((startYear) => ({ kind: 'year' as const, startYear })),
    { kind: 'beyond', startYear: last + 1 },
  ]
}

/** Whether a year's amounts count in a column. Each year counts in the total and in exactly one other column. */
export const columnHolds = (column: ReportColumn, year: StartYear): boolean => {
  switch (column.kind) {
    case 'total':
      return true
    case 'to-march':
      return year < column.startYear
    case 'year':
      return year === column.startYear
    case 'beyond':
      return year >= column.startYear
  }
}

/** The council's heading: `TOTAL`, `TO MARCH 2020`, `2020/21`, `2023 on`. */
export const formatColumn = (column: ReportColumn): string => {
  switch (column.kind) {
    case 'total':
      return 'TOTAL'
    case 'to-march':
      return `TO MARCH ${column.startYear}`
    case 'year':
      return formatYear(column.startYear)
    case 'beyond':
      return `${column.startYear} on`
  }
}

/** The exact sum of the lines in each column, in the order of the columns. */
export const sumByColumns = (
  columns: readonly ReportColumn[],
  lines: readonly { startYear: StartYear; amount: Pence }[],
): Pence[] =>
  columns.map((column) => sum(lines.filter((line) => columnHolds(column, line.startYear)).map((line) => line.amount)))
