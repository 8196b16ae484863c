import { type Kysely, sql } from 'kysely'

const head = `id text primary key,
    revision integer not null check (revision > 0),
    is_removed integer not null check (is_removed in (0, 1))`

const step = (column: string): string => `${column} integer check (${column} between 1 and 5)`

const statements = [
  `create table risk (
    ${head},
    scheme_id text references scheme (id),
    status text not null check (status in ('identified', 'assessed', 'controlled', 'escalated', 'watch', 'closed')),
    title text not null,
    risk_that text not null,
    due_to text not null,
    resulting_in text not null,
    category text,
    owner text not null,
    is_to_life integer check (is_to_life in (0, 1)),
    ${step('likelihood')},
    ${step('impact')},
    mitigation text not null,
    planned_mitigation text not null,
    ${step('target_likelihood')},
    ${step('target_impact')},
    path_to_target text not null,
    target_on text,
    proximity text,
    approach text check (approach in ('treat', 'tolerate')),
    closed_on text,
    closed_by text,
    closing_reason text not null,
    origin_json text check (json_valid(origin_json)),
    check ((status = 'closed') = (closed_on is not null))
  ) strict`,
  `create table issue (
    ${head},
    scheme_id text not null references scheme (id),
    kind text not null check (kind in ('issue', 'assumption')),
    title text not null,
    description text not null,
    owner text not null,
    raised_on text not null,
    due_on text,
    resolution text not null,
    closed_on text,
    risk_id text references risk (id)
  ) strict`,
  `create table milestone (
    ${head},
    scheme_id text not null references scheme (id),
    name text not null,
    baseline_on text,
    forecast_on text,
    actual_on text,
    note text not null,
    baseline_reason text not null
  ) strict`,
  `create table dependency (
    ${head},
    scheme_id text not null references scheme (id),
    what text not null,
    milestone_id text references milestone (id),
    given_by text not null,
    owner text not null,
    needed_on text,
    expected_on text,
    met_on text
  ) strict`,
  `create table assurance (
    ${head},
    scheme_id text not null references scheme (id),
    kind text not null check (kind in ('edci', 'dtac', 'dpia', 'clinical_safety', 'dspt', 'gateway_review')),
    status text not null check (status in ('not_recorded', 'not_needed', 'planned', 'in_progress', 'complete')),
    reviewer text not null,
    looked_on text,
    evidence text not null
  ) strict`,
  `create table benefit (
    ${head},
    scheme_id text not null references scheme (id),
    status text not null check (status in
      ('identified', 'baselined', 'target_agreed', 'tracking', 'realised', 'partly_realised', 'not_realised', 'closed')),
    name text not null,
    owner text not null,
    owner_organisation_id text references organisation (id),
    measure text not null,
    unit text not null,
    baseline text not null,
    baseline_quantity integer,
    baseline_on text,
    cash_releasing_pence integer check (abs(cash_releasing_pence) <= 9000000000000000),
    confidence text check (confidence in ('low', 'medium', 'high')),
    evidence text not null,
    targets_json text not null check (json_valid(targets_json)),
    actuals_json text not null check (json_valid(actuals_json)),
    reason text not null,
    double_count_json text check (json_valid(double_count_json)),
    origin_json text check (json_valid(origin_json))
  ) strict`,
  `create table lesson (
    ${head},
    scheme_id text not null references scheme (id),
    title text not null,
    category text not null,
    what_happened text not null,
    recommendation text not null,
    applies_to text not null,
    learned_on text not null,
    adopted_by_json text not null check (json_valid(adopted_by_json))
  ) strict`,
  `create table closure (
    ${head},
    scheme_id text not null references scheme (id),
    status text not null check (status in
      ('completion_reported', 'account_agreed', 'residual_released', 'reported', 'accepted', 'handed_over', 'closed')),
    writers_json text not null check (json_valid(writers_json)),
    completed_on text not null,
    completion_note text not null,
    final_account_pence integer check (abs(final_account_pence) <= 9000000000000000),
    account_agreed_on text,
    account_agreed_by text,
    account_note text not null,
    decision_id text references decision (id),
    report text not null,
    board_id text references board (id),
    accepted_on text,
    accepted_by text,
    benefits_owner text not null,
    handover_note text not null,
    review_due_on text,
    reviewed_on text,
    review_note text not null
  ) strict`,
  // Anew for a scheme whose closure was taken back.
  `create unique index closure_scheme on closure (scheme_id) where is_removed = 0`,
  ...['risk', 'issue', 'milestone', 'dependency', 'assurance', 'benefit', 'lesson'].map(
    (table) => `create index ${table}_scheme on ${table} (scheme_id)`,
  ),
  ...['risk', 'issue', 'milestone', 'dependency', 'assurance', 'benefit', 'lesson', 'closure'].map(
    (table) => `create trigger ${table}_refuses_delete before delete on ${table} begin
      select raise(abort, 'nothing is deleted: ${table}');
    end`,
  ),
]

/** What schemes are to bring, what may go wrong, their milestones, and how they close. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
