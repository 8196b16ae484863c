import { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { type Level, Nature } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import type { PostedLine } from '../../domain/programme/facts.ts'
import { readable } from '../readable.ts'
import type { Reading, Tx } from '../schema.ts'

/** What decisions have brought to a level of the ledger so far, summed by place, year, source and nature. */
export const postedUnder = async (
  db: Reading | Tx,
  decisionIds: readonly Id[],
  level: Level,
): Promise<PostedLine[]> => {
  if (decisionIds.length === 0) return []
  const rows = await (db as Reading)
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('movement.decision_id', 'in', decisionIds)
    .where('entry.level', '=', level)
    .select(['movement.decision_id', 'place_kind', 'place_id', 'start_year', 'source_id', 'nature'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['movement.decision_id', 'place_kind', 'place_id', 'start_year', 'source_id', 'nature'])
    .execute()
  return rows.map((row) =>
    readable(() => ({
      decisionId: row.decision_id as Id,
      level,
      place: { kind: row.place_kind as PostedLine['place']['kind'], id: row.place_id as Id },
      startYear: StartYear.parse(row.start_year),
      sourceId: row.source_id as Id | null,
      nature: Nature.parse(row.nature),
      amount: pence(row.amount),
    })),
  )
}
