import type { TableName } from '../../../domain/tieOut/statedTable.ts'
import { cell, type GridCell, type PrintedGrid } from './reportContent.ts'

/** A table of amounts as printed: one text for each column of a row, empty where the cell is blank. */
export interface PrintedTable {
  name: TableName
  title: string
  /** What a head prints below its year, such as `£000's`. */
  unitWords: string
  columns: string[]
  rows: PrintedRow[]
}

export interface PrintedRow {
  /** Several labels share the amounts of their row. */
  labels: string[]
  /** One text a line of the cell. */
  amounts: string[][]
  /** The heading that the row stands under in an appendix. */
  theme: string | null
  isTotal: boolean
  /** The sum of the lines of its theme. */
  isSubtotal?: boolean
}

/** How the council's tables are set out. */
export type TableLayout = 'one-grid' | 'a-grid-each' | 'two-row-heads'

const councilWidths = (columns: number): number[] => [3.2, ...Array.from({ length: columns }, () => 1.5)]

/** The council's tables of money, below one another or each on its own. */
export const councilGrids = (tables: PrintedTable[], layout: TableLayout): PrintedGrid[] => {
  const blocks = tables.map((table) => ({
    kind: 'table' as const,
    rows: [...(layout === 'two-row-heads' ? twoRowHead(table) : [oneRowHead(table)]), ...table.rows.map(rowOf)],
    widths: councilWidths(table.columns.length),
  }))
  const [first] = blocks
  if (layout !== 'one-grid' || !first) return blocks
  return [{ ...first, rows: blocks.flatMap(({ rows }) => rows) }]
}

const headOf = (label: string, unitWords: string): string[] => [label, ...(unitWords === '' ? [] : [unitWords])]

const oneRowHead = ({ title, columns, unitWords }: PrintedTable): GridCell[] => [
  cell(title, { isHead: true }),
  ...columns.map((column) => cell(headOf(column, unitWords), { isHead: true })),
]

/** The years stand below a common word; what is not a year reaches over both rows. */
const twoRowHead = ({ title, columns, unitWords }: PrintedTable): GridCell[][] => {
  const firstYear = columns.findIndex((column) => /^\d/.test(column))
  return [
    [
      cell(title, { isHead: true, rowSpan: 2 }),
      ...columns.slice(0, firstYear).map((column) => cell(headOf(column, unitWords), { isHead: true, rowSpan: 2 })),
      cell('FORECAST', { isHead: true, columnSpan: columns.length - firstYear }),
    ],
    columns.slice(firstYear).map((column) => cell(headOf(column, unitWords), { isHead: true })),
  ]
}

const amountCells = (row: PrintedRow): GridCell[] =>
  row.amounts.map((lines) =>
    cell(
      lines.filter((line) => line !== ''),
      { isAmount: true },
    ),
  )

const rowOf = (row: PrintedRow): GridCell[] => [cell(row.labels, { isHead: false }), ...amountCells(row)]

/** The appendix: theme by theme under a heading row, with the objective beside all of its schemes. */
export const appendixGrid = (
  { rows, columns, unitWords }: PrintedTable,
  objectives: Record<string, string>,
): PrintedGrid => {
  const groups = [
    ...Map.groupBy(
      rows.filter(({ isTotal }) => !isTotal),
      ({ theme }) => theme ?? '',
    ),
  ]
  return {
    kind: 'table',
    rows: [
      [
        cell('', { isHead: true }),
        cell('', { isHead: true }),
        ...columns.map((column) => cell(headOf(column, unitWords), { isHead: true })),
      ],
      ...groups.flatMap(([theme, own]) => [
        [cell(theme, { columnSpan: columns.length + 2 })],
        ...own.map((row, at) => [
          ...(at === 0 ? [cell(objectives[theme] ?? '', { rowSpan: own.length })] : []),
          cell(row.labels),
          ...amountCells(row),
        ]),
      ]),
      ...rows.filter(({ isTotal }) => isTotal).map((row) => [cell(''), cell(row.labels), ...amountCells(row)]),
    ],
    widths: [3, 4, ...columns.map(() => 1.5)],
  }
}
