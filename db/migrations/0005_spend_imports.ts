import { type Kysely, sql } from 'kysely'

const statements = [
  `create table spend_import (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    kind text not null check (kind in ('actuals', 'orders')),
    name text not null,
    sha256 text not null check (length(sha256) = 64),
    size integer not null check (size >= 0),
    sheet text not null,
    mapping_json text not null check (json_valid(mapping_json)),
    totals_json text not null check (json_valid(totals_json)),
    control_total_pence integer check (abs(control_total_pence) <= 9000000000000000),
    movement_id text not null references movement (id) deferrable initially deferred,
    status text not null check (status in ('brought_in', 'taken_back')),
    brought_in_by text not null,
    brought_in_on text not null,
    taken_back_because text not null,
    check ((status = 'taken_back') = (length(taken_back_because) > 0))
  ) strict`,
  `create index spend_import_sha256 on spend_import (sha256)`,
  `create table spend_mapping (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null,
    mapping_json text not null check (json_valid(mapping_json))
  ) strict`,
  ...['spend_import', 'spend_mapping'].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),

  // Every row of an extract as it was brought in, what became of it, and why.
  `create table spend_row (
    id integer primary key,
    import_id text not null references spend_import (id) deferrable initially deferred,
    seq integer not null references event (seq) deferrable initially deferred,
    row integer not null check (row > 0),
    outcome text not null check (outcome in ('new', 'changed', 'duplicate', 'rejected', 'ignored')),
    why text not null,
    ledger_ref text not null,
    order_ref text not null,
    place_id text,
    start_year integer,
    period integer check (period between 0 and 13),
    posted_on text,
    amount_pence integer check (abs(amount_pence) <= 9000000000000000),
    supplier text not null,
    description text not null,
    retrospective text,
    cells_json text not null check (json_valid(cells_json)),
    check (outcome in ('rejected', 'ignored') or (place_id is not null and amount_pence is not null))
  ) strict`,
  `create unique index spend_row_import on spend_row (import_id, row)`,
  `create index spend_row_seq on spend_row (seq)`,
  `create index spend_row_ledger_ref on spend_row (ledger_ref) where ledger_ref <> ''`,
  `create index spend_row_order_ref on spend_row (order_ref) where order_ref <> ''`,
  ...['update', 'delete'].map(
    (act) => `create trigger spend_row_refuses_${act} before ${act} on spend_row begin
      select raise(abort, 'append-only: spend_row');
    end`,
  ),
  `create index entry_ledger_ref on entry (ledger_ref) where ledger_ref is not null`,

  // A check of a column cannot be altered: the table is made anew. Spend before its authority is let pass scheme by scheme.
  `create table waiver_on_scheme (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    rule text not null,
    subject_kind text not null check (subject_kind in ('business_case', 'authority_request', 'scheme')),
    subject_id text not null,
    reason text not null,
    asked_by text not null,
    approved_by text,
    status text not null check (status in ('asked', 'approved', 'refused')),
    expires_on text not null
  ) strict`,
  `insert into waiver_on_scheme select id, revision, is_removed, rule, subject_kind, subject_id, reason, asked_by,
    approved_by, status, expires_on from waiver`,
  `drop table waiver`,
  `alter table waiver_on_scheme rename to waiver`,
  `create index waiver_subject on waiver (subject_id)`,
  `create trigger waiver_refuses_delete before delete on waiver begin
    select raise(abort, 'nothing is deleted: waiver');
  end`,
]

/** Extracts of the finance system that were brought in, row by row, and how their columns were read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
