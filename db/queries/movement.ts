import type { Selectable } from 'kysely'
import { Instant } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import { Entry, Movement, MovementKind } from '../../domain/ledger/entry.ts'
import type { Reading, Schema, Tx } from '../schema.ts'

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
    entries: entries.map(toEntry),
  })
  return { movement, seq: row.seq, isReversed: later !== undefined }
}

/** The ids of the movements that an event posted, in order. */
export const movementIdsOf = async (tx: Tx, seq: number): Promise<Id[]> => {
  const rows = await tx.selectFrom('movement').select('id').where('seq', '=', seq).orderBy('id').execute()
  return rows.map((row) => row.id as Id)
}

/** By how many pence a cell of the ledger has moved after an event: same level, place, year, source and nature. */
export const movedSince = async (tx: Tx, cell: Entry, seq: number): Promise<number> => {
  const since = await tx
    .selectFrom('entry')
    .where('seq', '>', seq)
    .where('level', '=', cell.level)
    .where('place_id', '=', cell.place.id)
    .where('start_year', '=', cell.startYear)
    .where('source_id', cell.sourceId === null ? 'is' : '=', cell.sourceId)
    .where('nature', '=', cell.nature)
    .select((eb) => eb.fn.sum<number | null>('amount_pence').as('amount'))
    .executeTakeFirst()
  return since?.amount ?? 0
}

/** The movements that stand on a decision, oldest first, with who posted each, and whether a later one has reversed it. */
export const listMovementsOf = async (db: Reading, decisionId: Id) => {
  const rows = await db
    .selectFrom('movement')
    .innerJoin('event', 'event.seq', 'movement.seq')
    .where('movement.decision_id', '=', decisionId)
    .select(['movement.id', 'movement.kind', 'movement.reason', 'movement.reverses_id', 'movement.seq'])
    .select(['event.recorded_at', 'event.actor', 'event.role'])
    .orderBy('movement.seq')
    .orderBy('movement.id')
    .execute()
  const entries = await db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('movement.decision_id', '=', decisionId)
    .selectAll('entry')
    .orderBy('entry.id')
    .execute()
  const reversed = new Set(rows.map((row) => row.reverses_id))
  return rows.map((row) => ({
    id: row.id as Id,
    kind: MovementKind.parse(row.kind),
    reason: row.reason,
    reversesId: row.reverses_id as Id | null,
    isReversed: reversed.has(row.id),
    recordedAt: Instant.parse(row.recorded_at),
    actor: row.actor,
    role: row.role,
    entries: entries.filter((entry) => entry.movement_id === row.id).map(toEntry),
  }))
}

const toEntry = (entry: Selectable<Schema['entry']>): Entry =>
  Entry.parse({
    level: entry.level,
    place: { kind: entry.place_kind, id: entry.place_id },
    startYear: entry.start_year,
    period: entry.period,
    sourceId: entry.source_id,
    nature: entry.nature,
    amount: entry.amount_pence,
    effectiveOn: entry.effective_on,
    ledgerRef: entry.ledger_ref,
  })
