import { sql } from 'kysely'
import type { RequestState } from '../../domain/authority/authorityRequest.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading } from '../schema.ts'

/** More than anybody has under way; what is older is found in its own list. */
const MOST = 5000

/** A request by all that it is called; the newest first. */
export const namedRequests = async (db: Reading) => {
  const { rows } = await sql<{ id: Id; reference: string; title: string; status: RequestState }>`
    select id, reference, title, status from authority_request
    where is_removed = 0 order by id desc limit ${MOST}`.execute(db as never)
  return rows
}

/** A meeting by its board and its day; the latest first. */
export const namedMeetings = async (db: Reading) => {
  const { rows } = await sql<{ id: Id; board: string; kind: 'meeting' | 'written_procedure'; heldOn: CalendarDay }>`
    select meeting.id, board.name as board, meeting.kind, meeting.held_on as heldOn
    from meeting join board on board.id = meeting.board_id
    where meeting.is_removed = 0 order by meeting.held_on desc, meeting.id desc limit ${MOST}`.execute(db as never)
  return rows
}
