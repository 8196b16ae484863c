import { type Kysely, sql } from 'kysely'

const decisionColumns = `id, revision, is_removed, reference, title, decision_taker, kind, made_on, published_on,
  is_call_in_eligible, effective_on, allocation_kind, status, lines_json, note`

const statements = [
  // A check of a column cannot be altered: the table is made anew. Decisions can be called in, and say what they are about.
  `create table decision_called_in (
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
    status text not null check (status in ('made', 'called_in', 'effective')),
    lines_json text not null check (json_valid(lines_json)),
    note text not null,
    about_json text check (about_json is null or json_valid(about_json)),
    paper_sha256 text check (paper_sha256 is null or length(paper_sha256) = 64)
  ) strict`,
  `insert into decision_called_in (${decisionColumns}) select ${decisionColumns} from decision`,
  `drop table decision`,
  `alter table decision_called_in rename to decision`,
  `create index decision_status on decision (status)`,
  `create index decision_made_on on decision (made_on, id)`,
  `create index decision_about on decision (about_json) where about_json is not null`,

  `create table account (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    sign_in_name text not null,
    title text not null,
    organisation_id text references organisation (id),
    assignments_json text not null check (json_valid(assignments_json)),
    ended_on text
  ) strict`,
  `create table board (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    name text not null,
    organisation_ids_json text not null check (json_valid(organisation_ids_json)),
    functions_json text not null check (json_valid(functions_json)),
    parent_id text references board (id),
    seats_json text not null check (json_valid(seats_json)),
    quorum_json text not null check (json_valid(quorum_json)),
    voting_json text not null check (json_valid(voting_json)),
    cadence text not null,
    ended_on text
  ) strict`,
  `create table meeting (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    board_id text not null references board (id),
    kind text not null check (kind in ('meeting', 'written_procedure')),
    held_on text not null,
    venue text not null,
    status text not null check (status in ('planned', 'agenda_published', 'confirmed', 'cancelled')),
    agenda_published_at text,
    items_json text not null check (json_valid(items_json)),
    attendance_json text not null check (json_valid(attendance_json)),
    interests_json text not null check (json_valid(interests_json)),
    minutes text not null,
    actions_json text not null check (json_valid(actions_json))
  ) strict`,
  `create table paper (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    subject_kind text not null check (subject_kind in ('business_case', 'authority_request')),
    subject_id text not null,
    subject_revision integer not null,
    sha256 text not null,
    content text not null
  ) strict`,
  // The long texts stand last: what a list reads of a case is on its first page.
  `create table business_case (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    scheme_id text not null references scheme (id),
    stage text not null check (stage in ('bjc', 'soc', 'obc', 'fbc', 'not_stated')),
    version integer not null,
    reference text not null,
    status text not null check (status in
      ('draft', 'submitted', 'in_review', 'returned', 'recommended', 'deferred', 'not_recommended', 'approved', 'approved_with_conditions', 'refused', 'superseded', 'withdrawn', 'lapsed')),
    writers_json text not null check (json_valid(writers_json)),
    route_id text references route (id),
    stages_passed integer not null,
    submitted_on text,
    recommended_on text,
    approved_on text,
    valid_until_on text,
    approved_json text not null check (json_valid(approved_json)),
    conditions_json text not null check (json_valid(conditions_json)),
    supersedes_id text references business_case (id),
    reason text not null,
    stated_in text not null,
    title text not null,
    ask text not null,
    costs_json text not null check (json_valid(costs_json)),
    benefits_json text not null check (json_valid(benefits_json)),
    risks_json text not null check (json_valid(risks_json)),
    assurance_json text not null check (json_valid(assurance_json)),
    has_interest integer check (has_interest in (0, 1)),
    interests text not null,
    attachments_json text not null check (json_valid(attachments_json)),
    options_json text not null check (json_valid(options_json)),
    sections_json text not null check (json_valid(sections_json))
  ) strict`,
  `create table authority_request (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    reference text not null,
    version integer not null,
    supersedes_id text references authority_request (id),
    status text not null check (status in
      ('draft', 'ready', 'finance_cleared', 'cleared', 'recommended', 'notice_published', 'report_published', 'approved', 'published', 'called_in', 'effective', 'deferred', 'refused', 'referred_back', 'withdrawn', 'superseded')),
    writers_json text not null check (json_valid(writers_json)),
    route_id text references route (id),
    stages_passed integer not null,
    ready_on text,
    finance_check_json text check (json_valid(finance_check_json)),
    legal_check_json text check (json_valid(legal_check_json)),
    notice_json text check (json_valid(notice_json)),
    report_published_on text,
    decision_json text check (json_valid(decision_json)),
    published_on text,
    call_in_json text check (json_valid(call_in_json)),
    decision_id text references decision (id),
    reason text not null,
    title text not null,
    decision_taker text not null,
    decision_due_on text,
    lines_json text not null check (json_valid(lines_json)),
    funding_json text not null check (json_valid(funding_json)),
    cover_json text not null check (json_valid(cover_json)),
    narrative_json text not null check (json_valid(narrative_json))
  ) strict`,
  `create table waiver (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    rule text not null,
    subject_kind text not null check (subject_kind in ('business_case', 'authority_request')),
    subject_id text not null,
    reason text not null,
    asked_by text not null,
    approved_by text,
    status text not null check (status in ('asked', 'approved', 'refused')),
    expires_on text not null
  ) strict`,
  `create table route (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    subject_kind text not null check (subject_kind in ('business_case', 'authority_request')),
    name text not null,
    version integer not null,
    stages_json text not null check (json_valid(stages_json)),
    monitored_by_json text not null check (json_valid(monitored_by_json)),
    is_single_board integer not null check (is_single_board in (0, 1)),
    from_on text not null
  ) strict`,
  `create table rule_value (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    rule text not null check (rule in
      ('key_decision_threshold', 'call_in_working_days', 'report_working_days', 'case_validity_months')),
    value integer not null,
    from_on text not null,
    source text not null
  ) strict`,
  `create table proposal (
    id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1)),
    kind text not null check (kind in ('route', 'rule_value', 'delegation_limit', 'rule_severity')),
    content text not null,
    summary text not null,
    from_on text not null,
    reason text not null,
    status text not null check (status in ('proposed', 'accepted', 'refused', 'withdrawn')),
    proposed_by text not null,
    decided_by text,
    answer text not null
  ) strict`,
  `create unique index account_sign_in_name on account (lower(sign_in_name))`,
  `create index meeting_board on meeting (board_id, held_on)`,
  `create index meeting_status on meeting (status)`,
  `create index paper_subject on paper (subject_id)`,
  `create index business_case_status on business_case (status)`,
  `create index business_case_scheme on business_case (scheme_id)`,
  `create index business_case_supersedes on business_case (supersedes_id) where supersedes_id is not null`,
  `create index business_case_valid_until on business_case (valid_until_on) where valid_until_on is not null`,
  `create index authority_request_status on authority_request (status)`,
  `create index waiver_subject on waiver (subject_id)`,
  // What somebody has done, the newest first, however long the trail.
  `create index event_actor on event (actor, seq)`,

  // What stands outside the trail: what proves a person, sign-ins that failed, what is being written, the bytes of attachments.
  `create table credential (
    account_id text primary key references account (id),
    salt text not null,
    hash text not null,
    cost integer not null check (cost > 0),
    must_change integer not null check (must_change in (0, 1))
  ) strict`,
  // By a digest of the name as it was typed: somebody may have typed a password there.
  `create table sign_in_failure (
    name_digest text primary key check (length(name_digest) = 64),
    failures integer not null check (failures > 0),
    failed_at text not null,
    moments_json text not null check (json_valid(moments_json))
  ) strict`,
  `create table draft (
    subject_kind text not null,
    subject_id text not null,
    actor text not null,
    role text not null,
    base_revision integer not null,
    content_json text not null check (json_valid(content_json)),
    saved_at text not null,
    primary key (subject_id, actor)
  ) strict`,
  `create table attachment_content (
    sha256 text primary key check (length(sha256) = 64),
    bytes blob not null
  ) strict`,

  ...['paper', 'attachment_content'].map(
    (table) => `create trigger ${table}_refuses_update before update on ${table} begin
      select raise(abort, 'append-only: ${table}');
    end`,
  ),
  ...[
    'decision',
    'account',
    'board',
    'meeting',
    'paper',
    'business_case',
    'authority_request',
    'waiver',
    'route',
    'rule_value',
    'proposal',
  ].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),
]

/** People, boards and meetings, business cases, requests for authority, and the routes that they go by. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
