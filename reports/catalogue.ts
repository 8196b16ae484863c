import { fail } from '../domain/errors.ts'
import type { Id } from '../domain/id.ts'
import type { ProgrammeFacts } from '../domain/programme/facts.ts'
import { reportFileName } from '../domain/reportFileName.ts'
import { appendixA } from './appendixA/model.ts'
import { appendixATable } from './appendixA/table.ts'
import type { Check } from './check.ts'
import { type Table, toCsv } from './csv.ts'
import { fundingAndCashFlow } from './fundingAndCashFlow/model.ts'
import { fundingTable } from './fundingAndCashFlow/table.ts'
import { type Heading, headingOf, OPEN_TO_ALL, type ReportMaker } from './heading.ts'
import type { ExpectedYear } from './spend/expected.ts'
import { spendReport } from './spend/model.ts'
import { spendTable } from './spend/table.ts'
import { type WorkbookContent, writeWorkbook } from './workbook/writeWorkbook.ts'
import type { YearsAsked } from './yearsAsked.ts'

export const reportNames = ['funding-and-cash-flow', 'appendix-a', 'spend'] as const
export type ReportName = (typeof reportNames)[number]

export const reportFormats = ['xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What a reader asks of a report, with the checks that stand beside its figures. */
export interface ReportOptions extends ReportMaker, YearsAsked {
  /** The decision that the funding tables are drawn for; by default the latest on authority. */
  decisionId?: Id | undefined
  checks: readonly Check[]
  /** What the years of each place come to, for the reports that say so. */
  expected?: readonly ExpectedYear[] | undefined
}

interface Report {
  title: string
  /** The models of the workbook. */
  content(facts: ProgrammeFacts, options: ReportOptions): WorkbookContent
  /** The report's own table. */
  table(facts: ProgrammeFacts, options: ReportOptions, heading: Heading): Table
}

export const reports: Record<ReportName, Report> = {
  'funding-and-cash-flow': {
    title: 'Capital Funding & Cash Flow',
    content: (facts, { decisionId, from, to }) => ({
      report: 'funding-and-cash-flow',
      fundingAndCashFlow: fundingAndCashFlow(facts, decisionId),
      appendixA: appendixA(facts, { from, to }),
    }),
    table: (facts, { decisionId }, heading) => fundingTable(fundingAndCashFlow(facts, decisionId), heading),
  },
  'appendix-a': {
    title: 'Appendix A: expenditure plan',
    content: (facts, { from, to }) => ({ report: 'appendix-a', appendixA: appendixA(facts, { from, to }) }),
    table: (facts, { from, to }, heading) => appendixATable(appendixA(facts, { from, to }), heading),
  },
  spend: {
    title: 'Spend report',
    content: (facts, { from, to, expected }) => ({
      report: 'spend',
      spend: spendReport(facts, { from, to }, expected),
    }),
    table: (facts, { from, to, expected }, heading) => spendTable(spendReport(facts, { from, to }, expected), heading),
  },
}

const contentTypes: Record<ReportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export interface ProducedReport {
  bytes: Uint8Array
  fileName: string
  contentType: string
}

/**
 * A report as bytes with a file name; the same facts and options give the same contents. Throws `unknown-report`,
 * `unknown-format`, `not-found` for a decision that is not on record, and `bad-year`.
 */
export const produce = async (
  report: string,
  format: string,
  facts: ProgrammeFacts,
  options: ReportOptions,
): Promise<ProducedReport> => {
  const name = reportNames.find((known) => known === report) ?? fail('unknown-report', { report })
  const as = reportFormats.find((known) => known === format) ?? fail('unknown-format', { format })
  const { title, content, table } = reports[name]
  const heading = headingOf(facts, options)
  const bytes =
    as === 'xlsx'
      ? await writeWorkbook(title, content(facts, options), options.checks, heading)
      : toCsv(options.isOpenToAll ? openToAll(table(facts, options, heading)) : table(facts, options, heading))
  return { bytes, fileName: reportFileName(name, as, facts), contentType: contentTypes[as] }
}

/** A CSV has no heading that could say it, so each of its rows does. */
export const openToAll = ({ header, rows }: Table): Table => ({
  header: [...header, 'Sign-in'],
  rows: rows.map((row) => [...row, OPEN_TO_ALL]),
})
