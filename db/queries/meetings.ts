import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'

/** A meeting as a list shows it. */
export interface MeetingLine {
  id: Id
  boardId: Id
  board: string
  kind: 'meeting' | 'written_procedure'
  heldOn: CalendarDay
  venue: string
  status: string
  items: number
  decided: number
}

/** A page of the meetings of a board, or of all, and how many there are: those that are not over first, then the latest. */
export const listMeetings = async (
  db: Reading | Tx,
  { boardId, offset, limit }: { boardId: Id | null; offset: number; limit: number },
): Promise<{ meetings: MeetingLine[]; count: number }> => {
  const ofBoard = boardId === null ? sql`1 = 1` : sql`meeting.board_id = ${boardId}`
  const { rows } = await sql<MeetingLine>`
    select meeting.id, meeting.board_id as boardId, board.name as board, meeting.kind, meeting.held_on as heldOn,
      meeting.venue, meeting.status, json_array_length(meeting.items_json) as items,
      (select count(*) from json_each(meeting.items_json) as item where item.value ->> '$.isConfirmed') as decided
    from meeting join board on board.id = meeting.board_id
    where meeting.is_removed = 0 and ${ofBoard}
    order by meeting.status in ('confirmed', 'cancelled'), meeting.held_on desc, meeting.id desc limit ${limit} offset ${offset}`.execute(
    db as Tx,
  )
  const counted = await sql<{ count: number }>`
    select count(*) as count from meeting where is_removed = 0 and ${ofBoard}`.execute(db as Tx)
  return { meetings: rows, count: counted.rows[0]?.count ?? 0 }
}
