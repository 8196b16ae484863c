import { AuthorityRequest } from '../domain/authority/authorityRequest.ts'
import { Waiver } from '../domain/authority/waiver.ts'
import { Benefit } from '../domain/benefit/benefit.ts'
import { Board } from '../domain/board/board.ts'
import { Meeting } from '../domain/board/meeting.ts'
import { BusinessCase } from '../domain/businessCase/businessCase.ts'
import { ChangeRequest } from '../domain/change/changeRequest.ts'
import { Scenario } from '../domain/change/scenario.ts'
import { Closure } from '../domain/closure/closure.ts'
import { Lesson } from '../domain/closure/lesson.ts'
import { Assurance } from '../domain/delivery/assurance.ts'
import { Dependency } from '../domain/delivery/dependency.ts'
import { Milestone } from '../domain/delivery/milestone.ts'
import { Forecast } from '../domain/forecast/forecast.ts'
import { HighlightReport } from '../domain/forecast/highlightReport.ts'
import { Paper } from '../domain/paper/paper.ts'
import { Account } from '../domain/people/account.ts'
import { PeriodStatus } from '../domain/period/periodStatus.ts'
import { Underspend } from '../domain/period/underspend.ts'
import { YearEnd } from '../domain/period/yearEnd.ts'
import { PipelineCandidate } from '../domain/pipeline/pipelineCandidate.ts'
import { ScoringCriteria } from '../domain/pipeline/scoringCriteria.ts'
import { Decision } from '../domain/programme/decision.ts'
import { FundingSource } from '../domain/programme/fundingSource.ts'
import { HolidayEdit } from '../domain/programme/holidayEdit.ts'
import { Organisation } from '../domain/programme/organisation.ts'
import { Programme } from '../domain/programme/programme.ts'
import { CaseStatus, Scheme } from '../domain/programme/scheme.ts'
import { Theme, ThemeMembership } from '../domain/programme/theme.ts'
import { YearStatus } from '../domain/programme/yearStatus.ts'
import { DocumentReading } from '../domain/reading/documentReading.ts'
import { IssuedReport } from '../domain/report/issuedReport.ts'
import { ReportDraft } from '../domain/report/reportDraft.ts'
import { Issue } from '../domain/risk/issue.ts'
import { Risk } from '../domain/risk/risk.ts'
import { Proposal } from '../domain/route/proposal.ts'
import { Route } from '../domain/route/route.ts'
import { DatedRuleValue } from '../domain/route/ruleValue.ts'
import { SpendImport } from '../domain/spend/spendImport.ts'
import { SpendMapping } from '../domain/spend/spendMapping.ts'
import { FindingRecord } from '../domain/tieOut/findingStatus.ts'
import { type Repository, repository, type Subject } from './repository.ts'
import type { SubjectKind } from './schema.ts'

export const programmes = repository('programme', Programme, { annualAllocation: 'annual_allocation_pence' })
export const organisations = repository('organisation', Organisation)
export const themes = repository('theme', Theme)
export const themeMemberships = repository('theme_membership', ThemeMembership)
export const schemes = repository('scheme', Scheme)
export const caseStatuses = repository('case_status', CaseStatus)
export const fundingSources = repository('funding_source', FundingSource)
export const decisions = repository('decision', Decision)
export const yearStatuses = repository('year_status', YearStatus)
export const findingRecords = repository('finding', FindingRecord)
export const holidayEdits = repository('holiday_edit', HolidayEdit)
export const accounts = repository('account', Account)
export const boards = repository('board', Board)
export const meetings = repository('meeting', Meeting)
export const papers = repository('paper', Paper)
export const businessCases = repository('business_case', BusinessCase)
export const authorityRequests = repository('authority_request', AuthorityRequest)
export const waivers = repository('waiver', Waiver)
export const routes = repository('route', Route)
export const ruleValues = repository('rule_value', DatedRuleValue)
export const proposals = repository('proposal', Proposal)
export const documentReadings = repository('document_reading', DocumentReading)
export const forecasts = repository('forecast', Forecast)
export const highlightReports = repository('highlight_report', HighlightReport)
export const scoringCriteria = repository('scoring_criteria', ScoringCriteria)
export const pipelineCandidates = repository('pipeline_candidate', PipelineCandidate)
export const changeRequests = repository('change_request', ChangeRequest)
export const scenarios = repository('scenario', Scenario)
export const periodStatuses = repository('period_status', PeriodStatus)
export const underspends = repository('underspend', Underspend, {
  slippage: 'slippage_pence',
  saving: 'saving_pence',
  notReceived: 'not_received_pence',
  error: 'error_pence',
})
export const yearEnds = repository('year_end', YearEnd)
export const risks = repository('risk', Risk)
export const issues = repository('issue', Issue)
export const milestones = repository('milestone', Milestone)
export const dependencies = repository('dependency', Dependency)
export const assurances = repository('assurance', Assurance)
export const benefits = repository('benefit', Benefit, { cashReleasing: 'cash_releasing_pence' })
export const lessons = repository('lesson', Lesson)
export const closures = repository('closure', Closure, { finalAccount: 'final_account_pence' })
export const spendImports = repository('spend_import', SpendImport, { controlTotal: 'control_total_pence' })
export const spendMappings = repository('spend_mapping', SpendMapping)
export const reportDrafts = repository('report_draft', ReportDraft)
export const issuedReports = repository('issued_report', IssuedReport)

/** Every kind, for what treats them alike: as-at, undo and the check of the trail. */
export const repositories: Record<SubjectKind, Repository<Subject>> = Object.fromEntries(
  [
    programmes,
    organisations,
    themes,
    themeMemberships,
    schemes,
    caseStatuses,
    fundingSources,
    decisions,
    yearStatuses,
    findingRecords,
    holidayEdits,
    accounts,
    boards,
    meetings,
    papers,
    businessCases,
    authorityRequests,
    waivers,
    routes,
    ruleValues,
    proposals,
    documentReadings,
    forecasts,
    highlightReports,
    scoringCriteria,
    pipelineCandidates,
    changeRequests,
    scenarios,
    periodStatuses,
    underspends,
    yearEnds,
    risks,
    issues,
    milestones,
    dependencies,
    assurances,
    benefits,
    lessons,
    closures,
    spendImports,
    spendMappings,
    reportDrafts,
    issuedReports,
  ].map((each) => [each.kind, each]),
) as unknown as Record<SubjectKind, Repository<Subject>>

export const subjectKinds = Object.keys(repositories) as SubjectKind[]
