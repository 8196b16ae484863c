import { sql } from 'kysely'
import type { Id } from '../../domain/id.ts'
import type { TimelineEvent, TimelineSubject } from '../../domain/timeline/decisionTimeline.ts'
import { readable } from '../readable.ts'
import type { EventRow, Reading, Tx } from '../schema.ts'
import { rowsOf } from './events.ts'

type Found = Pick<
  EventRow,
  'seq' | 'recorded_at' | 'actor' | 'role' | 'operation' | 'transition' | 'rows_json' | 'shape' | 'detail_json'
>

/** The events that saved a thing, each with how the thing stood after it, the oldest first. */
export const timelineEvents = async (db: Reading | Tx, { kind, id }: TimelineSubject): Promise<TimelineEvent[]> => {
  const { rows } = await sql<Found>`
    select event.seq, recorded_at, actor, role, operation, transition, rows_json, shape, detail_json
    from event where seq in (select seq from event_row where kind = ${kind} and id = ${id}) order by seq`.execute(
    db as Tx,
  )
  return rows.flatMap((event) => {
    const row = rowsOf(event).findLast((kept) => kept.kind === kind && kept.row.id === id)?.row
    if (!row) return []
    const detail = detailFor(
      readable(() => JSON.parse(event.detail_json) as Detail),
      id,
    )
    return [
      {
        seq: event.seq,
        recordedAt: event.recorded_at as TimelineEvent['recordedAt'],
        actor: event.actor,
        role: event.role,
        operation: event.operation,
        transition: event.transition,
        status: String(row.status),
        on: (detail.on ?? null) as TimelineEvent['on'],
        reason: detail.reason || String(row.reason ?? ''),
        paperSha256: detail.paperSha256 ?? null,
      },
    ]
  })
}

interface Detail {
  subjectId?: string
  on?: string
  reason?: string
  paperSha256?: string | null
  /** The record of a meeting is confirmed for several items at once. */
  items?: Detail[]
}

const detailFor = (detail: Detail, id: Id): Detail => detail.items?.find(({ subjectId }) => subjectId === id) ?? detail
