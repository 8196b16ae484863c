import type { AppendixA, ExpenditureGroup } from '../appendixA/model.ts'
import { amountCell } from '../cell.ts'
import type { Heading } from '../heading.ts'
import type { Workbook } from './excel.ts'
import {
  addNote,
  addRow,
  addSheet,
  type Formula,
  finishSheet,
  letterOf,
  nameRows,
  roundingContents,
  spanRows,
  sumOf,
} from './sheet.ts'

const FIRST_YEAR_COLUMN = 3

/** The expenditure plan by theme, with subtotals, the total, the unfunded lines and the footnotes. */
export const addAppendixASheet = (workbook: Workbook, report: AppendixA, heading: Heading): void => {
  const sheet = addSheet(workbook, {
    name: 'Appendix A',
    title: 'Appendix A: expenditure plan',
    heading,
    columns: [
      { header: 'Theme objective', kind: 'text' },
      { header: 'Scheme', kind: 'text' },
      ...report.years.map(({ label }) => ({ header: label, kind: 'amount' as const })),
    ],
    unit: '£',
    frozenColumns: 2,
  })

  const addGroup = ({ heading, objective, rows, subtotals }: ExpenditureGroup): number => {
    addRow(sheet, [heading], 'band')
    const numbers = rows.map(({ label, footnote, cells }, at) =>
      addRow(sheet, [at === 0 ? objective : '', marked(label, footnote), ...cells]),
    )
    const range: [number, number] = [numbers[0] as number, numbers.at(-1) as number]
    spanRows(sheet, 1, range)
    const rounding = roundingContents('£', {
      rows: rows.map(({ cells }) => cells),
      totals: subtotals.cells.map(amountCell),
      rowNumbers: numbers,
      totalRow: sheet.next + 1,
      firstColumn: FIRST_YEAR_COLUMN,
    })
    if (rounding !== null) addRow(sheet, ['', 'Rounding', ...rounding], 'note')
    const sums = subtotals.cells.map((amount, at) => sumOf(at + FIRST_YEAR_COLUMN, range, amount))
    return addRow(sheet, ['', subtotals.label, ...sums], 'total')
  }

  const firstRow = sheet.next
  const subtotalRows = report.groups.map(addGroup)
  const totals = report.total.cells.map((amount, at): Formula => {
    const letter = letterOf(at + FIRST_YEAR_COLUMN)
    return { kind: 'formula', formula: subtotalRows.map((row) => `${letter}${row}`).join('+') || '0', amount }
  })
  const rounding = roundingContents('£', {
    rows: report.groups.map(({ subtotals }) => subtotals.cells.map(amountCell)),
    totals: report.total.cells.map(amountCell),
    rowNumbers: subtotalRows,
    totalRow: sheet.next + 1,
    firstColumn: FIRST_YEAR_COLUMN,
  })
  if (rounding !== null) addRow(sheet, ['', 'Rounding', ...rounding], 'note')
  const totalRow = addRow(sheet, ['', report.total.label, ...totals], 'total')
  nameRows(workbook, sheet, 'Expenditure_plan', [firstRow, totalRow])
  nameRows(workbook, sheet, 'Expenditure_plan_total', [totalRow, totalRow])

  if (report.unfunded.length > 0) {
    sheet.next += 1
    addRow(sheet, ['Unfunded lines'], 'band')
    for (const { theme, label, footnote, cells } of report.unfunded)
      addRow(sheet, [theme, marked(label, footnote), ...cells])
  }
  sheet.next += 1
  for (const { number, labels, text } of report.footnotes)
    addNote(sheet, `Note ${number}. ${labels.join('; ')}: ${text}`)
  if (heading.note !== '') addNote(sheet, heading.note)
  finishSheet(sheet)
}

const marked = (label: string, footnote: number | null): string =>
  footnote === null ? label : `${label} (note\u00a0${footnote})`
