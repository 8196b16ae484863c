import { z } from 'zod'
import type { CalendarDay } from './calendarDay.ts'

/** A financial year from 1 April, by the calendar year in which it starts: 2020 is 2020/21. */
export const StartYear = z.int().min(1990).max(2100)
export type StartYear = z.infer<typeof StartYear>

/** 2020 → `2020/21`. */
export const formatYear = (year: StartYear): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** The financial year that a day falls in. */
export const yearOf = (day: CalendarDay): StartYear => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
