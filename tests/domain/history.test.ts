import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { subjectKinds } from '../../db/subjects.ts'
import { lift, SHAPE } from '../../domain/history/lift.ts'
import { smallLedger } from '../support/smallLedger.ts'

const kept = 'id revision is_removed'

const shapeOne = {
  case_status: 'scheme_id start_year status place',
  decision:
    'reference title decision_taker kind made_on published_on is_call_in_eligible effective_on allocation_kind status ' +
    'lines_json note',
  finding: 'finding_id fingerprint status owner answer closed_because',
  funding_source:
    'name aliases_json category funder grant_ref conditions restricted_to spend_by_on secured_status ' +
    'interest_rate_bp asset_life_years sort retired_on',
  holiday_edit: 'on name is_holiday',
  organisation: 'code name type valid_from_on valid_to_on predecessor_ids_json is_accountable_body note',
  programme:
    'name capital_scheme_number accountable_organisation_id partner_organisation_id start_year end_year is_sample ' +
    'note annual_allocation_pence',
  scheme:
    'sort lifecycle ref capital_scheme_number bcf_scheme_id name short_name aliases_json brief_description ' +
    'scheme_type sub_type area_of_spend commissioner nhs_share_bp la_share_bp providers_json lead_organisation_id ' +
    'senior_responsible_owner scheme_lead nature planned_json forecast_json actual_json wards_json is_existing dca ' +
    'rag_delivery rag_finance rag_benefits edci dtac dpia clinical_safety tags_json amounts_note',
  theme: 'name aliases_json objective sort retired_on',
  theme_membership: 'scheme_id theme_id from_on to_on',
  year_status: 'start_year status',
}

/** The fields that events keep of each kind of thing, by shape. A change needs the next shape here, and a lift to it. */
const shapes: Record<number, Record<string, string>> = {
  1: shapeOne,
  2: {
    ...shapeOne,
    account: 'sign_in_name title organisation_id assignments_json ended_on',
    authority_request:
      'reference version supersedes_id status writers_json route_id stages_passed ready_on finance_check_json ' +
      'legal_check_json notice_json report_published_on decision_json published_on call_in_json decision_id reason ' +
      'title decision_taker decision_due_on lines_json funding_json cover_json narrative_json',
    assurance: 'scheme_id kind status reviewer looked_on evidence',
    benefit:
      'scheme_id status name owner owner_organisation_id measure unit baseline baseline_quantity baseline_on ' +
      'cash_releasing_pence confidence evidence targets_json actuals_json reason double_count_json origin_json',
    board: 'name organisation_ids_json functions_json parent_id seats_json quorum_json voting_json cadence ended_on',
    business_case:
      'scheme_id stage version reference status writers_json route_id stages_passed submitted_on recommended_on ' +
      'approved_on valid_until_on approved_json conditions_json supersedes_id reason stated_in title ask costs_json ' +
      'benefits_json risks_json assurance_json has_interest interests attachments_json options_json sections_json',
    closure:
      'scheme_id status writers_json completed_on completion_note final_account_pence account_agreed_on ' +
      'account_agreed_by account_note decision_id report board_id accepted_on accepted_by benefits_owner handover_note ' +
      'review_due_on reviewed_on review_note',
    decision: `${shapeOne.decision} about_json paper_sha256`,
    dependency: 'scheme_id what milestone_id given_by owner needed_on expected_on met_on',
    change_request:
      'number kind what_changes reason impact lines_json status sent_on writers_json route_json origin_json decided_on ' +
      'decided_by answer decision_id reversed_on reversal_reason',
    scenario: 'name note changes_json writers_json',
    spend_import:
      'kind name sha256 size sheet mapping_json totals_json control_total_pence movement_id status brought_in_by ' +
      'brought_in_on taken_back_because',
    spend_mapping: 'name mapping_json',
    report_draft:
      'report scope order_json status narrative_json marks_json waivers_json writers_json as_at_seq as_at_on prepared_by ' +
      'prepared_on certified_by certified_on declined_because issue_id',
    issued_report:
      'report scope title about order_json draft_id supersedes_id as_at_seq as_at_on as_at_hash model_sha256 ' +
      'public_model_sha256 files_json unmade_json prepared_by certified_by issued_by issued_at',
    document_reading: 'document_id name content_type size sha256 corrections_json confirmations_json read_by',
    forecast: 'scheme_id version status lines_json note written_by submitted_by submitted_on',
    highlight_report:
      'scheme_id start_year period version status delivery commentary next_month milestones_json risks_json written_by ' +
      'submitted_on',
    issue: 'scheme_id kind title description owner raised_on due_on resolution closed_on risk_id',
    lesson: 'scheme_id title category what_happened recommendation applies_to learned_on adopted_by_json',
    meeting:
      'board_id kind held_on venue status agenda_published_at items_json attendance_json interests_json minutes ' +
      'actions_json',
    milestone: 'scheme_id name baseline_on forecast_on actual_on note baseline_reason',
    paper: 'subject_kind subject_id subject_revision sha256 content',
    period_status: 'start_year period status closed_on reopening_json',
    scoring_criteria: 'from_on source criteria_json',
    pipeline_candidate: 'scheme_id costs_json costs_from scores_json',
    underspend:
      'start_year place_json source_id nature slippage_pence saving_pence not_received_pence error_pence reason ' +
      'profile_json funding_source_id',
    proposal: 'kind content summary from_on reason status proposed_by decided_by answer',
    risk:
      'scheme_id status title risk_that due_to resulting_in category owner is_to_life likelihood impact mitigation ' +
      'planned_mitigation target_likelihood target_impact path_to_target target_on proximity approach closed_on ' +
      'closed_by closing_reason origin_json',
    route: 'subject_kind name version stages_json monitored_by_json is_single_board from_on',
    rule_value: 'rule value from_on source',
    year_end: 'start_year status closed_on actuals_json',
    waiver: 'rule subject_kind subject_id reason asked_by approved_by status expires_on',
  },
}

test('a row of today’s shape is given back as it is', () => {
  const row = { id: '01', revision: 1, is_removed: 0, name: 'Records', aliases_json: '["R"]', retired_on: null }
  expect(lift('theme', SHAPE, row)).toEqual(row)
})

test('a decision of the first shape was about nothing in the program', () => {
  expect(lift('decision', 1, { id: '01' })).toEqual({ id: '01', about_json: null, paper_sha256: null })
})

test('events keep the fields of their shape, so that no stored field changes its name without a lift', async () => {
  const { file, path } = await smallLedger()
  await file.close()
  const raw = new SQLite(path, { readonly: true })
  const fieldsOf = (kind: string) =>
    (raw.pragma(`table_info(${kind})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !kept.split(' ').includes(name))
      .join(' ')
  const fields = Object.fromEntries(subjectKinds.map((kind) => [kind, fieldsOf(kind)]))
  raw.close()
  expect(fields).toEqual(shapes[SHAPE])
})
