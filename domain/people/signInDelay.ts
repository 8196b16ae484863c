import type { Instant } from '../calendarDay.ts'

/** Failures that cost no waiting: people mistype. */
const FREE_FAILURES = 3
/** In milliseconds. */
const FIRST_DELAY = 1000
const LONGEST_DELAY = 15 * 60_000

/** How long nobody may try a name again after so many failures in a row, in milliseconds. */
export const delayAfter = (failures: number): number =>
  failures <= FREE_FAILURES ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures - FREE_FAILURES, 30))

/**
 * What is left of the delay when a program first sees the failures, by its clock (milliseconds). A clock that is set back
 * gives the whole delay again, and never less of it.
 */
export const delayLeft = (failures: number, failedAt: Instant, now: Instant): number => {
  const since = Math.max(0, Date.parse(now) - Date.parse(failedAt))
  return Math.max(0, delayAfter(failures) - since)
}

/** So many failures of one name within so many milliseconds are worth an event. */
const TELLING = 5
const TELLING_WITHIN = 10 * 60_000

/** The moments of the last failures with one more; `isTold` where they are now worth an event, after which they are forgotten. */
export const withFailure = (moments: readonly Instant[], now: Instant): { moments: Instant[]; isTold: boolean } => {
  const last = [...moments, now].slice(-TELLING)
  const first = last.length === TELLING ? last[0] : undefined
  const isTold = first !== undefined && Date.parse(now) - Date.parse(first) <= TELLING_WITHIN
  return { moments: isTold ? [] : last, isTold }
}
