import { type Kysely, sql } from 'kysely'

const statements = [
  `create table report_draft (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    report text not null,
    scope text not null,
    order_json text not null check (json_valid(order_json)),
    status text not null check (status in ('draft', 'prepared', 'certified', 'issued')),
    narrative_json text not null check (json_valid(narrative_json)),
    marks_json text not null check (json_valid(marks_json)),
    waivers_json text not null check (json_valid(waivers_json)),
    writers_json text not null check (json_valid(writers_json)),
    as_at_seq integer check (as_at_seq > 0),
    as_at_on text,
    prepared_by text,
    prepared_on text,
    certified_by text check (certified_by is null or certified_by <> prepared_by),
    certified_on text,
    declined_because text not null,
    issue_id text,
    check ((status = 'draft') = (as_at_seq is null)),
    check ((status = 'draft') = (prepared_by is null)),
    check ((status in ('certified', 'issued')) = (certified_by is not null)),
    check ((status = 'issued') = (issue_id is not null))
  ) strict`,
  // Two people would prepare the same report beside each other.
  `create unique index report_draft_open on report_draft (report, scope) where is_removed = 0 and status <> 'issued'`,
  `create trigger report_draft_refuses_delete before delete on report_draft begin
    select raise(abort, 'nothing is deleted: report_draft');
  end`,

  // The model and the files stand with the bytes of attachments, under their digests.
  `create table issued_report (
    id text primary key,
    revision integer not null check (revision = 1),
    is_removed integer not null check (is_removed = 0),
    report text not null,
    scope text not null,
    title text not null,
    about text not null,
    order_json text not null check (json_valid(order_json)),
    draft_id text not null references report_draft (id),
    supersedes_id text references issued_report (id),
    as_at_seq integer not null check (as_at_seq > 0),
    as_at_on text not null,
    as_at_hash text not null check (length(as_at_hash) = 64),
    model_sha256 text not null check (length(model_sha256) = 64),
    public_model_sha256 text check (length(public_model_sha256) = 64),
    files_json text not null check (json_valid(files_json)),
    unmade_json text not null check (json_valid(unmade_json)),
    prepared_by text not null,
    certified_by text not null check (certified_by <> prepared_by),
    issued_by text not null,
    issued_at text not null
  ) strict`,
  // A draft is issued once, and an issue is followed by one other.
  `create unique index issued_report_draft on issued_report (draft_id)`,
  `create unique index issued_report_supersedes on issued_report (supersedes_id) where supersedes_id is not null`,
  `create index issued_report_about on issued_report (report, scope)`,
  ...['update', 'delete'].map(
    (act) => `create trigger issued_report_refuses_${act} before ${act} on issued_report begin
      select raise(abort, 'append only: issued_report');
    end`,
  ),
]

/** Reports on their way to be issued, and what was issued: model, files and digests, once and for ever (R31). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
