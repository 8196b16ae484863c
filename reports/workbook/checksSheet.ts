import type { Check } from '../check.ts'
import type { ReportModel } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import { letterOf } from './address.ts'
import { type Book, nameRows } from './excel.ts'
import { addRow, addSheet, type Content, finishSheet, type SheetColumn } from './sheet.ts'
import { sheetName } from './sheetName.ts'
import { linesAbove } from './topLines.ts'

/** Every result of the checks, with both figures and the explanation. */
export const addChecksSheet = (book: Book, { checks, heading }: ReportModel): void => {
  const name = sheetName('Checks', book.takenSheets)
  const [programme = '', ...rest] = linesAbove(heading, null, '£')
  const sheet = addSheet(book, {
    name,
    heading: { ...heading, title: 'Checks' },
    lines: [programme, checks.length === 1 ? '1 finding' : `${checks.length} findings`, ...rest],
    columns: checkColumns.map((column) => ({ ...column, pence: hasPence(checks) })),
    frozenColumns: 2,
  })
  const first = sheet.next
  for (const { rule, name, severity, place, printed, computed, difference, explanation, status } of checks) {
    const figures = [printed, computed, difference].map(figureContent)
    addRow(sheet, [rule, name, severity, place, ...figures, explanation, status])
  }
  if (checks.length === 0) addRow(sheet, ['none', 'No finding'])
  else sheet.worksheet.autoFilter = `A${sheet.headerRow}:${letterOf(checkColumns.length)}${sheet.next - 1}`
  nameRows(book, name, 'Checks', [first, sheet.next - 1], checkColumns.length)
  finishSheet(sheet)
}

const hasPence = (checks: readonly Check[]): boolean =>
  checks.some(({ printed, computed, difference }) =>
    [printed, computed, difference].some((figure) => typeof figure === 'number' && figure % 100 !== 0),
  )

const figureContent = (figure: Check['printed']): Content => {
  if (figure === null) return { kind: 'none' }
  return typeof figure === 'number' ? { kind: 'amount', amount: figure } : textCell(figure)
}

interface CheckColumn extends SheetColumn {
  meaning: string
  source: string
}

/** The columns of the sheet, in order; so wide that a page can be read. */
export const checkColumns: CheckColumn[] = (
  [
    { header: 'Rule', kind: 'text', widest: 7, meaning: 'Code of the rule', source: 'Rule catalogue' },
    { header: 'Check', kind: 'text', widest: 26, meaning: 'What the rule looks at', source: 'Rule catalogue' },
    { header: 'Severity', kind: 'text', meaning: 'stop, warn or note', source: 'Rule catalogue' },
    {
      header: 'Where',
      kind: 'text',
      widest: 30,
      meaning: 'Where the figure stands',
      source: 'Stated document or ledger',
    },
    { header: 'Printed', kind: 'amount', meaning: 'What the document states', source: 'Stated document' },
    { header: 'Computed', kind: 'amount', meaning: 'What the figures give', source: 'Ledger or stated figures' },
    { header: 'Difference', kind: 'amount', meaning: 'How far the two are apart', source: 'Printed and computed' },
    {
      header: 'Explanation',
      kind: 'wide-text',
      widest: 64,
      meaning: 'What the search found',
      source: 'Search over the lines',
    },
    { header: 'Status', kind: 'text', meaning: 'Where the finding stands', source: 'Findings' },
  ] satisfies Omit<CheckColumn, 'unit'>[]
).map((column) => ({ ...column, unit: '£' }))
