import { type Pence, roundToUnit, sum } from '../../domain/money.ts'
import { amountLooks } from './amountLooks.ts'
import { cellSums } from './cellSums.ts'
import type { TableCell } from './tableCell.ts'
import type { TablePart, TableRow } from './tablePart.ts'

/**
 * By how much, column by column, what is shown of a sum differs from the sum of what is shown (R26); null for a column
 * that is no such sum, and for a row whose columns all add as shown.
 */
export const roundingOf = (table: TablePart, row: TableRow): readonly (Pence | null)[] | null => {
  const known = linesOf.get(table) ?? roundingLines(table)
  linesOf.set(table, known)
  return known.get(row.id) ?? null
}

/** All rows of a table are asked for one after the other. */
const linesOf = new WeakMap<TablePart, ReturnType<typeof roundingLines>>()

const roundingLines = (table: TablePart): Map<string, (Pence | null)[]> => {
  const sums = cellSums([table])
  const looks = amountLooks(table)
  const places = new Map(table.rows.map((row, at) => [row.id, at]))
  const shown = (cell: TableCell | undefined, at: number): number => {
    const { unit = '£', pence = false } = looks[at] ?? {}
    return cell?.kind !== 'amount' ? 0 : pence ? cell.amount : roundToUnit(cell.amount, unit)
  }
  const lines = new Map<string, (Pence | null)[]>()
  for (const row of table.rows) {
    if (row.adds === null) continue
    const gaps = table.columns.map(({ id }, at): Pence | null => {
      const added = row.cells[at]?.kind === 'amount' ? sums(table, row, id) : null
      // A sum over other tables, or along the row, is no sum of this column.
      if (added === null || added.unknown.length > 0 || added.plus.some(({ rowId }) => rowId === row.id)) return null
      const shownAt = ({ rowId }: { rowId: string }) => shown(table.rows[places.get(rowId) ?? -1]?.cells[at], at)
      return sum([shown(row.cells[at], at), ...added.plus.map((place) => -shownAt(place)), ...added.minus.map(shownAt)])
    })
    if (gaps.some((gap) => gap !== null && gap !== 0)) lines.set(row.id, gaps)
  }
  return lines
}
