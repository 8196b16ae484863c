import { sql } from 'kysely'
import type { StartYear } from '../../domain/financialYear.ts'
import type { BudgetLine } from '../../domain/forecast/budgetReconciliation.ts'
import type { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

/**
 * What was posted to the plan and to the allocation of a year: all up to an event together, and after it by the kind of
 * movement. What takes a movement back counts as the kind that it takes back.
 */
export const budgetLines = async (db: Reading, startYear: StartYear, sinceSeq: number): Promise<BudgetLine[]> => {
  const ofYear = (isBefore: boolean) =>
    db
      .selectFrom('entry')
      // Written out, as SQLite takes an index of part of a table only where it sees that the part is meant.
      .where(sql<boolean>`entry.level in ('plan', 'allocation')`)
      .where('entry.start_year', '=', startYear)
      .where('entry.seq', isBefore ? '<=' : '>', sinceSeq)
      .select(['entry.level', 'entry.place_kind', 'entry.place_id'])
      .select((eb) => eb.fn.sum<number>('entry.amount_pence').as('amount'))
      .groupBy(['entry.level', 'entry.place_kind', 'entry.place_id'])
  const before = await ofYear(true).execute()
  const after = await ofYear(false)
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .leftJoin('movement as reversed', 'reversed.id', 'movement.reverses_id')
    .leftJoin('movement as first', 'first.id', 'reversed.reverses_id')
    .select((eb) => eb.fn.coalesce('first.kind', 'reversed.kind', 'movement.kind').as('kind'))
    .groupBy((eb) => eb.fn.coalesce('first.kind', 'reversed.kind', 'movement.kind'))
    .execute()
  return [...before.map((row) => ({ ...row, kind: null })), ...after].map((row) => ({
    level: row.level as BudgetLine['level'],
    place: { kind: row.place_kind as Place['kind'], id: row.place_id as Id },
    kind: row.kind,
    amount: pence(row.amount),
  }))
}
