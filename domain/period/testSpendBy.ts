import type { CalendarDay } from '../calendarDay.ts'
import { firstDay, type StartYear } from '../financialYear.ts'
import { type FundingSource, isBorrowing } from '../programme/fundingSource.ts'

/** Whether money of a source can still be spent in a year (R20), and by which day. */
export interface SpendByTest {
  spendByOn: CalendarDay | null
  /** In time, only until a day within the year, too late, or not known because no date is recorded. Borrowing has none. */
  spendBy: 'in-time' | 'within-the-year' | 'too-late' | 'not-recorded' | 'no-date'
}

/** R20 for a year to which money of a source would move. */
export const testSpendBy = (
  source: Pick<FundingSource, 'spendByOn' | 'category'> | undefined,
  year: StartYear,
): SpendByTest => {
  const spendByOn = source?.spendByOn ?? null
  if (spendByOn === null) {
    return { spendByOn, spendBy: source && isBorrowing(source) ? 'no-date' : 'not-recorded' }
  }
  if (spendByOn < firstDay(year)) return { spendByOn, spendBy: 'too-late' }
  return { spendByOn, spendBy: spendByOn < firstDay(year + 1) ? 'within-the-year' : 'in-time' }
}

/** Whether at least a part of the year is before the day by which the source has to be spent. */
export const isInTime = (source: Pick<FundingSource, 'spendByOn'>, year: StartYear): boolean =>
  source.spendByOn === null || source.spendByOn >= firstDay(year)
