import { formatDay } from '../../domain/inWords.ts'
import { ZERO } from '../../domain/money.ts'
import { amountCell, type Cell, NONE } from '../cell.ts'
import type { FundingAndCashFlow, FundingBlock } from '../fundingAndCashFlow/model.ts'
import type { Heading } from '../heading.ts'
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
  sumOf,
} from './sheet.ts'

/** The three tables one under the other, then the control rows. */
export const addFundingSheet = (workbook: Workbook, report: FundingAndCashFlow, heading: Heading): void => {
  const labels = report.columns.map(({ label }) => `${label} £000's`)
  const sheet = addSheet(workbook, {
    name: 'Capital funding & cash flow',
    title: 'Capital Funding & Cash Flow',
    heading,
    lines: [decisionLine(report)],
    columns: [
      { header: 'Table and row', kind: 'text', widest: 50 },
      ...labels.map((header) => ({ header, kind: 'amount' as const })),
    ],
    unit: '£000',
    frozenColumns: 1,
  })
  const lastColumn = letterOf(report.columns.length + 1)

  const addBlock = ({ title, rows, totals }: FundingBlock, name: string): number => {
    const band = addRow(sheet, [title, ...labels], 'band')
    const drawn = rows.length > 0 ? rows : [{ label: 'none', cells: report.columns.map((): Cell => NONE) }]
    const numbers = drawn.map(({ label, cells }) => addRow(sheet, [label, ...withCrossCast(cells, sheet.next)]))
    const range: [number, number] = [numbers[0] as number, numbers.at(-1) as number]
    const rounding = roundingContents('£000', {
      rows: drawn.map(({ cells }) => cells),
      totals: totals.cells.map(amountCell),
      rowNumbers: numbers,
      totalRow: sheet.next + 1,
      firstColumn: 2,
    })
    if (rounding !== null) addRow(sheet, ['Rounding', ...rounding], 'note')
    const totalRow = addRow(
      sheet,
      [totals.label, ...totals.cells.map((amount, at) => sumOf(at + 2, range, amount))],
      'total',
    )
    nameRows(workbook, sheet, name, [band, totalRow])
    nameRows(workbook, sheet, `${name}_totals`, [totalRow, totalRow])
    sheet.next += 1
    return totalRow
  }
  const withCrossCast = (cells: readonly Cell[], row: number): Content[] =>
    cells.map((cell, at) =>
      at === 0 && cell.kind === 'amount'
        ? { kind: 'formula', formula: `SUM(C${row}:${lastColumn}${row})`, amount: cell.amount }
        : cell,
    )

  const a = addBlock(report.previousAuthority, 'Previous_authority')
  const b = addBlock(report.authority, 'Authority_required')
  const c = addBlock(report.funding, 'Total_funding')

  if (report.allocationsElsewhere.length > 0) {
    addRow(sheet, ['Allocations that stand on a theme or a scheme, not part of the total above', ...labels], 'band')
    for (const { label, cells } of report.allocationsElsewhere)
      addRow(sheet, [label, ...withCrossCast(cells, sheet.next)])
    sheet.next += 1
  }

  const firstControl = addRow(sheet, ['Control rows: every amount must be 0.0', ...labels], 'band')
  for (const { name, label, cells } of report.controls) {
    const subtrahend = name === 'funding-less-authority' ? b : a
    const firstAhead = letterOf(report.columns.findIndex(({ column }) => column.kind === 'year') + 2)
    addRow(sheet, [
      label,
      ...cells.map((cell, at): Content => {
        if (cell.kind !== 'amount') return cell
        if (report.columns[at]?.column.kind !== 'total') {
          return differenceOf(`${letterOf(at + 2)}${c}-${letterOf(at + 2)}${subtrahend}`, cell.amount)
        }
        return differenceOf(
          `SUM(${firstAhead}${c}:${lastColumn}${c})-SUM(${firstAhead}${subtrahend}:${lastColumn}${subtrahend})`,
          cell.amount,
        )
      }),
    ])
  }
  const crossCasts: [string, number][] = [
    ['A', a],
    ['B', b],
    ['C', c],
  ]
  for (const [table, total] of crossCasts) {
    const gap = differenceOf(`B${total}-SUM(C${total}:${lastColumn}${total})`, ZERO)
    addRow(sheet, [`${table}: total less the sum of its columns`, gap, ...report.columns.slice(1).map(notApplicable)])
  }
  nameRows(workbook, sheet, 'Control_rows', [firstControl, sheet.next - 1])
  sheet.next += 1

  addNote(
    sheet,
    'A, the first table, is authority that was in force before the decision was made. B, the second, is what the decision asks for. C, the third, is the programme’s own allocation.',
  )
  if (heading.note !== '') addNote(sheet, heading.note)
  finishSheet(sheet)
}

const notApplicable = (): Cell => ({ kind: 'not-applicable' })

function decisionLine({ decision }: FundingAndCashFlow): string {
  if (decision === null) return 'No decision on authority to spend is on record.'
  const { reference, title, madeOn, effectiveOn, status } = decision
  const effect = `${status === 'effective' ? 'effective from' : 'not yet effective, takes effect on'} ${formatDay(effectiveOn)}`
  return `For decision ${reference}: ${title}, made ${formatDay(madeOn)}, ${effect}`
}
