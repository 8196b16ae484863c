import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

/** The authority of a year by the day on which it takes effect, however many payments stand beside it. */
export const authorityByDay = async (
  db: Reading,
  startYear: StartYear,
): Promise<{ on: CalendarDay; amount: Pence }[]> => {
  const rows = await db
    .selectFrom('entry')
    // Written out, as SQLite takes an index of part of a table only where it sees that the part is meant.
    .where(sql<boolean>`entry.level = 'authority'`)
    .where('start_year', '=', startYear)
    .select('effective_on')
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy('effective_on')
    .orderBy('effective_on')
    .execute()
  return rows.map((row) => ({ on: row.effective_on as CalendarDay, amount: pence(row.amount) }))
}
