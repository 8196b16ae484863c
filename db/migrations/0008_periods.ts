import { type Kysely, sql } from 'kysely'

const statements = [
  `create table period_status (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    start_year integer not null check (start_year between 1990 and 2100),
    period integer not null check (period between 1 and 13),
    status text not null check (status in ('open', 'closed')),
    closed_on text check ((closed_on is null) = (status = 'open')),
    reopening_json text check (reopening_json is null or (status = 'closed' and json_valid(reopening_json)))
  ) strict`,
  `create unique index period_status_period on period_status (start_year, period)`,
  `create trigger period_status_refuses_delete before delete on period_status begin
    select raise(abort, 'nothing is deleted: period_status');
  end`,
]

/** Which periods are closed, and how a year ended. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
