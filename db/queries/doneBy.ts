import { sql } from 'kysely'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'
import { nameReports } from './nameReports.ts'

/** Something that somebody did to a case, a request, a period or what stands around them. */
export interface DoneLine {
  seq: number
  recordedAt: Instant
  role: string
  operation: string
  transition: string
  subjectKind: string
  subjectId: Id
  title: string
}

const kinds = sql`('business_case', 'authority_request', 'meeting', 'waiver', 'proposal', 'change_request', 'period_status',
  'report_draft', 'issued_report')`

/** A page of what an actor did, the newest first, and how much there is. */
export const doneBy = async (
  db: Reading | Tx,
  actor: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ lines: DoneLine[]; count: number }> => {
  const { rows } = await sql<DoneLine>`
    select seq, recorded_at as recordedAt, role, operation, transition, subject_kind as subjectKind,
      subject_id as subjectId,
      coalesce(
        (select title from business_case where id = event.subject_id),
        (select title from authority_request where id = event.subject_id),
        (select board.name from meeting join board on board.id = meeting.board_id where meeting.id = event.subject_id),
        (select summary from proposal where id = event.subject_id),
        (select reason from waiver where id = event.subject_id),
        (select what_changes from change_request where id = event.subject_id),
        (select 'P' || period || ' of ' || start_year || '/' || substr(start_year + 1, 3)
          from period_status where id = event.subject_id),
        (select title from issued_report where id = event.subject_id),
        '') as title
    from event where actor = ${actor} and subject_kind in ${kinds}
    order by seq desc limit ${limit} offset ${offset}`.execute(db as Tx)
  const drafts = rows.filter(({ subjectKind }) => subjectKind === 'report_draft').map(({ subjectId }) => subjectId)
  const titles = new Map((await nameReports(db, drafts)).map(({ id, title }) => [id, title]))
  const lines = rows.map((row) => ({ ...row, title: titles.get(row.subjectId) ?? row.title }))
  return { lines, count: await countDone(db, actor) }
}

export const countDone = async (db: Reading | Tx, actor: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from event where actor = ${actor} and subject_kind in ${kinds}`.execute(db as Tx)
  return rows[0]?.count ?? 0
}
