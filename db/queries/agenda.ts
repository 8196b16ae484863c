import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Pence } from '../../domain/money.ts'
import type { Reading, Tx } from '../schema.ts'

/** The open agenda that a thing stands on: its meeting is neither over nor called off, and its item not confirmed. */
export const liveAgendaOf = async (
  db: Reading | Tx,
  subjectId: Id,
): Promise<{ id: Id; heldOn: CalendarDay } | undefined> => {
  const { rows } = await sql<{ id: Id; heldOn: CalendarDay }>`
    select meeting.id, meeting.held_on as heldOn from meeting, json_each(meeting.items_json) as item
    where meeting.status in ('planned', 'agenda_published') and meeting.is_removed = 0
      and item.value ->> '$.subjectId' = ${subjectId} and item.value ->> '$.isConfirmed' = 0
    order by meeting.held_on limit 1`.execute(db as Tx)
  return rows[0]
}

/** A business case that waits for a board and is on no agenda that is still open. */
export interface ReadyCase {
  id: Id
  reference: string
  title: string
  status: string
  /** The last day on which something was done with it. */
  since: CalendarDay | null
  /** Pence, all years. */
  amount: Pence
}

/** The business cases whose route leads to a board next, the oldest first: deferred ones come back here. */
export const readyCases = async (db: Reading | Tx, boardId: Id, limit: number): Promise<ReadyCase[]> => {
  const { rows } = await sql<ReadyCase>`
    with on_agenda as materialized (
      select item.value ->> '$.subjectId' as id from meeting, json_each(meeting.items_json) as item
      where meeting.status in ('planned', 'agenda_published') and meeting.is_removed = 0
        and item.value ->> '$.isConfirmed' = 0 and item.value ->> '$.subjectId' is not null
    )
    select c.id, c.reference, c.title, c.status, coalesce(c.recommended_on, c.submitted_on) as since,
      (select coalesce(sum(cost.value ->> '$.amount'), 0) from json_each(c.costs_json) as cost) as amount
    from business_case as c join route on route.id = c.route_id
    where c.status in ('in_review', 'recommended', 'deferred') and c.is_removed = 0
      and route.stages_json ->> ('$[' || c.stages_passed || '].by.boardId') = ${boardId}
      and c.id not in (select id from on_agenda)
    order by since, c.id limit ${limit}`.execute(db as Tx)
  return rows
}

/** The requests in some states that go by one of these routes and stand on no agenda that is still open, the oldest first. */
export const requestsOnTheirWay = async (
  db: Reading | Tx,
  routeIds: readonly Id[],
  states: readonly string[],
): Promise<Id[]> => {
  const { rows } = await sql<{ id: Id }>`
    select id from authority_request
    where is_removed = 0 and route_id in (select value from json_each(${JSON.stringify(routeIds)}))
      and status in (select value from json_each(${JSON.stringify(states)}))
      and id not in (
        select item.value ->> '$.subjectId' from meeting, json_each(meeting.items_json) as item
        where meeting.status in ('planned', 'agenda_published') and meeting.is_removed = 0
          and item.value ->> '$.isConfirmed' = 0 and item.value ->> '$.subjectId' is not null)
    order by id`.execute(db as Tx)
  return rows.map(({ id }) => id)
}
