import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Nature } from '../../domain/ledger/entry.ts'
import type { Pence } from '../../domain/money.ts'
import type { Reading, Tx } from '../schema.ts'

/** What is left of each order on a scheme: by its reference in the finance system, period, year, source and nature. */
export const outstandingOrders = async (db: Reading | Tx, schemeId: Id) =>
  (await (db as Reading)
    .selectFrom('entry')
    .where('place_id', '=', schemeId)
    .where('level', '=', 'commitment')
    .groupBy(['start_year', 'period', 'source_id', 'nature', 'ledger_ref'])
    .select(['start_year as startYear', 'period', 'source_id as sourceId', 'nature', 'ledger_ref as ledgerRef'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .having((eb) => eb(eb.fn.sum('amount_pence'), '<>', 0))
    .orderBy('start_year')
    .orderBy('ledger_ref')
    .execute()) as {
    startYear: StartYear
    period: number
    sourceId: Id | null
    nature: Nature
    ledgerRef: string | null
    amount: Pence
  }[]
