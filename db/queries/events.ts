import type { Instant } from '../../domain/calendarDay.ts'
import { lift } from '../../domain/history/lift.ts'
import type { Id } from '../../domain/id.ts'
import { compiledOnce } from '../compiledOnce.ts'
import { readable } from '../readable.ts'
import type { EventRow, Reading, SubjectKind, Tx } from '../schema.ts'

export interface EventFilter {
  /** Events before this number, newest first. */
  before?: number | undefined
  subjectId?: Id | undefined
  role?: string | undefined
  operation?: string | undefined
  fromInstant?: string | undefined
  toInstant?: string | undefined
  /** Pence: events that posted an entry of exactly this amount, with either sign. */
  amount?: number | undefined
}

/** One page of the trail, newest first. An event belongs to a subject when it is about it, saved its row, or moved its money. */
export const listEvents = async (db: Reading, filter: EventFilter, limit: number): Promise<EventRow[]> => {
  let query = db.selectFrom('event').selectAll()
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  if (filter.role) query = query.where('role', '=', filter.role)
  if (filter.operation) query = query.where('operation', '=', filter.operation)
  if (filter.fromInstant) query = query.where('recorded_at', '>=', filter.fromInstant)
  if (filter.toInstant) query = query.where('recorded_at', '<=', filter.toInstant)
  const { subjectId, amount } = filter
  if (subjectId) {
    query = query.where((eb) =>
      eb.or([
        eb('subject_id', '=', subjectId),
        eb.exists(
          eb
            .selectFrom('event_row')
            .select('event_row.seq')
            .whereRef('event_row.seq', '=', 'event.seq')
            .where('event_row.id', '=', subjectId),
        ),
        eb.exists(
          eb
            .selectFrom('entry')
            .select('entry.id')
            .whereRef('entry.seq', '=', 'event.seq')
            .where('place_id', '=', subjectId),
        ),
      ]),
    )
  }
  if (amount !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.seq', '=', 'event.seq')
          .where('amount_pence', 'in', [amount, -amount]),
      ),
    )
  }
  return await query.orderBy('seq', 'desc').limit(limit).execute()
}

export interface KeptRow {
  kind: SubjectKind
  row: Record<string, string | number | null>
}

/** The rows that an event kept, in today's shape. */
export const rowsOf = (event: Pick<EventRow, 'rows_json' | 'shape'>): KeptRow[] =>
  readable(() =>
    (JSON.parse(event.rows_json) as KeptRow[]).map(({ kind, row }) => ({ kind, row: lift(kind, event.shape, row) })),
  )

/** How a thing stood before an event: its row in the last earlier event that saved it. */
export const rowBefore = async (db: Reading | Tx, kind: SubjectKind, id: string, seq: number) => {
  const earlier = await (db as Reading)
    .selectFrom('event_row')
    .innerJoin('event', 'event.seq', 'event_row.seq')
    .where('event_row.kind', '=', kind)
    .where('event_row.id', '=', id)
    .where('event_row.seq', '<', seq)
    .select(['event.rows_json', 'event.shape'])
    .orderBy('event_row.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return earlier && rowsOf(earlier).findLast((each) => each.kind === kind && each.row.id === id)?.row
}

/** The movements of an event with their entries, in posting order. */
export const movementsOf = async (db: Reading | Tx, seqs: number[]) => {
  if (seqs.length === 0) return []
  return await (db as Reading)
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('entry.seq', 'in', seqs)
    .select(['entry.seq', 'movement.id as movement_id', 'movement.kind', 'movement.reason', 'movement.decision_id'])
    .select(['movement.reverses_id', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year'])
    .select([
      'entry.period',
      'entry.source_id',
      'entry.nature',
      'entry.amount_pence',
      'entry.effective_on',
      'entry.ledger_ref',
    ])
    .orderBy('entry.id')
    .execute()
}

/** The newest events of the undo list's concern, newest first. */
export const listRecentEvents = async (db: Reading | Tx, limit: number): Promise<EventRow[]> =>
  await (db as Reading).selectFrom('event').selectAll().orderBy('seq', 'desc').limit(limit).execute()

/** When the newest event was recorded, or the newest of an operation, with what it says of itself. */
export const lastMoment = async (
  db: Reading | Tx,
  operation?: string,
): Promise<{ recordedAt: Instant; detail: unknown } | undefined> => {
  const events = (db as Reading).selectFrom('event').select(['recorded_at', 'detail_json'])
  const last = await (operation === undefined ? events : events.where('operation', '=', operation))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { recordedAt: last.recorded_at as Instant, detail: readable(() => JSON.parse(last.detail_json)) }
}

/** The number of the newest event; nought before the first. */
export const lastSeq = async (db: Reading): Promise<number> => {
  const [last] = await highestSeq(db)
  return last?.seq ?? 0
}

const highestSeq = compiledOnce((db) => db.selectFrom('event').select((eb) => eb.fn.max('seq').as('seq')))
