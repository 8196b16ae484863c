import type { Id } from '../../domain/id.ts'
import type { Nature } from '../../domain/ledger/entry.ts'
import type { Reading, Tx } from '../schema.ts'

/** Whether money of one nature stands in the ledger from a source. */
export const hasMoneyOf = async (db: Reading | Tx, sourceId: Id, nature: Nature): Promise<boolean> => {
  const found = await (db as Reading)
    .selectFrom('balance')
    .select('level')
    .where('source_id', '=', sourceId)
    .where('nature', '=', nature)
    .where('amount_pence', '<>', 0)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
