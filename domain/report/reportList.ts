import { z } from 'zod'

export const ReportName = z.enum([
  'decision-report',
  'funding-and-cash-flow',
  'appendix-a',
  'scheme-summaries',
  'business-case',
  'board-pack',
  'decision-record',
  'key-decision-notice',
  'forward-plan',
  'spend',
  'capital-monitoring',
  'carry-forward',
  'change-register',
  'authority-ledger',
  'bcf-plan',
  'bcf-quarterly',
  'cpr4',
  'benefits',
  'one-pager',
  'annual-report',
  'closure',
  'tie-out',
  'major-projects',
  'everything',
])
export type ReportName = z.infer<typeof ReportName>

/** The forms that a report is written in. */
export const ReportForm = z.enum(['docx', 'pdf', 'xlsx', 'csv', 'json'])
export type ReportForm = z.infer<typeof ReportForm>

/** What a report is about: the programme as a whole, or one thing in it. */
export const ScopeKind = z.enum(['programme', 'scheme', 'decision', 'request', 'case', 'meeting', 'year'])
export type ScopeKind = z.infer<typeof ScopeKind>

/** The five groups of the catalogue. */
export const ReportGroup = z.enum(['decide', 'report-spend', 'tell-the-public', 'return-to-government', 'audit'])
export type ReportGroup = z.infer<typeof ReportGroup>

/** One report of the catalogue. */
export interface ReportAbout {
  /** Its number in the catalogue, 1 to 22. */
  number: number
  title: string
  group: ReportGroup
  /** For whom it is, in the words of the catalogue. */
  audience: string
  /** What it can be about, the usual first. */
  scopes: readonly [ScopeKind, ...ScopeKind[]]
  /** The usual form first. */
  forms: readonly [ReportForm, ...ReportForm[]]
  /** Whether an open Stop check keeps it from being issued, because its figures are evidence of the money. */
  isHeldByChecks: boolean
}

const asDocument = ['docx', 'pdf', 'json'] as const
const asTables = ['xlsx', 'csv', 'docx', 'pdf', 'json'] as const

/** The reports that the program makes, in the order of the catalogue. */
export const reportList: Record<ReportName, ReportAbout> = {
  'decision-report': {
    number: 1,
    title: 'Delegated decision report',
    group: 'decide',
    audience: 'Decision taker, governance services, the public',
    scopes: ['request'],
    forms: asDocument,
    isHeldByChecks: true,
  },
  'funding-and-cash-flow': {
    number: 2,
    title: 'Capital Funding & Cash Flow',
    group: 'decide',
    audience: 'Decision taker, finance',
    scopes: ['programme', 'decision'],
    forms: asTables,
    isHeldByChecks: true,
  },
  'appendix-a': {
    number: 3,
    title: 'Appendix A: expenditure plan',
    group: 'decide',
    audience: 'Board, decision taker',
    scopes: ['programme'],
    forms: asTables,
    isHeldByChecks: true,
  },
  'scheme-summaries': {
    number: 4,
    title: 'Scheme summaries',
    group: 'tell-the-public',
    audience: 'Health and wellbeing board, the public',
    scopes: ['programme', 'scheme'],
    forms: asDocument,
    isHeldByChecks: false,
  },
  'business-case': {
    number: 5,
    title: 'Business case',
    group: 'decide',
    audience: 'Boards that recommend and approve',
    scopes: ['case'],
    forms: asDocument,
    isHeldByChecks: false,
  },
  'board-pack': {
    number: 6,
    title: 'Board pack',
    group: 'decide',
    audience: 'Members of a board',
    scopes: ['meeting'],
    forms: ['pdf', 'docx', 'json'],
    isHeldByChecks: false,
  },
  'decision-record': {
    number: 7,
    title: 'Decision record',
    group: 'decide',
    audience: 'Governance services, the public',
    scopes: ['decision'],
    forms: ['docx', 'pdf', 'csv', 'json'],
    isHeldByChecks: false,
  },
  'key-decision-notice': {
    number: 7,
    title: 'Key decision notice',
    group: 'decide',
    audience: 'Governance services, the public',
    scopes: ['request'],
    forms: ['docx', 'pdf', 'csv', 'json'],
    isHeldByChecks: false,
  },
  'forward-plan': {
    number: 7,
    title: 'Forward plan of key decisions',
    group: 'decide',
    audience: 'Governance services, the public',
    scopes: ['programme'],
    forms: ['docx', 'csv', 'pdf', 'json'],
    isHeldByChecks: false,
  },
  spend: {
    number: 8,
    title: 'Spend report',
    group: 'report-spend',
    audience: 'Finance, programme',
    scopes: ['programme'],
    forms: asTables,
    isHeldByChecks: true,
  },
  'capital-monitoring': {
    number: 9,
    title: 'Capital monitoring',
    group: 'report-spend',
    audience: 'Finance, executive board',
    scopes: ['year'],
    forms: asTables,
    isHeldByChecks: true,
  },
  'carry-forward': {
    number: 10,
    title: 'Slippage and carry-forward request',
    group: 'report-spend',
    audience: 'Section 151 officer, executive board',
    scopes: ['year'],
    forms: asTables,
    isHeldByChecks: true,
  },
  'change-register': {
    number: 11,
    title: 'Change register',
    group: 'audit',
    audience: 'Finance, audit',
    scopes: ['programme'],
    forms: asTables,
    isHeldByChecks: false,
  },
  'authority-ledger': {
    number: 12,
    title: 'Authority ledger and audit extract',
    group: 'audit',
    audience: 'Audit',
    scopes: ['programme'],
    forms: asTables,
    isHeldByChecks: false,
  },
  'bcf-plan': {
    number: 13,
    title: 'Better Care Fund planning return',
    group: 'return-to-government',
    audience: 'Lead for the Better Care Fund',
    scopes: ['year'],
    forms: ['xlsx', 'csv', 'json'],
    isHeldByChecks: true,
  },
  'bcf-quarterly': {
    number: 14,
    title: 'Better Care Fund quarterly return',
    group: 'return-to-government',
    audience: 'Lead for the Better Care Fund',
    scopes: ['year'],
    forms: ['xlsx', 'csv', 'json'],
    isHeldByChecks: true,
  },
  cpr4: {
    number: 15,
    title: 'Capital payments and receipts (CPR4)',
    group: 'return-to-government',
    audience: 'Finance',
    scopes: ['year'],
    forms: ['xlsx', 'csv', 'json'],
    isHeldByChecks: true,
  },
  benefits: {
    number: 16,
    title: 'Benefits realisation',
    group: 'tell-the-public',
    audience: 'Board, health and wellbeing board',
    scopes: ['programme', 'scheme'],
    forms: ['docx', 'xlsx', 'pdf', 'csv', 'json'],
    isHeldByChecks: false,
  },
  'one-pager': {
    number: 17,
    title: 'Portfolio on one page',
    group: 'report-spend',
    audience: 'Chief digital and information officer, informatics board',
    scopes: ['programme'],
    forms: ['pdf', 'docx', 'xlsx', 'json'],
    isHeldByChecks: false,
  },
  'annual-report': {
    number: 18,
    title: 'Annual report to the health and wellbeing board',
    group: 'tell-the-public',
    audience: 'Health and wellbeing board, the public',
    scopes: ['year'],
    forms: asDocument,
    isHeldByChecks: false,
  },
  closure: {
    number: 19,
    title: 'Closure and lessons',
    group: 'report-spend',
    audience: 'Informatics board',
    scopes: ['scheme'],
    forms: asDocument,
    isHeldByChecks: false,
  },
  'tie-out': {
    number: 20,
    title: 'Tie-out',
    group: 'audit',
    audience: 'Finance, audit',
    scopes: ['programme'],
    forms: asTables,
    isHeldByChecks: false,
  },
  'major-projects': {
    number: 21,
    title: 'Major projects data sheet',
    group: 'return-to-government',
    audience: 'Department, NHS England',
    scopes: ['programme'],
    forms: ['csv', 'xlsx', 'json'],
    isHeldByChecks: false,
  },
  everything: {
    number: 22,
    title: 'Whole programme',
    group: 'audit',
    audience: 'Anybody who calculates on',
    scopes: ['programme'],
    forms: ['xlsx', 'csv', 'json'],
    isHeldByChecks: false,
  },
}
