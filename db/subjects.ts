import { Decision } from '../domain/programme/decision.ts'
import { FundingSource } from '../domain/programme/fundingSource.ts'
import { HolidayEdit } from '../domain/programme/holidayEdit.ts'
import { Organisation } from '../domain/programme/organisation.ts'
import { Programme } from '../domain/programme/programme.ts'
import { CaseStatus, Scheme } from '../domain/programme/scheme.ts'
import { Theme, ThemeMembership } from '../domain/programme/theme.ts'
import { YearStatus } from '../domain/programme/yearStatus.ts'
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
  ].map((each) => [each.kind, each]),
) as unknown as Record<SubjectKind, Repository<Subject>>

export const subjectKinds = Object.keys(repositories) as SubjectKind[]
