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

  `create table underspend (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    start_year integer not null check (start_year between 1990 and 2100),
    place_json text not null check (json_valid(place_json)),
    source_id text references funding_source (id),
    nature text not null check (nature in ('capital', 'revenue')),
    slippage_pence integer not null check (slippage_pence between 0 and 9000000000000000),
    saving_pence integer not null check (saving_pence between 0 and 9000000000000000),
    not_received_pence integer not null check (not_received_pence between 0 and 9000000000000000),
    error_pence integer not null check (error_pence between 0 and 9000000000000000),
    reason text not null,
    profile_json text not null check (json_valid(profile_json)),
    funding_source_id text references funding_source (id)
  ) strict`,
  `create index underspend_year on underspend (start_year)`,
  `create trigger underspend_refuses_delete before delete on underspend begin
    select raise(abort, 'nothing is deleted: underspend');
  end`,

  `create table year_end (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    start_year integer not null check (start_year between 1990 and 2100),
    status text not null check (status in ('begun', 'closed')),
    closed_on text check ((closed_on is null) = (status = 'begun')),
    actuals_json text not null check (json_valid(actuals_json))
  ) strict`,
  `create unique index year_end_year on year_end (start_year)`,
  `create trigger year_end_refuses_delete before delete on year_end begin
    select raise(abort, 'nothing is deleted: year_end');
  end`,
]

/** Which periods are closed, and how a year ended. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
