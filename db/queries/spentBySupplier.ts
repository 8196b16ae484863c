import { sql } from 'kysely'
import type { StartYear } from '../../domain/financialYear.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

/** What is spent with each supplier in a year, the most first; null is spend without one. It adds up to the year's spend. */
export const spentBySupplier = async (
  db: Reading,
  startYear: StartYear,
): Promise<{ supplier: string | null; amount: Pence }[]> => {
  const named = sql<string | null>`(select nullif(trim(spend_row.supplier), '') from spend_row
    where spend_row.ledger_ref = entry.ledger_ref order by spend_row.id desc limit 1)`
  const rows = await db
    .selectFrom('entry')
    .where('level', '=', 'actual')
    .where('start_year', '=', startYear)
    .select(named.as('supplier'))
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy('supplier')
    .execute()
  return rows
    .map(({ supplier, amount }) => ({ supplier, amount: pence(amount) }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => b.amount - a.amount || ((a.supplier ?? '') < (b.supplier ?? '') ? -1 : 1))
}
