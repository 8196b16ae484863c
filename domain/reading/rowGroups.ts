import type { ReadCell } from './readDocument.ts'
import { isBlank, type TableGrid } from './tableGrid.ts'

/** Printed rows that a merged cell holds together, with the cells that begin in them by grid column. */
export interface RowGroup {
  rows: number[]
  /** By grid column, from above. */
  cells: ReadCell[][]
}

/** Groups the rows of a table's body by the cells merged over them in the columns that count. */
export const groupRows = (
  grid: TableGrid,
  body: { from: number; to: number },
  counted: ReadonlySet<number>,
): RowGroup[] => {
  const groups: RowGroup[] = []
  let until = body.from
  for (let row = body.from; row < body.to; row += 1) {
    const last = groups.at(-1)
    const group = last && row < until ? last : { rows: [], cells: Array.from({ length: grid.columns }, () => []) }
    if (group !== last) groups.push(group)
    group.rows.push(row)
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      if (!cell || cell.column !== column || cell.row !== row) continue
      group.cells[column]?.push(cell)
      // A merged cell without words holds nothing together: it is only wide.
      if (counted.has(column) && !isBlank(cell)) until = Math.max(until, Math.min(body.to, row + cell.rowSpan))
    }
    until = Math.max(until, row + 1)
  }
  return groups
}
