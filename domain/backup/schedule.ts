import { addDays, type CalendarDay, dayInLondon, endOfDayInLondon, type Instant } from '../calendarDay.ts'

/** The full hours at which a daily backup may be made, by clocks in London. */
export const backupHours = [9, 12, 13, 15, 17, 18, 20] as const
export const USUAL_BACKUP_HOUR = 18

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Situation {
  now: Instant
  /** The hour of the daily backup; null where backups are made by hand only. */
  hour: number | null
  /** When the last verified backup was taken; null where there is none. */
  last: Instant | null
  /** Milliseconds since this run of the program made a backup, by a clock that nobody can set; null where it made none. */
  sinceLast: number | null
}

/**
 * Whether the daily backup is due: its hour has come since the last one, or the last one is older than a day. A moment of
 * the last one that lies ahead says only that the clock was set back: then the clock that nobody can set decides.
 */
export const isBackupDue = ({ now, hour, last, sinceLast }: Situation): boolean => {
  if (hour === null) return false
  if (last === null || (sinceLast !== null && sinceLast >= DAY)) return true
  if (last > now) return sinceLast === null
  return last < lastTimeOf(hour, now)
}

const OLD_AFTER_DAYS = 3

/** Whether the last verified backup is so old that a reader should be told. */
export const isBackupOld = (last: Instant | null, now: Instant): boolean =>
  last === null || Date.parse(now) - Date.parse(last) > OLD_AFTER_DAYS * DAY

/** The last moment, not after now, at which clocks in London showed a full hour. */
const lastTimeOf = (hour: number, now: Instant): Instant => {
  const today = dayInLondon(now)
  const ofToday = timeInLondon(today, hour)
  return ofToday <= now ? ofToday : timeInLondon(addDays(today, -1), hour)
}

/** From the end of the day backwards: clocks change long before the first of the hours that are offered. */
const timeInLondon = (day: CalendarDay, hour: number): Instant =>
  new Date(Date.parse(endOfDayInLondon(day)) + 1 - (24 - hour) * HOUR).toISOString() as Instant
