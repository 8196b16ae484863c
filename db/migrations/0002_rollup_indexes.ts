import { type Kysely, sql } from 'kysely'

const statements = [
  // In the order in which balances are kept, so that those of an earlier moment are added up by one pass over it.
  `create index entry_rollup on entry
    (place_id, start_year, level, period, source_id, nature, place_kind, seq, amount_pence)`,
  `drop index entry_balance`,
  // Few movements stand on a decision, and every screen asks what those have posted.
  `create index movement_decision on movement (decision_id) where decision_id is not null`,
]

/** The indexes by which a moment's balances and a decision's postings are found without reading every entry. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
