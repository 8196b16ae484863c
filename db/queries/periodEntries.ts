import type { StartYear } from '../../domain/financialYear.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { Reading, Tx } from '../schema.ts'

/** What is entered in one period of a year: how many amounts differ from nought, and their sums. Pence. */
export interface PeriodEntries {
  /** 0 is the year as a whole. */
  period: number
  level: 'actual' | 'commitment'
  amount: Pence
}

/** Spend and orders of a year by period, from the balances, so that it costs what it shows. */
export const periodEntries = async (db: Reading | Tx, startYear: StartYear): Promise<PeriodEntries[]> => {
  const rows = await (db as Reading)
    .selectFrom('balance')
    .where('start_year', '=', startYear)
    .where('level', 'in', ['actual', 'commitment'])
    .select(['period', 'level'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['period', 'level'])
    .orderBy('period')
    .execute()
  return rows.map(({ period, level, amount }) => ({
    period,
    level: level as PeriodEntries['level'],
    amount: pence(amount),
  }))
}
