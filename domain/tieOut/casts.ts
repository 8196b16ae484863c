import { type Pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Line } from './finding.ts'
import { isWithin } from './ledgerSums.ts'
import type { StatedFigure } from './stated.ts'
import {
  amountIn,
  linesOf,
  partColumns,
  type StatedColumn,
  type StatedRow,
  type StatedTable,
  statedTables,
  stepOf,
} from './statedTable.ts'

/** A printed sum beside what its parts add to. */
export interface Cast {
  table: StatedTable
  row: StatedRow | null
  /** Null is all columns together, where a table has no total column. */
  column: StatedColumn | null
  printed: Pence
  computed: Pence
  figures: StatedFigure[]
  parts: Line[]
  /** The largest difference that rounding alone can make between full figures and printed ones. */
  tolerance: number
}

/** Every row that has a total, added across. */
export const rowCasts = (facts: ProgrammeFacts): Cast[] =>
  statedTables(facts).flatMap((table) => {
    const across = table.columns.find((column) => column.meaning.kind === 'total')
    if (!across) return []
    return [...table.rows, ...table.subtotals, ...(table.total ? [table.total] : [])].flatMap((row): Cast[] => {
      const stated = row.cells.get(across.key)
      if (!stated || stated.value === null) return []
      const columns = partColumns(table)
      return [
        {
          table,
          row,
          column: null,
          printed: stated.value,
          computed: sum(columns.map((column) => amountIn(row, column.key))),
          figures: [stated, ...columns.flatMap((column) => row.cells.get(column.key) ?? [])],
          parts: columns.flatMap((column) => linesOf({ ...table, rows: [row] }, column)),
          tolerance: toleranceOf(
            [stated],
            columns.flatMap((column) => row.cells.get(column.key) ?? []),
          ),
        },
      ]
    })
  })

/** Every column of a table with a totals row, added down; and all years together where no column gives their total. */
export const columnCasts = (facts: ProgrammeFacts): Cast[] =>
  statedTables(facts).flatMap((table) => {
    const { total } = table
    const years = partColumns(table)
    const hasTotal = years.length < table.columns.length
    const sumsOf = (own: StatedTable, sumRow: StatedRow): Cast[] => [
      ...table.columns.flatMap((column) => columnCast(own, sumRow, column, [column])),
      ...(hasTotal || years.length < 2 ? [] : columnCast(own, sumRow, null, years)),
    ]
    return [
      ...table.subtotals.flatMap((subtotal) =>
        sumsOf({ ...table, rows: rowsOfSubtotal(facts, table, subtotal) }, subtotal).filter(({ column }) => column),
      ),
      ...(total ? sumsOf(table, total) : []),
    ]
  })

/** The lines that a subtotal is the sum of. */
export const rowsOfSubtotal = (facts: ProgrammeFacts, { rows }: StatedTable, { meaning }: StatedRow): StatedRow[] =>
  meaning.kind === 'subtotal'
    ? rows.filter((row) => row.meaning.kind === 'place' && isWithin(facts, row.meaning.place, meaning.place))
    : []

const columnCast = (
  table: StatedTable,
  total: StatedRow,
  column: StatedColumn | null,
  columns: StatedColumn[],
): Cast[] => {
  const stated = columns.flatMap((each) => total.cells.get(each.key) ?? []).filter((figure) => figure.value !== null)
  if (stated.length < columns.length) return []
  const parts = columns.flatMap((each) => linesOf(table, each))
  const figures = table.rows.flatMap((row) => columns.flatMap((each) => row.cells.get(each.key) ?? []))
  return [
    {
      table,
      row: total,
      column,
      printed: sum(stated.map((figure) => figure.value ?? 0)),
      computed: sum(parts.map((line) => line.amount)),
      figures: [...stated, ...figures],
      parts,
      tolerance: toleranceOf(stated, figures),
    },
  ]
}

// A single figure is rounded the same way in both places, so only sums of several can drift apart.
const toleranceOf = (totals: StatedFigure[], parts: StatedFigure[]): number => {
  const added = parts.filter((figure) => figure.value)
  return added.length < 2 ? 0 : [...totals, ...added].reduce((sum, figure) => sum + stepOf(figure) / 2, 0)
}
