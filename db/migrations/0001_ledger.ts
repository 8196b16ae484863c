import { type Kysely, sql } from 'kysely'

const statements = [
  `create table event (
    seq integer primary key check (seq > 0),
    recorded_at text not null check (length(recorded_at) = 24),
    actor text not null,
    role text not null,
    operation text not null,
    transition text not null,
    subject_kind text not null,
    subject_id text not null,
    shape integer not null,
    rows_json text not null check (json_valid(rows_json)),
    detail_json text not null check (json_valid(detail_json)),
    is_undoable integer not null check (is_undoable in (0, 1)),
    undoes_seq integer references event (seq),
    posting_count integer not null check (posting_count >= 0),
    postings_digest text not null check (length(postings_digest) = 64),
    previous_hash text not null check (length(previous_hash) = 64),
    hash text not null unique check (length(hash) = 64)
  ) strict`,
  `create index event_subject on event (subject_id, seq)`,
  `create index event_recorded on event (recorded_at)`,
  `create table event_row (
    kind text not null,
    id text not null,
    seq integer not null references event (seq),
    primary key (id, kind, seq)
  ) strict, without rowid`,
  `create index event_row_seq on event_row (seq)`,
  // Which events hold a row of which thing, so that history and as-at need not read the whole trail.
  `create trigger event_names_its_rows after insert on event begin
    insert or ignore into event_row (kind, id, seq)
    select value ->> 'kind', value ->> '$.row.id', new.seq from json_each(new.rows_json);
  end`,

  `create table programme (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null,
    capital_scheme_number text not null,
    accountable_organisation_id text references organisation (id) deferrable initially deferred,
    partner_organisation_id text references organisation (id) deferrable initially deferred,
    start_year integer not null check (start_year between 1990 and 2100),
    end_year integer not null check (end_year between start_year and 2100),
    is_sample integer not null check (is_sample in (0, 1)),
    note text not null,
    annual_allocation_pence integer check (abs(annual_allocation_pence) <= 9000000000000000)
  ) strict`,
  `create table organisation (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    code text not null,
    name text not null,
    type text not null,
    valid_from_on text,
    valid_to_on text,
    predecessor_ids_json text not null check (json_valid(predecessor_ids_json)),
    is_accountable_body integer not null check (is_accountable_body in (0, 1)),
    note text not null,
    check (valid_from_on is null or valid_to_on is null or valid_from_on <= valid_to_on)
  ) strict`,
  `create table theme (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null,
    aliases_json text not null check (json_valid(aliases_json)),
    objective text not null,
    sort integer not null,
    retired_on text
  ) strict`,
  `create table scheme (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    sort integer not null,
    lifecycle text not null check (lifecycle in
      ('idea', 'live', 'practically_complete', 'financially_closed', 'closed', 'on_hold', 'cancelled', 'unfunded')),
    ref text not null,
    capital_scheme_number text not null,
    bcf_scheme_id text not null,
    name text not null,
    short_name text not null,
    aliases_json text not null check (json_valid(aliases_json)),
    brief_description text not null,
    scheme_type text not null,
    sub_type text not null,
    area_of_spend text not null,
    commissioner text not null check (commissioner in ('not_stated', 'nhs', 'la', 'joint')),
    nhs_share_bp integer,
    la_share_bp integer,
    providers_json text not null check (json_valid(providers_json)),
    lead_organisation_id text references organisation (id),
    senior_responsible_owner text not null,
    scheme_lead text not null,
    nature text not null check (nature in ('capital', 'revenue')),
    planned_json text not null check (json_valid(planned_json)),
    forecast_json text not null check (json_valid(forecast_json)),
    actual_json text not null check (json_valid(actual_json)),
    wards_json text not null check (json_valid(wards_json)),
    is_existing integer not null check (is_existing in (0, 1)),
    dca text,
    rag_delivery text,
    rag_finance text,
    rag_benefits text,
    edci text not null,
    dtac text not null,
    dpia text not null,
    clinical_safety text not null,
    tags_json text not null check (json_valid(tags_json)),
    amounts_note text not null,
    check (commissioner <> 'joint' or nhs_share_bp + la_share_bp = 10000)
  ) strict`,
  `create table theme_membership (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    theme_id text not null references theme (id),
    from_on text not null,
    to_on text,
    check (to_on is null or from_on <= to_on)
  ) strict`,
  `create index theme_membership_scheme on theme_membership (scheme_id, from_on)`,
  `create table case_status (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    start_year integer check (start_year between 1990 and 2100),
    status text not null check (status in ('not_yet_developed', 'draft', 'recommended', 'approved')),
    place text not null
  ) strict`,
  `create table funding_source (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null,
    aliases_json text not null check (json_valid(aliases_json)),
    category text not null,
    funder text not null,
    grant_ref text not null,
    conditions text not null,
    restricted_to text check (restricted_to in ('capital', 'revenue')),
    spend_by_on text,
    secured_status text not null,
    interest_rate_bp integer,
    asset_life_years integer,
    sort integer not null,
    retired_on text
  ) strict`,
  `create table decision (
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
    status text not null check (status in ('made', 'effective')),
    lines_json text not null check (json_valid(lines_json)),
    note text not null
  ) strict`,
  `create table year_status (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    start_year integer not null unique check (start_year between 1990 and 2100),
    status text not null check (status in ('open', 'closed'))
  ) strict`,
  `create table finding (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    finding_id text not null unique,
    fingerprint text not null,
    status text not null check (status in ('open', 'answered', 'closed')),
    owner text,
    answer text not null,
    closed_because text not null,
    check (status <> 'answered' or length(trim(answer)) > 0),
    check (status <> 'closed' or length(trim(closed_because)) > 0)
  ) strict`,

  `create table holiday_edit (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    "on" text not null,
    name text not null,
    is_holiday integer not null check (is_holiday in (0, 1))
  ) strict`,

  `create table movement (
    id text primary key,
    seq integer not null references event (seq) deferrable initially deferred,
    kind text not null,
    reason text not null check (length(trim(reason)) > 0),
    decision_id text references decision (id),
    reverses_id text references movement (id)
  ) strict`,
  `create index movement_seq on movement (seq)`,
  `create unique index movement_reversed_once on movement (reverses_id) where reverses_id is not null`,
  `create table entry (
    id integer primary key,
    movement_id text not null references movement (id),
    level text not null check (level in ('plan', 'allocation', 'authority', 'released', 'commitment', 'actual')),
    place_kind text not null check (place_kind in ('programme', 'theme', 'scheme')),
    place_id text not null,
    start_year integer not null check (start_year between 1990 and 2100),
    period integer not null check (period between 0 and 13),
    source_id text references funding_source (id),
    nature text not null check (nature in ('capital', 'revenue')),
    amount_pence integer not null check (abs(amount_pence) <= 9000000000000000),
    effective_on text not null check (length(effective_on) = 10),
    ledger_ref text,
    seq integer not null references event (seq) deferrable initially deferred
  ) strict`,
  `create index entry_balance on entry (place_id, start_year, level, seq, amount_pence)`,
  `create index entry_seq on entry (seq)`,
  `create index entry_movement on entry (movement_id)`,
  `create table balance (
    place_kind text not null,
    place_id text not null,
    start_year integer not null,
    level text not null,
    period integer not null,
    source_id text not null,
    nature text not null,
    amount_pence integer not null check (abs(amount_pence) <= 9000000000000000),
    primary key (place_id, start_year, level, period, source_id, nature)
  ) strict, without rowid`,
  // In the database, so that no code path can post an entry and forget the balance.
  `create trigger entry_keeps_balance after insert on entry begin
    insert into balance (place_kind, place_id, start_year, level, period, source_id, nature, amount_pence)
    values (new.place_kind, new.place_id, new.start_year, new.level, new.period,
      coalesce(new.source_id, ''), new.nature, new.amount_pence)
    on conflict do update set amount_pence = amount_pence + excluded.amount_pence;
  end`,

  `create table stated_document (
    id text primary key,
    seq integer not null references event (seq) deferrable initially deferred,
    title text not null,
    report_of text not null,
    report_to text not null,
    dated_on text not null,
    capital_scheme_number text not null,
    is_key_decision integer check (is_key_decision in (0, 1)),
    decision_id text references decision (id)
  ) strict`,
  ...['stated_figure', 'stated_claim'].flatMap((table) => [
    `create table ${table} (
      id text primary key,
      document_id text not null references stated_document (id),
      seq integer not null references event (seq) deferrable initially deferred,
      sort integer not null,
      content_json text not null check (json_valid(content_json))
    ) strict`,
    `create index ${table}_document on ${table} (document_id, sort)`,
  ]),

  ...['event', 'event_row', 'movement', 'entry', 'stated_document', 'stated_figure', 'stated_claim'].flatMap((table) =>
    ['update', 'delete'].map(
      (act) => `create trigger ${table}_refuses_${act} before ${act} on ${table} begin
        select raise(abort, 'append-only: ${table}');
      end`,
    ),
  ),
  // Nothing that has a history is ever deleted; it is marked as removed.
  ...[
    'programme',
    'organisation',
    'theme',
    'scheme',
    'theme_membership',
    'case_status',
    'funding_source',
    'decision',
    'year_status',
    'finding',
    'holiday_edit',
  ].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),
]

/** The ledger, its events, what the money stands on, and what documents state. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
