import type { StartYear } from '../../domain/financialYear.ts'
import type { PeriodAmount } from '../../domain/forecast/ledgerYears.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import type { Reading, Tx } from '../schema.ts'

/** What is spent by place and period in some years, from the balances: it costs the same however many payments there were. */
export const spentByPeriod = async (
  db: Reading | Tx,
  years: readonly StartYear[],
  placeIds: readonly Id[] | null = null,
): Promise<PeriodAmount[]> => {
  if (years.length === 0) return []
  let query = (db as Reading)
    .selectFrom('balance')
    .where('level', '=', 'actual')
    .where('start_year', 'in', [...years])
    .select(['place_id', 'start_year', 'period'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['place_id', 'start_year', 'period'])
  if (placeIds) query = query.where('place_id', 'in', [...placeIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    placeId: row.place_id as Id,
    startYear: row.start_year,
    period: row.period,
    amount: pence(row.amount),
  }))
}
