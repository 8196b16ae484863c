import { sql } from 'kysely'
import { addDays, type CalendarDay } from '../../domain/calendarDay.ts'
import { type DatedThings, REMINDED_DAYS } from '../../domain/inbox/datesAhead.ts'
import type { Reading, Tx } from '../schema.ts'

/** As many as a person reads. */
const MOST = 100

/** What has a date in the next days, or an open one that has passed. */
export const datedThings = async (db: Reading | Tx, today: CalendarDay): Promise<DatedThings> => {
  const last = addDays(today, REMINDED_DAYS)
  const tx = db as Tx
  const openToCallIn = await sql<DatedThings['openToCallIn'][number]>`
    select id, title, published_on as publishedOn from authority_request
    where status = 'published' and is_removed = 0 and published_on is not null
      and cover_json ->> '$.isCallInEligible' limit ${MOST}`.execute(tx)
  const conditions = await sql<DatedThings['conditions'][number]>`
    select business_case.id, condition.value ->> '$.text' as title, condition.value ->> '$.dueOn' as dueOn
    from business_case, json_each(business_case.conditions_json) as condition
    where business_case.status = 'approved_with_conditions' and business_case.is_removed = 0
      and condition.value ->> '$.dischargedBy' is null and condition.value ->> '$.dueOn' <= ${last}
    order by dueOn limit ${MOST}`.execute(tx)
  const decisions = await sql<DatedThings['decisions'][number]>`
    select id, title, decision_due_on as dueOn from authority_request
    where is_removed = 0 and decision_due_on <= ${last} and status in ('ready', 'finance_cleared', 'cleared',
      'recommended', 'notice_published', 'report_published', 'deferred', 'referred_back')
    order by decision_due_on limit ${MOST}`.execute(tx)
  const sources = await sql<DatedThings['sources'][number]>`
    select id, name, spend_by_on as spendByOn from funding_source
    where is_removed = 0 and spend_by_on between ${today} and ${last}`.execute(tx)
  const approvals = await sql<DatedThings['approvals'][number]>`
    select id, title, valid_until_on as validUntilOn from business_case
    where valid_until_on between ${today} and ${last} and is_removed = 0
      and status in ('approved', 'approved_with_conditions')
    order by valid_until_on limit ${MOST}`.execute(tx)
  return {
    openToCallIn: openToCallIn.rows,
    conditions: conditions.rows,
    decisions: decisions.rows,
    sources: sources.rows,
    approvals: approvals.rows,
  }
}
