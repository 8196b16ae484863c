import { type Kysely, sql } from 'kysely'

const statements = [
  `create table change_request (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    number integer not null check (number > 0),
    kind text not null check (kind in ('virement', 'reprofile', 'slippage', 'acceleration', 'injection', 'reduction',
      'funding_swap', 'correction')),
    what_changes text not null check (length(trim(what_changes)) > 0),
    reason text not null check (length(trim(reason)) > 0),
    impact text not null,
    lines_json text not null check (json_valid(lines_json)),
    status text not null check (status in ('sent', 'approved', 'refused', 'withdrawn', 'posted', 'reversed')),
    sent_on text not null,
    writers_json text not null check (json_valid(writers_json)),
    route_json text not null check (json_valid(route_json)),
    origin_json text check (origin_json is null or json_valid(origin_json)),
    decided_on text,
    decided_by text,
    answer text not null,
    decision_id text references decision (id),
    reversed_on text,
    reversal_reason text not null,
    check (status not in ('approved', 'posted', 'reversed') or (decision_id is not null and decided_on is not null)),
    check ((status = 'reversed') = (reversed_on is not null))
  ) strict`,
  `create unique index change_request_number on change_request (number)`,
  `create index change_request_status on change_request (status)`,
  `create table scenario (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null check (length(trim(name)) > 0),
    note text not null,
    changes_json text not null check (json_valid(changes_json)),
    writers_json text not null check (json_valid(writers_json))
  ) strict`,
  // A check of a column cannot be altered: the table is made anew, and the domain's schema says which rules there are.
  `create table rule_value_of_any (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    rule text not null check (length(trim(rule)) > 0),
    value integer not null,
    from_on text not null,
    source text not null
  ) strict`,
  `insert into rule_value_of_any select id, revision, is_removed, rule, value, from_on, source from rule_value`,
  `drop table rule_value`,
  `alter table rule_value_of_any rename to rule_value`,
  ...['rule_value', 'change_request', 'scenario'].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),
]

/** Requests to change the money, and scenarios that were tried on a copy. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
