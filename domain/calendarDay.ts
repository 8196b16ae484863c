import { z } from 'zod'
import { fail } from './errors.ts'

/** A calendar day without a time, written YYYY-MM-DD. Days compare as text. */
export const CalendarDay = z.iso.date().brand<'CalendarDay'>()
export type CalendarDay = z.infer<typeof CalendarDay>

/** A moment in UTC as ISO text with milliseconds. Moments compare as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** Throws `bad-day` for a text that is not a real day written YYYY-MM-DD. */
export const calendarDay = (text: string): CalendarDay => {
  const parsed = CalendarDay.safeParse(text)
  return parsed.success ? parsed.data : fail('bad-day', { text })
}

export const addDays = (day: CalendarDay, days: number): CalendarDay => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as CalendarDay
}

/** The same day of a later month, or that month's last day where it is shorter. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0))
  lastDay.setUTCDate(Math.min(date, lastDay.getUTCDate()))
  return lastDay.toISOString().slice(0, 10) as CalendarDay
}

/** The number of nights from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: CalendarDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

/** The day that clocks in Europe/London show at a moment. */
export const dayInLondon = (moment: Instant): CalendarDay => londonDay.format(new Date(moment)) as CalendarDay

/** The last millisecond of a day in Europe/London. */
export const endOfDayInLondon = (day: CalendarDay): Instant => {
  // London is at most an hour ahead of UTC, so its midnight is one of two moments.
  const utcMidnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  const summerMidnight = utcMidnight - 3_600_000
  const isSummer = dayInLondon(new Date(summerMidnight).toISOString() as Instant) > day
  return new Date((isSummer ? summerMidnight : utcMidnight) - 1).toISOString() as Instant
}
