import type { ReadCell, TableBlock } from './readDocument.ts'

/** A table as a grid: in each field the cell that covers it. */
export interface TableGrid {
  rows: (ReadCell | undefined)[][]
  columns: number
  /** Every cell, those beyond the grid among them. */
  cells: ReadCell[]
}

/** Wider than any table of a report: a broken span must not make a grid of millions. */
const MOST_COLUMNS = 200

export const gridOf = ({ rows }: TableBlock): TableGrid => {
  const cells = rows.flat()
  const height = cells.reduce((most, cell) => Math.max(most, cell.row + 1), rows.length)
  const columns = Math.min(
    MOST_COLUMNS,
    cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0),
  )
  const grid: TableGrid = { rows: Array.from({ length: height }, () => Array(columns).fill(undefined)), columns, cells }
  for (const cell of cells) {
    const lastRow = Math.min(height, cell.row + cell.rowSpan)
    const lastColumn = Math.min(columns, cell.column + cell.columnSpan)
    for (let row = cell.row; row < lastRow; row += 1) {
      for (let column = cell.column; column < lastColumn; column += 1) {
        const fields = grid.rows[row]
        if (fields && fields[column] === undefined) fields[column] = cell
      }
    }
  }
  return grid
}

/** The cells of a row of the grid, each once, from left to right. */
export const cellsIn = (grid: TableGrid, row: number): ReadCell[] =>
  [...new Set(grid.rows[row] ?? [])].filter((cell) => cell !== undefined)

export const textOf = (cell: ReadCell | undefined): string => (cell ? cell.lines.join(' ').trim() : '')

export const isBlank = (cell: ReadCell | undefined): boolean => textOf(cell) === ''
