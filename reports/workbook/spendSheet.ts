import { sum } from '../../domain/money.ts'
import { amountsOf } from '../cell.ts'
import type { Heading } from '../heading.ts'
import { spendColumns } from '../spend/columns.ts'
import { type SpendReport, spendMeasures } from '../spend/model.ts'
import type { Workbook } from './excel.ts'
import {
  addNote,
  addRow,
  addSheet,
  type Content,
  differenceOf,
  finishSheet,
  letterOf,
  nameRows,
  roundingContents,
  type ShownUnit,
  sumOf,
} from './sheet.ts'

const FIRST_AMOUNT_COLUMN = 6

/** All levels by year, place and source; the block of all years comes last, and must equal the years before it. */
export const addSpendSheet = (workbook: Workbook, report: SpendReport, heading: Heading, unit: ShownUnit): void => {
  const sheet = addSheet(workbook, {
    name: unit === '£000' ? 'Spend' : 'Spend whole pounds',
    title: 'Spend report',
    heading,
    columns: spendColumns,
    unit,
    frozenColumns: 4,
    repeatedColumns: FIRST_AMOUNT_COLUMN - 1,
  })
  const totalRows = report.blocks.map(({ startYear, label, rows, totalLabel, totals }) => {
    const numbers = rows.map((row) =>
      addRow(sheet, [
        label,
        row.schemeNumber,
        row.theme,
        row.scheme,
        row.source,
        ...spendMeasures.map((measure) => row.amounts[measure]),
        row.rating,
        row.comment,
      ]),
    )
    const first = numbers[0] ?? addRow(sheet, [label, '', '', 'none'])
    const range: [number, number] = [first, numbers.at(-1) ?? first]
    const totalCells = spendMeasures.map((measure) => totals[measure])
    const rounding = roundingContents(unit, {
      rows: rows.map((row) => spendMeasures.map((measure) => row.amounts[measure])),
      totals: totalCells,
      rowNumbers: numbers,
      totalRow: sheet.next + 1,
      firstColumn: FIRST_AMOUNT_COLUMN,
    })
    if (rounding !== null) addRow(sheet, [label, '', '', 'Rounding', '', ...rounding], 'note')
    const sums = totalCells.map(
      (cell, at): Content => (cell.kind === 'amount' ? sumOf(at + FIRST_AMOUNT_COLUMN, range, cell.amount) : cell),
    )
    const totalRow = addRow(sheet, [label, '', '', totalLabel, '', ...sums], 'total')
    if (unit === '£000') {
      // The totals alone: ExcelJS keeps a named range cell by cell.
      const name = `Spend_totals_${startYear === null ? 'cumulative' : label.replace('/', '_')}`
      nameRows(workbook, sheet, name, [totalRow, totalRow])
    }
    return totalRow
  })

  const yearRows = totalRows.slice(0, -1)
  const [years, all] = [report.blocks.slice(0, -1), report.blocks.at(-1)]
  const gaps = spendMeasures.map((measure, at): Content => {
    const total = all?.totals[measure]
    if (total?.kind !== 'amount') return { kind: 'none' }
    const letter = letterOf(at + FIRST_AMOUNT_COLUMN)
    const byYear = amountsOf(years.map(({ totals }) => totals[measure]))
    // N() reads the word "none" as nothing.
    const formula = [`${letter}${totalRows.at(-1)}`, ...yearRows.map((row) => `N(${letter}${row})`)].join('-')
    return differenceOf(formula, sum([total.amount, ...byYear.map((amount) => -amount)]))
  })
  addRow(sheet, ['Control', '', '', 'All years less the sum of the years: must be 0', '', ...gaps], 'note')
  sheet.next += 1
  if (heading.note !== '') addNote(sheet, heading.note)
  finishSheet(sheet)
}
