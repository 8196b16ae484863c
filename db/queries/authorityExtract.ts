import { sql } from 'kysely'
import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { MovementKind, Place } from '../../domain/ledger/entry.ts'
import type { Pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

/** Who accepted what, with its place in the chain of hashes. */
export interface AuthorityEvent {
  seq: number
  recordedAt: Instant
  actor: string
  role: string
  operation: string
  transition: string
  previousHash: string
  hash: string
}

/**
 * Every entry on authority and its release in the years asked for, the oldest first, with what its level came to once it was
 * posted, and the events that posted them. Pence.
 */
export const authorityExtract = async (db: Reading, { from, to }: { from: StartYear | null; to: StartYear | null }) => {
  let entries = db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .leftJoin('decision', 'decision.id', 'movement.decision_id')
    .where('entry.level', 'in', ['authority', 'released'])
  if (from !== null) entries = entries.where('entry.start_year', '>=', from)
  if (to !== null) entries = entries.where('entry.start_year', '<=', to)
  const rows = await entries
    .select(['entry.id', 'entry.seq', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year'])
    .select(['entry.amount_pence', 'entry.effective_on', 'movement.kind', 'movement.reason', 'decision.reference'])
    .select(sql<number>`sum(entry.amount_pence) over (partition by entry.level order by entry.id)`.as('running'))
    .orderBy('entry.id')
    .execute()
  const posted = new Set(rows.map(({ seq }) => seq))
  const events = await db
    .selectFrom('event')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.seq', '=', 'event.seq')
          .where('entry.level', 'in', ['authority', 'released']),
      ),
    )
    .select(['seq', 'recorded_at', 'actor', 'role', 'operation', 'transition', 'previous_hash', 'hash'])
    .orderBy('seq')
    .execute()
  return {
    entries: rows.map((row) => ({
      id: row.id,
      seq: row.seq,
      level: row.level as 'authority' | 'released',
      place: { kind: row.place_kind as Place['kind'], id: row.place_id as Id },
      startYear: row.start_year,
      amount: row.amount_pence as Pence,
      running: row.running as Pence,
      effectiveOn: row.effective_on as CalendarDay,
      kind: row.kind as MovementKind,
      reason: row.reason,
      reference: row.reference as string | null,
    })),
    events: events.flatMap((event): AuthorityEvent[] =>
      posted.has(event.seq)
        ? [
            {
              seq: event.seq,
              recordedAt: event.recorded_at as Instant,
              actor: event.actor,
              role: event.role,
              operation: event.operation,
              transition: event.transition,
              previousHash: event.previous_hash,
              hash: event.hash,
            },
          ]
        : [],
    ),
  }
}
