import { messages } from '../../../domain/messages.ts'
import type { CellRange } from './cellRange.ts'
import type { MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'
import { cellNames, planCell, refuseCell, startPlan, type WritePlan } from './writePlan.ts'

/**
 * Fills the first column of the range into the rest of each row, or its first row into the rest of each column; what only adds up
 * others is passed over. A range one cell wide (or high) is filled from the cell before it, as in a spreadsheet; at the edge of
 * the table there is nothing to fill from.
 */
export const planFill = (
  direction: 'right' | 'down',
  range: CellRange,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): WritePlan => {
  const plan = startPlan()
  const nameCell = cellNames(rows)
  const { top, bottom, left, right } = range
  const isRight = direction === 'right'
  const [first, last] = isRight ? [left, right] : [top, bottom]
  const isSum = (at: number) => (isRight ? columns[at]?.isTotal === true : addsUp(rows[at]))
  let from = first === last ? first - 1 : first
  while (isSum(from) && from < last) from += 1
  for (let y = isRight ? top : from + 1; y <= bottom; y += 1) {
    for (let x = isRight ? from + 1 : left; x <= right; x += 1) {
      const [row, column] = [rows[y], columns[x]]
      const [sourceRow, sourceColumn] = isRight ? [row, columns[from]] : [rows[from], column]
      if (!row || !column || !sourceRow || !sourceColumn) continue
      const cell = { row, column, name: nameCell(row, column) }
      const source = sourceRow.cells[sourceColumn.id]
      if (source?.kind === 'money') planCell(plan, cell, source.amount, '')
      else refuseCell(plan, cell.name, '', messages['nothing-to-fill']({ from: nameCell(sourceRow, sourceColumn) }))
    }
  }
  return plan
}

const addsUp = (row: MoneyGridRow | undefined): boolean => row?.isParent === true || row?.look === 'total'

/** Clears the amounts of the range: they become 0, and what is not recorded stays so. Cells that hold no amount are passed over. */
export const planClear = (
  range: CellRange,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): WritePlan => {
  const plan = startPlan()
  const nameCell = cellNames(rows)
  for (const row of rows.slice(range.top, range.bottom + 1)) {
    for (const column of columns.slice(range.left, range.right + 1)) {
      const cell = { row, column, name: nameCell(row, column) }
      if (row.cells[column.id]?.kind === 'money') planCell(plan, cell, null, '')
    }
  }
  return plan
}
