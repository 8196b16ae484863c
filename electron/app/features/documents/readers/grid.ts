import type { ReadCell } from '../../../../../domain/reading/readDocument.ts'

/** A cell as a document lists it, before its place in the grid is known. */
export type ListedCell = Pick<ReadCell, 'rowSpan' | 'columnSpan' | 'lines' | 'isHeader' | 'footnotes' | 'page'>

/** Places cells that are listed row by row as HTML does: each goes to the first column that no cell from above covers. */
export const placeCells = (rows: ListedCell[][]): ReadCell[][] => {
  // By column, the first row that is free again.
  const freeFrom: number[] = []
  return rows.map((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column += 1
      const columnSpan = widthUpTo(freeFrom, column, cell.columnSpan, row)
      const rowSpan = Math.min(cell.rowSpan, rows.length - row)
      for (let at = column; at < column + columnSpan; at += 1) freeFrom[at] = row + rowSpan
      const placed = { ...cell, row, column, rowSpan, columnSpan, box: null }
      column += columnSpan
      return placed
    })
  })
}

/** A cell ends where one from above begins. */
const widthUpTo = (freeFrom: number[], column: number, wanted: number, row: number): number => {
  let width = 1
  while (width < wanted && (freeFrom[column + width] ?? 0) <= row) width += 1
  return width
}

/** The grid without columns in which no cell begins: they are there only because another row was cut differently. */
export const withoutEmptyColumns = (rows: ReadCell[][]): ReadCell[][] => {
  const begins = [...new Set(rows.flat().map(({ column }) => column))].sort((one, other) => one - other)
  const at = (column: number) => begins.findLastIndex((begin) => begin < column) + 1
  return rows.map((cells) =>
    cells.map((cell) => {
      const column = at(cell.column)
      return { ...cell, column, columnSpan: Math.max(1, at(cell.column + cell.columnSpan) - column) }
    }),
  )
}
