import { type Kysely, sql } from 'kysely'

const statements = [
  `create table scoring_criteria (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    from_on text not null,
    source text not null,
    criteria_json text not null check (json_valid(criteria_json))
  ) strict`,
  `create table pipeline_candidate (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    costs_json text not null check (json_valid(costs_json)),
    costs_from text not null,
    scores_json text not null check (json_valid(scores_json))
  ) strict`,
  `create index pipeline_candidate_scheme on pipeline_candidate (scheme_id)`,
  ...['scoring_criteria', 'pipeline_candidate'].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),
]

/** Schemes without money: the criteria and their scores. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
