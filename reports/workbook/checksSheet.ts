import { amountCell, NONE } from '../cell.ts'
import type { Check } from '../check.ts'
import type { Heading } from '../heading.ts'
import type { Workbook } from './excel.ts'
import { addRow, addSheet, type Content, finishSheet, nameRows, type SheetColumn } from './sheet.ts'

/** Every result of the checks, with both figures and the explanation. */
export const addChecksSheet = (workbook: Workbook, checks: readonly Check[], heading: Heading): void => {
  const sheet = addSheet(workbook, {
    name: 'Checks',
    title: 'Checks',
    heading,
    lines: [checks.length === 1 ? '1 finding' : `${checks.length} findings`],
    columns: checkColumns,
    unit: '£',
    frozenColumns: 2,
  })
  const first = sheet.next
  for (const { rule, name, severity, place, printed, computed, difference, explanation, status } of checks) {
    const figures = [printed, computed, difference].map(figureContent)
    addRow(sheet, [rule, name, severity, place, ...figures, explanation, status])
  }
  if (checks.length === 0) addRow(sheet, ['none', 'No finding'])
  nameRows(workbook, sheet, 'Checks', [first, sheet.next - 1])
  finishSheet(sheet)
}

const figureContent = (figure: Check['printed']): Content => {
  if (figure === null) return NONE
  return typeof figure === 'number' ? amountCell(figure) : figure
}

/** The columns of the sheet, in order; so wide that a page can be read. */
export const checkColumns = [
  { header: 'Rule', kind: 'text', widest: 7, meaning: 'Code of the rule', unit: 'text', source: 'Rule catalogue' },
  {
    header: 'Check',
    kind: 'text',
    widest: 26,
    meaning: 'What the rule looks at',
    unit: 'text',
    source: 'Rule catalogue',
  },
  { header: 'Severity', kind: 'text', meaning: 'stop, warn or note', unit: 'text', source: 'Rule catalogue' },
  {
    header: 'Where',
    kind: 'text',
    widest: 30,
    meaning: 'Where the figure stands',
    unit: 'text',
    source: 'Stated document or ledger',
  },
  { header: 'Printed', kind: 'amount', meaning: 'What the document states', unit: '£', source: 'Stated document' },
  {
    header: 'Computed',
    kind: 'amount',
    meaning: 'What the figures give',
    unit: '£',
    source: 'Ledger or stated figures',
  },
  {
    header: 'Difference',
    kind: 'amount',
    meaning: 'How far the two are apart',
    unit: '£',
    source: 'Printed and computed',
  },
  {
    header: 'Explanation',
    kind: 'wide-text',
    widest: 64,
    meaning: 'What the search found',
    unit: 'text',
    source: 'Search over the lines',
  },
  { header: 'Status', kind: 'text', meaning: 'Where the finding stands', unit: 'text', source: 'Findings' },
] satisfies (SheetColumn & Record<'meaning' | 'unit' | 'source', string>)[]
