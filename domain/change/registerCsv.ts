import { csvFile, csvText } from '../csv.ts'
import { formatPlain } from '../money.ts'
import { changeKindWords, changeStatusWords } from './changeWords.ts'
import type { RegisterRow } from './registerRows.ts'

/** The headings of the national return for changes of a project's finances, with this programme's own after them. */
export const registerHeadings = [
  'Change number',
  'Project funding moved from',
  'Intervention theme moved from',
  'Project funding moved to',
  'Intervention theme moved to',
  'Amount moved £',
  'What changes',
  'Reason',
  'Actual, forecast or cancelled',
  'Reporting period change takes place',
  'Type',
  'Status',
  'Route',
  'Approver',
  'Decision reference',
  'Posted',
] as const

/** The register as a CSV file: pounds and pence, ISO dates, text that no program runs as a formula. */
export const registerCsv = (rows: readonly RegisterRow[]): Uint8Array<ArrayBuffer> =>
  csvFile([
    [...registerHeadings],
    ...rows.map((row) => [
      String(row.number),
      csvText(row.movedFrom),
      csvText(row.themeFrom),
      csvText(row.movedTo),
      csvText(row.themeTo),
      formatPlain(row.amount),
      csvText(row.whatChanges),
      csvText(row.reason),
      row.standing,
      row.period,
      changeKindWords[row.kind],
      changeStatusWords[row.status],
      row.route,
      csvText(row.approver),
      csvText(row.decisionRef),
      row.postedOn ?? '',
    ]),
  ])
