import type { CalendarDay } from '../calendarDay.ts'

/** A backup as it lies in the folder. */
export interface KeptBackup {
  name: string
  /** Orders backups: the clock may have gone backwards between two of them. */
  number: number
  day: CalendarDay
  /** Whether it was opened again, checked and hashed. What was not is left from a run that broke off. */
  isVerified: boolean
}

const OF_TODAY = 3
const DAYS_IN_ALL = 10

/**
 * The names of the backups that may go. Kept are the newest three of today, which is the day of the newest backup; the
 * newest of each earlier day, until there are ten in all; and the newest of each month. What was not verified goes when a
 * newer one has been. A clock that went wrong only gives days of its own: it never takes a backup of another day.
 */
export const backupsToRemove = (backups: readonly KeptBackup[]): string[] => {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number)
  const verified = newestFirst.filter((backup) => backup.isVerified)
  const [newest] = verified
  if (newest === undefined) return []
  const today = verified.filter(({ day }) => day === newest.day).slice(0, OF_TODAY)
  const ofEachDay = newestOfEach(verified, ({ day }) => day).filter(({ day }) => day !== newest.day)
  const kept = new Set([
    ...today,
    ...ofEachDay.slice(0, DAYS_IN_ALL - today.length),
    ...newestOfEach(verified, ({ day }) => day.slice(0, 7)),
    ...newestFirst.filter(({ isVerified, number }) => !isVerified && number > newest.number),
  ])
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

const newestOfEach = (newestFirst: readonly KeptBackup[], keyOf: (backup: KeptBackup) => string): KeptBackup[] =>
  [...new Map([...newestFirst].reverse().map((backup) => [keyOf(backup), backup])).values()].reverse()
