import { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { readable } from '../readable.ts'
import type { Reading } from '../schema.ts'

/** A step in the life of one thing, without the rows that it saved. */
export interface SubjectEvent {
  seq: number
  recordedAt: Instant
  actor: string
  role: string
  operation: string
  transition: string
  detail: Record<string, unknown>
}

/** The events that saved one thing, the oldest first. */
export const subjectEvents = async (db: Reading, kind: string, id: Id): Promise<SubjectEvent[]> => {
  const rows = await db
    .selectFrom('event_row')
    .innerJoin('event', 'event.seq', 'event_row.seq')
    .where('event_row.kind', '=', kind)
    .where('event_row.id', '=', id)
    .select(['event.seq', 'event.recorded_at', 'event.actor', 'event.role', 'event.operation', 'event.transition'])
    .select('event.detail_json')
    .orderBy('event.seq')
    .execute()
  return readable(() =>
    rows.map(({ seq, recorded_at, actor, role, operation, transition, detail_json }) => ({
      seq,
      recordedAt: Instant.parse(recorded_at),
      actor,
      role,
      operation,
      transition,
      detail: JSON.parse(detail_json),
    })),
  )
}
