import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'

/** Where a thing stands on an agenda. */
export interface AgendaPlace {
  meetingId: Id
  itemId: Id
  board: string
  kind: 'meeting' | 'written_procedure'
  heldOn: CalendarDay
  isPublished: boolean
}

/** The item of a meeting that is neither over nor called off, until it is confirmed; undefined where there is none. */
export const agendaItemOf = async (db: Reading | Tx, subjectId: Id): Promise<AgendaPlace | undefined> => {
  const { rows } = await sql<Omit<AgendaPlace, 'isPublished'> & { status: string }>`
    select meeting.id as meetingId, item.value ->> '$.id' as itemId, board.name as board, meeting.kind,
      meeting.held_on as heldOn, meeting.status
    from meeting join board on board.id = meeting.board_id, json_each(meeting.items_json) as item
    where meeting.status in ('planned', 'agenda_published') and meeting.is_removed = 0
      and item.value ->> '$.subjectId' = ${subjectId} and item.value ->> '$.isConfirmed' = 0
    order by meeting.held_on limit 1`.execute(db as Tx)
  const [row] = rows
  if (!row) return undefined
  const { status, ...place } = row
  return { ...place, isPublished: status === 'agenda_published' }
}
