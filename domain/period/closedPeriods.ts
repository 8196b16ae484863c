import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Entry, Level, Movement } from '../ledger/entry.ts'
import type { YearStatus } from '../programme/yearStatus.ts'
import { type Period, periodCounted, periodsOfYear } from './period.ts'
import type { PeriodStatus } from './periodStatus.ts'

export type PeriodState = Pick<PeriodStatus, 'startYear' | 'period' | 'status'>

/** What is entered period by period; the other levels go by the day of a decision. */
const booked: readonly Level[] = ['commitment', 'actual']

export const isClosedPeriod = (periods: readonly PeriodState[], startYear: StartYear, period: Period): boolean =>
  periods.some((each) => each.startYear === startYear && each.period === period && isClosed(each))

type Counted = Pick<Entry, 'level' | 'startYear' | 'period' | 'effectiveOn'>

/** R23: asks of an entry which closed period it would change; null where it may be posted. */
const findClosedPeriod = (periods: readonly PeriodState[]) => {
  const closed = new Set(periods.filter(isClosed).map((each) => keyOf(each.startYear, each.period)))
  return (entry: Counted): { year: StartYear; period: Period } | null => {
    if (closed.size === 0 || !booked.includes(entry.level)) return null
    const period = periodCounted(entry)
    return period !== null && closed.has(keyOf(entry.startYear, period)) ? { year: entry.startYear, period } : null
  }
}

/** R23: a closed period takes no more spend and no more orders, and no correction either; throws `closed-period`. */
export const checkPeriods = (movement: Pick<Movement, 'entries'>, periods: readonly PeriodState[]): void => {
  const closedPeriodOf = findClosedPeriod(periods)
  for (const entry of movement.entries) {
    const closed = closedPeriodOf(entry)
    if (closed) fail('closed-period', closed)
  }
}

/** What a dated adjustment needs to know: what is closed, and the day on which it is made. */
export interface Closed {
  periods: readonly PeriodState[]
  years: readonly Pick<YearStatus, 'startYear' | 'status'>[]
}

/**
 * R23: a movement as it can be posted now. What counts in a closed period is entered in the first open period after it in
 * the same year, and in a closed year as an adjustment of the year as a whole; the amounts stay as they are. A year whose
 * periods are all closed takes nothing until one of them is opened again or the year is closed.
 */
export const inOpenPeriods = (movement: Movement, { periods, years }: Closed, on: CalendarDay): Movement => {
  const closedPeriodOf = findClosedPeriod(periods)
  const closedYears = new Set(years.filter((each) => each.status === 'closed').map((each) => each.startYear))
  return {
    ...movement,
    entries: movement.entries.map((entry) => {
      const closed = closedPeriodOf(entry)
      if (closed === null) return entry
      const period = closedYears.has(entry.startYear) ? 0 : firstOpenAfter(periods, closed)
      return { ...entry, period, effectiveOn: on }
    }),
  }
}

const firstOpenAfter = (periods: readonly PeriodState[], closed: { year: StartYear; period: Period }): Period => {
  const shut = new Set(
    periods.filter((each) => each.startYear === closed.year && isClosed(each)).map((each) => each.period),
  )
  const open = periodsOfYear.find((period) => period > closed.period && !shut.has(period))
  return open ?? fail('closed-period', closed)
}

const isClosed = (each: PeriodState): boolean => each.status === 'closed'

const keyOf = (startYear: StartYear, period: Period): string => `${startYear} ${period}`
