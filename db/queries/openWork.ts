import { sql } from 'kysely'
import { openStates } from '../../domain/authority/requestStages.ts'
import type { Id } from '../../domain/id.ts'
import type {
  CaseWork,
  ChangeWork,
  ClosureWork,
  DoubleCountWork,
  ItemWork,
  MeetingWork,
  OpenWork,
  ProposalWork,
  ReleaseWork,
  ReopeningWork,
  ReportWork,
  RequestWork,
  WaiverWork,
} from '../../domain/inbox/work.ts'
import type { Pence } from '../../domain/money.ts'
import { reportList } from '../../domain/report/reportList.ts'
import { readable } from '../readable.ts'
import type { Reading, Tx } from '../schema.ts'
import { nameReports } from './nameReports.ts'

/** Everything that somebody may have to do something about, without its texts. */
export const openWork = async (db: Reading | Tx): Promise<OpenWork> => ({
  cases: await openCases(db),
  requests: await openRequests(db),
  meetings: await openMeetings(db),
  waivers: await askedWaivers(db),
  proposals: await openProposals(db),
  releases: await waitingReleases(db),
  changes: await openChanges(db),
  reopenings: await askedReopenings(db),
  closures: await openClosures(db),
  doubleCounts: await askedDoubleCounts(db),
  reports: await waitingReports(db),
})

/** A row of which some fields are kept as text or as 0 and 1. */
type Stored<T, Text extends keyof T, Flag extends keyof T> = Omit<T, Text | Flag> &
  Record<Text, string> &
  Record<Flag, 0 | 1>

const openCases = async (db: Reading | Tx): Promise<CaseWork[]> => {
  const { rows } = await sql<Stored<CaseWork, 'writers' | 'conditions', 'hasNext'>>`
    select id, status, stages_passed as stagesPassed, route_id as routeId, scheme_id as schemeId,
      writers_json as writers, coalesce(recommended_on, submitted_on) as since,
      status in ('returned', 'not_recommended')
        and exists (select 1 from business_case as next where next.supersedes_id = business_case.id) as hasNext,
      case status when 'approved_with_conditions' then conditions_json else '[]' end as conditions
    from business_case
    where is_removed = 0 and status in ('draft', 'submitted', 'in_review', 'recommended', 'deferred', 'returned',
      'not_recommended', 'approved_with_conditions')`.execute(db as Tx)
  return rows.map((row) => ({
    ...row,
    hasNext: row.hasNext === 1,
    writers: list<string>(row.writers),
    conditions: list<CaseWork['conditions'][number]>(row.conditions),
  }))
}

const openRequests = async (db: Reading | Tx): Promise<RequestWork[]> => {
  const { rows } = await sql<
    Stored<Omit<RequestWork, 'amount'>, 'writers', 'isForWards'> & { added: number; taken: number }
  >`
    select id, status, stages_passed as stagesPassed, route_id as routeId, writers_json as writers,
      decision_taker as decisionTaker, decision_due_on as decisionDueOn,
      coalesce(report_published_on, notice_json ->> '$.publishedOn', legal_check_json ->> '$.on',
        finance_check_json ->> '$.on', ready_on) as since,
      decision_json ->> '$.by' as decidedBy,
      call_in_json ->> '$.hearingOn' as hearingOn, cover_json ->> '$.isSignificantForWards' as isForWards,
      (select coalesce(sum(max(line.value ->> '$.amount', 0)), 0) from json_each(lines_json) as line) as added,
      (select coalesce(sum(max(-(line.value ->> '$.amount'), 0)), 0) from json_each(lines_json) as line) as taken
    from authority_request
    where is_removed = 0 and status in ('draft', 'ready', 'finance_cleared', 'cleared', 'recommended',
      'notice_published', 'report_published', 'approved', 'called_in', 'deferred', 'referred_back')`.execute(db as Tx)
  return rows.map(({ added, taken, ...row }) => ({
    ...row,
    amount: Math.max(added, taken) as Pence,
    isForWards: row.isForWards === 1,
    writers: list<string>(row.writers),
  }))
}

type ItemRow = Stored<ItemWork, 'voted', 'isConfirmed'> & { meetingId: Id }

const openMeetings = async (db: Reading | Tx): Promise<MeetingWork[]> => {
  const meetings = await sql<Stored<Omit<MeetingWork, 'items'>, never, 'isPublished'>>`
    select id, board_id as boardId, kind, held_on as heldOn, status = 'agenda_published' as isPublished
    from meeting where is_removed = 0 and status in ('planned', 'agenda_published')`.execute(db as Tx)
  const items = await sql<ItemRow>`
    select meeting.id as meetingId, item.value ->> '$.id' as id, item.value ->> '$.subjectId' as subjectId,
      item.value ->> '$.paperId' as paperId, item.value ->> '$.title' as title,
      (select json_group_array(vote.value ->> '$.accountId') from json_each(item.value, '$.votes') as vote) as voted,
      item.value ->> '$.outcome.result' as result, item.value ->> '$.outcome.recordedBy' as recordedBy,
      item.value ->> '$.isConfirmed' as isConfirmed
    from meeting, json_each(meeting.items_json) as item
    where meeting.is_removed = 0 and meeting.status in ('planned', 'agenda_published')`.execute(db as Tx)
  const byMeeting = Map.groupBy(items.rows, ({ meetingId }) => meetingId)
  return meetings.rows.map((meeting) => ({
    ...meeting,
    isPublished: meeting.isPublished === 1,
    items: (byMeeting.get(meeting.id) ?? []).map(({ meetingId: _, ...item }) => ({
      ...item,
      voted: list<string>(item.voted),
      isConfirmed: item.isConfirmed === 1,
    })),
  }))
}

const askedWaivers = async (db: Reading | Tx): Promise<WaiverWork[]> => {
  const { rows } = await sql<WaiverWork>`
    select id, rule, subject_kind as subjectKind, subject_id as subjectId, asked_by as askedBy, expires_on as expiresOn
    from waiver where is_removed = 0 and status = 'asked' order by id`.execute(db as Tx)
  return rows
}

const openProposals = async (db: Reading | Tx): Promise<ProposalWork[]> => {
  const { rows } = await sql<ProposalWork>`
    select id, summary, proposed_by as proposedBy, from_on as fromOn
    from proposal where is_removed = 0 and status = 'proposed' order by id`.execute(db as Tx)
  return rows
}

const openChanges = async (db: Reading | Tx): Promise<ChangeWork[]> => {
  const { rows } = await sql<Stored<ChangeWork, 'writers', never>>`
    select id, writers_json as writers, sent_on as sentOn, route_json ->> '$.approver' as approver,
      (select min(line.value ->> '$.place.id') from json_each(lines_json) as line
        where line.value ->> '$.level' = 'plan' and line.value ->> '$.place.kind' = 'scheme'
        having count(distinct line.value ->> '$.place.id') = 1) as schemeId
    from change_request where is_removed = 0 and status = 'sent' order by id`.execute(db as Tx)
  return rows.map((row) => ({ ...row, writers: list<string>(row.writers) }))
}

const openClosures = async (db: Reading | Tx): Promise<ClosureWork[]> => {
  const { rows } = await sql<Omit<ClosureWork, 'writers'> & { writers: string }>`
    select scheme_id as schemeId, status, writers_json as writers, board_id as boardId, review_due_on as reviewDueOn,
      coalesce(accepted_on, account_agreed_on, completed_on) as since
    from closure where is_removed = 0 and status <> 'closed' order by id`.execute(db as Tx)
  return rows.map((row) => ({ ...row, writers: list<string>(row.writers) }))
}

const askedDoubleCounts = async (db: Reading | Tx): Promise<DoubleCountWork[]> => {
  const { rows } = await sql<DoubleCountWork>`
    select id, scheme_id as schemeId, double_count_json ->> '$.askedBy' as askedBy,
      double_count_json ->> '$.askedOn' as askedOn
    from benefit
    where is_removed = 0 and double_count_json is not null and double_count_json ->> '$.answer' is null
    order by id`.execute(db as Tx)
  return rows
}

const waitingReports = async (db: Reading | Tx): Promise<ReportWork[]> => {
  const { rows } = await sql<Stored<ReportWork, 'writers', never>>`
    select id, report, status, writers_json as writers, prepared_by as preparedBy,
      coalesce(certified_on, prepared_on) as since
    from report_draft where is_removed = 0 and status in ('prepared', 'certified') order by id`.execute(db as Tx)
  return rows.map((row) => ({ ...row, writers: list<string>(row.writers) }))
}

const askedReopenings = async (db: Reading | Tx): Promise<ReopeningWork[]> => {
  const { rows } = await sql<ReopeningWork>`
    select id, reopening_json ->> '$.askedBy' as askedBy, reopening_json ->> '$.askedOn' as askedOn
    from period_status where is_removed = 0 and reopening_json is not null order by id`.execute(db as Tx)
  return rows
}

/** Approvals of cases that are on record and not released in full. */
const waitingReleases = async (db: Reading | Tx): Promise<ReleaseWork[]> => {
  const open = JSON.stringify(openStates)
  const { rows } = await sql<Stored<ReleaseWork, 'conditions', 'isAskedFor'>>`
    select business_case.id as caseId, scheme_id as schemeId, decision.effective_on as since, business_case.status,
      conditions_json as conditions,
      exists (select 1 from authority_request as request
        where request.is_removed = 0 and request.status in (select value from json_each(${open}))
          and (instr(request.lines_json, scheme_id) or exists (select 1 from theme_membership as membership
            where membership.scheme_id = business_case.scheme_id and membership.is_removed = 0
              and instr(request.lines_json, membership.theme_id)))) as isAskedFor
    from decision join business_case on business_case.id = decision.about_json ->> '$.id'
    where decision.status = 'made' and decision.is_removed = 0
      and decision.about_json like '{"kind":"business_case"%'`.execute(db as Tx)
  return rows.map((row) => ({
    ...row,
    isAskedFor: row.isAskedFor === 1,
    conditions: list<ReleaseWork['conditions'][number]>(row.conditions),
  }))
}

const list = <T>(json: string): T[] => (json === '[]' ? [] : readable(() => JSON.parse(json) as T[]))

/** What a page of the inbox says of a thing beside its task. */
export interface NamedWork {
  id: Id
  title: string
  reference: string
  status: string
  revision: number
  amount: Pence | null
}

/** The names and amounts of the things on one page. */
export const nameWork = async (db: Reading | Tx, ids: readonly Id[]): Promise<Map<Id, NamedWork>> => {
  const wanted = JSON.stringify(ids)
  const { rows } = await sql<NamedWork>`
    with wanted as (select value as id from json_each(${wanted}))
    select id, title, reference, status, revision,
      (select coalesce(sum(cost.value ->> '$.amount'), 0) from json_each(costs_json) as cost) as amount
    from business_case where id in (select id from wanted)
    union all
    select id, title, reference, status, revision,
      (select max(sum(max(line.value ->> '$.amount', 0)), sum(max(-(line.value ->> '$.amount'), 0)))
        from json_each(lines_json) as line)
    from authority_request where id in (select id from wanted)
    union all
    select meeting.id, board.name, '', meeting.status, meeting.revision, null
    from meeting join board on board.id = meeting.board_id where meeting.id in (select id from wanted)
    union all
    select scheme.id, scheme.name, 'Closure', closure.status, closure.revision, closure.final_account_pence
    from closure join scheme on scheme.id = scheme_id where scheme_id in (select id from wanted)
    union all
    select id, name, 'Benefit', status, revision, null from benefit where id in (select id from wanted)
    union all
    select id, summary, '', status, revision, null from proposal where id in (select id from wanted)
    union all
    select id, what_changes, 'Change ' || number, status, revision, route_json ->> '$.amount'
    from change_request where id in (select id from wanted)
    union all
    select id, reopening_json ->> '$.reason', 'P' || period || ' of ' || start_year || '/' || substr(start_year + 1, 3),
      status, revision, null
    from period_status where id in (select id from wanted)
    union all
    select id, reason, rule, status, revision, null from waiver where id in (select id from wanted)`.execute(db as Tx)
  const reports = (await nameReports(db, ids)).map(({ report, ...named }): NamedWork => {
    return { ...named, reference: `Report ${reportList[report].number}`, amount: null }
  })
  return new Map([...rows, ...reports].map((row) => [row.id, row]))
}

/** What business cases cost together, in pence. */
export const costOfCases = async (db: Reading | Tx, ids: readonly Id[]): Promise<Pence> => {
  const { rows } = await sql<{ amount: Pence }>`
    select coalesce(sum(cost.value ->> '$.amount'), 0) as amount
    from business_case, json_each(business_case.costs_json) as cost
    where business_case.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db as Tx)
  return rows[0]?.amount ?? (0 as Pence)
}
