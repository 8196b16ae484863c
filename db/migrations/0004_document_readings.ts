import { type Kysely, sql } from 'kysely'

const decisionColumns = `id, revision, is_removed, reference, title, decision_taker, kind, made_on, published_on,
  is_call_in_eligible, effective_on, allocation_kind, status, lines_json, note, about_json, paper_sha256`

const statements = [
  // A check of a column cannot be altered: the table is made anew. A document can ask for a decision that nobody has made yet.
  `create table decision_asked_for (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    reference text not null,
    title text not null,
    decision_taker text not null,
    kind text not null check (kind in ('key', 'significant_operational', 'administrative')),
    made_on text not null,
    published_on text,
    is_call_in_eligible integer not null check (is_call_in_eligible in (0, 1)),
    effective_on text not null check (effective_on >= made_on),
    allocation_kind text not null,
    status text not null check (status in ('asked', 'made', 'called_in', 'effective')),
    lines_json text not null check (json_valid(lines_json)),
    note text not null,
    about_json text check (about_json is null or json_valid(about_json)),
    paper_sha256 text check (paper_sha256 is null or length(paper_sha256) = 64)
  ) strict`,
  `insert into decision_asked_for (${decisionColumns}) select ${decisionColumns} from decision`,
  `drop table decision`,
  `alter table decision_asked_for rename to decision`,
  `create index decision_status on decision (status)`,
  `create index decision_made_on on decision (made_on, id)`,
  `create index decision_about on decision (about_json) where about_json is not null`,
  `create trigger decision_refuses_delete before delete on decision begin
    select raise(abort, 'nothing is deleted: decision');
  end`,

  // The document's bytes stand with those of attachments, under their digest.
  `create table document_reading (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    document_id text not null references stated_document (id),
    name text not null,
    content_type text not null,
    size integer not null check (size > 0),
    sha256 text not null check (length(sha256) = 64),
    corrections_json text not null check (json_valid(corrections_json)),
    confirmations_json text not null check (json_valid(confirmations_json)),
    read_by text not null
  ) strict`,
  `create unique index document_reading_document on document_reading (document_id)`,
  `create index document_reading_sha256 on document_reading (sha256)`,
  `create trigger document_reading_refuses_delete before delete on document_reading begin
    select raise(abort, 'nothing is deleted: document_reading');
  end`,
]

/** Documents that were read into stated figures: the file itself, how its reader corrected the reading, and what it asks for. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
