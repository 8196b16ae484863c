import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { YearRange } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import type { CurveEntries } from '../../domain/portfolio/spendCurve.ts'
import type { Reading } from '../schema.ts'
import { isOneOf } from '../sqlite.ts'

/** Authority by day and payments by period, for the years given, at some places or at all of them (null). */
export const curveEntries = async (
  db: Reading,
  years: YearRange,
  placeIds: readonly Id[] | null,
): Promise<CurveEntries> => {
  const entries = (level: 'authority' | 'actual') => {
    const inYears = db
      .selectFrom('entry')
      .where('level', '=', level)
      .where('start_year', '>=', years.from)
      .where('start_year', '<=', years.to)
    return placeIds === null ? inYears : inYears.where(isOneOf('entry.place_id', placeIds))
  }
  const authority = await entries('authority')
    .select('effective_on')
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy('effective_on')
    .orderBy('effective_on')
    .execute()
  const spent = await entries('actual')
    .select(['start_year', 'period', 'effective_on'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['start_year', 'period', 'effective_on'])
    .orderBy('effective_on')
    .execute()
  return {
    authority: authority.map((row) => ({ on: row.effective_on as CalendarDay, amount: pence(row.amount) })),
    spent: spent.map((row) => ({
      startYear: row.start_year,
      period: row.period,
      on: row.effective_on as CalendarDay,
      amount: pence(row.amount),
    })),
  }
}
