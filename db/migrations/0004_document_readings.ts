import { type Kysely, sql } from 'kysely'

const statements = [
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

/** Documents that were read into stated figures: the file itself, and how its reader corrected the reading. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
