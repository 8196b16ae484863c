import { fail } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import { Movement } from '../../domain/ledger/entry.ts'
import type { Tx } from '../schema.ts'

/** A movement as it was posted, and whether a later one has reversed it. Throws `not-found`. */
export const movementOf = async (tx: Tx, id: Id): Promise<{ movement: Movement; seq: number; isReversed: boolean }> => {
  const row = await tx.selectFrom('movement').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return fail('not-found', { entity: 'movement', id })
  const entries = await tx.selectFrom('entry').selectAll().where('movement_id', '=', id).orderBy('id').execute()
  const later = await tx.selectFrom('movement').select('id').where('reverses_id', '=', id).executeTakeFirst()
  const movement = Movement.parse({
    id: row.id,
    kind: row.kind,
    reason: row.reason,
    decisionId: row.decision_id,
    reversesId: row.reverses_id,
    entries: entries.map((entry) => ({
      level: entry.level,
      place: { kind: entry.place_kind, id: entry.place_id },
      startYear: entry.start_year,
      period: entry.period,
      sourceId: entry.source_id,
      nature: entry.nature,
      amount: entry.amount_pence,
      effectiveOn: entry.effective_on,
      ledgerRef: entry.ledger_ref,
    })),
  })
  return { movement, seq: row.seq, isReversed: later !== undefined }
}

/** The ids of the movements that an event posted, in order. */
export const movementIdsOf = async (tx: Tx, seq: number): Promise<Id[]> => {
  const rows = await tx.selectFrom('movement').select('id').where('seq', '=', seq).orderBy('id').execute()
  return rows.map((row) => row.id as Id)
}
