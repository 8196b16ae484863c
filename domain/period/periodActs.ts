import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import { isClosedPeriod, type PeriodState } from './closedPeriods.ts'
import { CLOSING_PERIOD, lastDayOfPeriod, type Period, periodsOfYear } from './period.ts'
import type { PeriodStatus, Reopening } from './periodStatus.ts'

/** The periods that are closed when a year is closed through one of them: it and every open one before it. */
export const periodsToClose = (periods: readonly PeriodState[], startYear: StartYear, through: Period): Period[] =>
  periodsOfYear.filter((period) => period <= through && !isClosedPeriod(periods, startYear, period))

/** The first period whose month is over and that is not closed; null where all that have ended are closed. */
export const nextToClose = (periods: readonly PeriodState[], startYear: StartYear, today: CalendarDay): Period | null =>
  periodsOfYear.find(
    (period) => !isClosedPeriod(periods, startYear, period) && lastDayOfPeriod(startYear, period) < today,
  ) ?? null

/**
 * A period after it is closed. Throws `wrong-status` while its month still runs, and `closed-period` where it is closed
 * already.
 */
export const closePeriod = (
  before: PeriodStatus | undefined,
  { id, startYear, period, today }: { id: Id; startYear: StartYear; period: Period; today: CalendarDay },
): PeriodStatus => {
  if (before?.status === 'closed') return fail('closed-period', { year: startYear, period })
  if (today <= lastDayOfPeriod(startYear, period)) {
    return fail('wrong-status', { is: 'the period still runs', needs: 'the period has ended' })
  }
  const closed = { status: 'closed' as const, closedOn: today, reopening: null }
  if (before) return { ...before, ...closed, revision: before.revision + 1 }
  return { id, revision: 1, isRemoved: false, startYear, period, ...closed }
}

/** Asks for a closed period to be opened again. Throws `wrong-status` where it is open, or where somebody has asked already. */
export const askToReopen = (before: PeriodStatus, asked: Reopening): PeriodStatus => {
  if (before.status !== 'closed') return fail('wrong-status', { is: 'open', needs: 'closed' })
  if (before.reopening !== null) return fail('wrong-status', { is: 'asked to be reopened', needs: 'closed' })
  return { ...before, reopening: asked, revision: before.revision + 1 }
}

/** Opens a period again, by somebody else than who asked (R14). Throws `own-item` and `wrong-status`. */
export const reopenPeriod = (before: PeriodStatus, actor: string): PeriodStatus => {
  const { askedBy } = reopeningOf(before)
  separateDuties([askedBy], [actor], 'accept')
  return { ...before, status: 'open', closedOn: null, reopening: null, revision: before.revision + 1 }
}

/** Leaves a period closed: whoever asked takes it back, anybody else refuses. Throws `wrong-status`. */
export const keepClosed = (before: PeriodStatus, actor: string): { after: PeriodStatus; isWithdrawn: boolean } => {
  const { askedBy } = reopeningOf(before)
  return { after: { ...before, reopening: null, revision: before.revision + 1 }, isWithdrawn: askedBy === actor }
}

const reopeningOf = ({ status, reopening }: PeriodStatus): Reopening =>
  reopening ?? fail('wrong-status', { is: status, needs: 'asked to be reopened' })

/** The periods that keep a year from being closed; none where nothing was entered in it by period. */
export const openPeriodsOf = (periods: readonly PeriodState[], startYear: StartYear, hasEntries: boolean): Period[] => {
  const isKept = hasEntries || periods.some((each) => each.startYear === startYear)
  return isKept ? periodsToClose(periods, startYear, CLOSING_PERIOD) : []
}
