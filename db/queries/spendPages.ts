import { sql } from 'kysely'
import type { Id } from '../../domain/id.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { RowOutcome } from '../../domain/spend/dryRun.ts'
import type { Reading, Tx } from '../schema.ts'

/** What was spent or is ordered on a scheme in one period. */
export interface PeriodAmount {
  schemeId: Id
  startYear: number
  period: number
  amount: Pence
}

/** The balances of a level by scheme and period, in a range of years: a screen costs what it shows, not what ever happened. */
export const amountsByPeriod = async (
  db: Reading,
  level: 'actual' | 'commitment',
  { from, to }: { from: number; to: number },
): Promise<PeriodAmount[]> => {
  const rows = await db
    .selectFrom('balance')
    .select(['place_id', 'start_year', 'period'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .where('level', '=', level)
    .where('place_kind', '=', 'scheme')
    .where('start_year', '>=', from)
    .where('start_year', '<=', to)
    .groupBy(['place_id', 'start_year', 'period'])
    .having((eb) => eb(eb.fn.sum('amount_pence'), '<>', 0))
    .orderBy('place_id')
    .orderBy('start_year')
    .orderBy('period')
    .execute()
  return rows.map((row) => ({
    schemeId: row.place_id as Id,
    startYear: row.start_year,
    period: row.period,
    amount: pence(row.amount),
  }))
}

/** A row of an import as a page shows it. */
export interface ImportedRow {
  row: number
  outcome: RowOutcome
  why: string
  ledgerRef: string
  orderRef: string
  schemeId: Id | null
  startYear: number | null
  period: number | null
  postedOn: string | null
  amount: Pence | null
  supplier: string
  description: string
  retrospective: string | null
  cells: string
}

/** Some rows of an import after one, of the outcomes asked for, in the order of the file. */
export const importedRows = async (
  db: Reading,
  importId: Id,
  { outcomes, after, limit }: { outcomes: readonly RowOutcome[]; after: number; limit: number },
): Promise<ImportedRow[]> => {
  const { rows } = await sql<ImportedRow>`
    select row, outcome, why, ledger_ref as ledgerRef, order_ref as orderRef, place_id as schemeId,
      start_year as startYear, period, posted_on as postedOn, amount_pence as amount, supplier, description,
      retrospective, cells_json as cells
    from spend_row
    where import_id = ${importId} and row > ${after} and outcome in (select value from json_each(${JSON.stringify(outcomes)}))
    order by row limit ${limit}`.execute(db as unknown as Tx)
  return rows
}

/** An order with what is left of it. */
export interface OutstandingOrder {
  orderRef: string
  schemeId: Id
  supplier: string
  description: string
  startYear: number
  ordered: Pence
  outstanding: Pence
}

/** Orders on which something is still outstanding, the largest first. Amounts include what invoices took off. */
export const outstandingOrders = async (
  db: Reading,
  { from, to }: { from: number; to: number },
  limit: number,
): Promise<OutstandingOrder[]> => {
  const { rows } = await sql<OutstandingOrder>`
    with named as (
      select distinct spend_row.order_ref, spend_row.ledger_ref, spend_import.kind
      from spend_row join spend_import on spend_import.id = spend_row.import_id
      where spend_row.order_ref <> '' and spend_row.outcome in ('new', 'changed')
    ), held as (
      select named.order_ref, entry.place_id, entry.start_year,
        sum(iif(named.kind = 'orders', entry.amount_pence, 0)) as ordered, sum(entry.amount_pence) as outstanding
      from named join entry on entry.ledger_ref = named.ledger_ref and entry.level = 'commitment'
      where entry.start_year between ${from} and ${to}
      group by named.order_ref, entry.place_id, entry.start_year
      having sum(entry.amount_pence) <> 0
    )
    select held.order_ref as orderRef, held.place_id as schemeId, held.start_year as startYear, held.ordered,
      held.outstanding, last.supplier, last.description
    from held join spend_row as last on last.id = (
      select max(id) from spend_row where spend_row.order_ref = held.order_ref and spend_row.place_id = held.place_id)
    order by held.outstanding desc, held.order_ref limit ${limit}`.execute(db as unknown as Tx)
  return rows
}
