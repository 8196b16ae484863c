import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'

/** An item of an agenda that is marked as exempt. */
export interface ExemptItem {
  itemId: Id
  /** Null for other business. */
  subjectId: Id | null
  boardId: Id
  heldOn: CalendarDay
  reason: string
}

/**
 * The exempt items of all meetings, also of those that were called off, the latest last. What is exempt is so on every earlier
 * day too: these look past the tables of a moment into those of the file itself.
 */
export const exemptItems = async (db: Reading | Tx): Promise<ExemptItem[]> => {
  // The text is looked through before it is taken apart: most agendas have nothing exempt.
  const { rows } = await sql<ExemptItem>`
    select item.value ->> '$.id' as itemId, item.value ->> '$.subjectId' as subjectId, meeting.board_id as boardId,
      meeting.held_on as heldOn, item.value ->> '$.exemptReason' as reason
    from main.meeting, json_each(meeting.items_json) as item
    where meeting.is_removed = 0 and meeting.items_json like '%"isExempt":true%' and item.value ->> '$.isExempt'
    order by meeting.held_on, meeting.id`.execute(db as Tx)
  return rows
}

/** The agendas, exempt or not, that these cases and requests were put on. */
export const agendasOf = async (
  db: Reading | Tx,
  subjectIds: readonly Id[],
): Promise<Pick<ExemptItem, 'subjectId' | 'boardId' | 'heldOn'>[]> => {
  const { rows } = await sql<Pick<ExemptItem, 'subjectId' | 'boardId' | 'heldOn'>>`
    select item.value ->> '$.subjectId' as subjectId, meeting.board_id as boardId, meeting.held_on as heldOn
    from meeting, json_each(meeting.items_json) as item
    where meeting.is_removed = 0
      and item.value ->> '$.subjectId' in (select value from json_each(${JSON.stringify(subjectIds)}))`.execute(
    db as Tx,
  )
  return rows
}

/** The requests whose own cover says that they are exempt, with the paragraph and why. */
export const exemptCovers = async (db: Reading | Tx): Promise<{ id: Id; paragraph: string; why: string }[]> => {
  const { rows } = await sql<{ id: Id; paragraph: string; why: string }>`
    select id, cover_json ->> '$.exemptParagraph' as paragraph, cover_json ->> '$.publicInterest' as why
    from main.authority_request where is_removed = 0 and cover_json like '%"isExempt":true%'`.execute(db as Tx)
  return rows
}

/** Every case and request that follows an earlier one, whose words it begins with; the earlier first. */
export const successions = async (db: Reading | Tx): Promise<{ id: Id; follows: Id }[]> => {
  const { rows } = await sql<{ id: Id; follows: Id }>`
    select id, supersedes_id as follows from main.business_case where supersedes_id is not null
    union all select id, supersedes_id from main.authority_request where supersedes_id is not null
    order by id`.execute(db as Tx)
  return rows
}

export interface ExemptSubject {
  id: Id
  kind: 'business_case' | 'authority_request'
  title: string
  writers: string[]
  isPublished: boolean
  placeIds: Id[]
}

/** What says who may read them, of the cases and requests with these ids. */
export const exemptSubjects = async (db: Reading | Tx, ids: readonly Id[]): Promise<ExemptSubject[]> => {
  const wanted = JSON.stringify(ids)
  const { rows } = await sql<Omit<ExemptSubject, 'writers' | 'isPublished' | 'placeIds'> & Stored>`
    select id, 'business_case' as kind, title, writers_json as writers, 0 as isPublished, json_array(scheme_id) as placeIds
    from business_case where id in (select value from json_each(${wanted}))
    union all
    select id, 'authority_request', title, writers_json,
      status in ('published', 'called_in', 'effective', 'referred_back') or published_on is not null,
      (select json_group_array(distinct line.value ->> '$.place.id') from json_each(lines_json) as line)
    from authority_request where id in (select value from json_each(${wanted}))`.execute(db as Tx)
  return rows.map((row) => ({
    ...row,
    writers: JSON.parse(row.writers) as string[],
    isPublished: row.isPublished === 1,
    placeIds: JSON.parse(row.placeIds) as Id[],
  }))
}

interface Stored {
  writers: string
  isPublished: 0 | 1
  placeIds: string
}
