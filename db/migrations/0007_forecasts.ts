import { type Kysely, sql } from 'kysely'

const statements: string[] = [
  `create table forecast (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    version integer not null check (version > 0),
    status text not null check (status in ('draft', 'submitted')),
    lines_json text not null check (json_valid(lines_json)),
    note text not null,
    written_by text not null,
    submitted_by text,
    submitted_on text,
    check ((status = 'submitted') = (submitted_on is not null))
  ) strict`,
  `create unique index forecast_version on forecast (scheme_id, version) where is_removed = 0`,
  `create trigger forecast_refuses_delete before delete on forecast begin
    select raise(abort, 'nothing is deleted: forecast');
  end`,
  `create table highlight_report (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    start_year integer not null check (start_year between 1990 and 2100),
    period integer not null check (period between 1 and 12),
    version integer not null check (version > 0),
    status text not null check (status in ('draft', 'submitted')),
    delivery text check (delivery in ('G', 'AG', 'A', 'AR', 'R')),
    commentary text not null,
    next_month text not null,
    milestones_json text not null check (json_valid(milestones_json)),
    risks_json text not null check (json_valid(risks_json)),
    written_by text not null,
    submitted_on text,
    check ((status = 'submitted') = (submitted_on is not null))
  ) strict`,
  `create unique index highlight_report_month on highlight_report (scheme_id, start_year, period, version)
    where is_removed = 0`,
  `create trigger highlight_report_refuses_delete before delete on highlight_report begin
    select raise(abort, 'nothing is deleted: highlight_report');
  end`,
  // How the budget came to what it is, however many payments stand beside it.
  `create index entry_budget on entry (seq) where level in ('plan', 'allocation')`,
  `create index entry_authority on entry (start_year, effective_on) where level = 'authority'`,
]

/** What schemes expect to spend, version by version, and what they report each month. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
