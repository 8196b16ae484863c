import { formatColumn, type ReportColumn } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, sum, ZERO } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { FindingPlace, FindingValue, Line } from './finding.ts'
import type { StatedDocument, StatedFigure, StatedMeaning, StatedPlace } from './stated.ts'

type Cell = Extract<StatedMeaning, { kind: 'cell' }>
export type TableName = Cell['table']
type RowMeaning = Cell['row']

export interface StatedRow {
  key: string
  label: string
  meaning: RowMeaning
  /** Figures by the key of their column, blank cells included. */
  cells: Map<string, StatedFigure>
}

export interface StatedColumn {
  key: string
  label: string
  meaning: ReportColumn
}

/** A printed table, put together from its figures. `total` is its last totals row; no sum is among the `rows`. */
export interface StatedTable {
  document: StatedDocument
  name: TableName
  title: string
  columns: StatedColumn[]
  rows: StatedRow[]
  subtotals: StatedRow[]
  total: StatedRow | null
}

/** Every table of every stated document, in the order of its figures. */
export const statedTables = (facts: Pick<ProgrammeFacts, 'documents'>): StatedTable[] =>
  facts.documents.flatMap((document) => documentTables(document))

export const documentTables = (document: StatedDocument): StatedTable[] => {
  const tables = new Map<TableName, StatedTable>()
  for (const figure of document.figures) {
    if (figure.meaning?.kind !== 'cell') continue
    const { table: name, row: meaning, column } = figure.meaning
    let table = tables.get(name)
    if (!table) {
      const title = figure.place.table ?? figure.place.section
      table = { document, name, title, columns: [], rows: [], subtotals: [], total: null }
      tables.set(name, table)
    }
    const columnKey = keyOfColumn(column)
    if (!table.columns.some((known) => known.key === columnKey)) {
      table.columns.push({ key: columnKey, label: figure.place.column ?? formatColumn(column), meaning: column })
    }
    const rowKey = `${keyOfRow(meaning)}/${figure.place.row ?? ''}`
    let row = table.rows.findLast((known) => known.key === rowKey)
    // A line that is printed twice is two lines.
    if (!row || row.cells.has(columnKey)) {
      row = { key: rowKey, label: figure.place.row ?? 'total', meaning, cells: new Map() }
      table.rows.push(row)
    }
    row.cells.set(columnKey, figure)
  }
  return [...tables.values()].map((table) => ({
    ...table,
    rows: table.rows.filter(({ meaning }) => meaning.kind === 'place' || meaning.kind === 'source'),
    subtotals: table.rows.filter(({ meaning }) => meaning.kind === 'subtotal'),
    total: table.rows.findLast((row) => row.meaning.kind === 'total') ?? null,
  }))
}

export const findTable = (tables: StatedTable[], name: TableName): StatedTable | undefined =>
  tables.find((table) => table.name === name)

export const keyOfColumn = (column: ReportColumn): string =>
  column.kind === 'total' ? 'total' : `${column.kind}-${column.startYear}`

export const keyOfRow = (row: RowMeaning): string =>
  row.kind === 'place'
    ? `${row.place.kind}:${row.place.id}`
    : row.kind === 'source'
      ? `source:${row.sourceId}`
      : row.kind === 'subtotal'
        ? `subtotal:${row.place.id}`
        : 'total'

/** The printed amount; a blank cell counts as nothing. */
export const amountIn = (row: StatedRow | null, columnKey: string): Pence => row?.cells.get(columnKey)?.value ?? ZERO

/** The totals row's amount in a column, or what the rows add to where the table has no totals row. */
export const totalIn = (table: StatedTable, columnKey: string): Pence =>
  table.total ? amountIn(table.total, columnKey) : sum(table.rows.map((row) => amountIn(row, columnKey)))

/** The columns that are added across: all but the total. */
export const partColumns = (table: StatedTable): StatedColumn[] =>
  table.columns.filter((column) => column.meaning.kind !== 'total')

/** The amounts of one column as lines that can explain a difference. */
export const linesOf = (table: StatedTable, column: StatedColumn): Line[] =>
  table.rows.flatMap((row) => {
    const figure = row.cells.get(column.key)
    return figure?.value ? [lineOf(table, row, column, figure, figure.value)] : []
  })

/** The same for a scheme and a year in every table, and in the ledger. */
export const keyOfLine = (row: StatedRow, { key, meaning }: StatedColumn): string =>
  `${keyOfRow(row.meaning)}:${meaning.kind === 'year' ? meaning.startYear : key}`

const lineOf = (
  table: StatedTable,
  row: StatedRow,
  column: StatedColumn,
  figure: StatedFigure,
  amount: Pence,
): Line => ({
  key: keyOfLine(row, column),
  label: `${row.label} ${column.label}`,
  amount,
  place: statedPlace(table.document.id, figure.place),
})

export const statedPlace = (documentId: Id, at: StatedPlace): FindingPlace => ({ kind: 'stated', documentId, at })

/** A printed figure as one of a finding's values. */
export const printedValue = (document: StatedDocument, figure: StatedFigure): FindingValue => ({
  label: `${whereIs(figure.place)}: ${figure.printed || 'blank'}`,
  amount: figure.value,
  place: statedPlace(document.id, figure.place),
})

/** A place in words: paragraph or section, then table, row and column. */
export const whereIs = (at: StatedPlace): string => {
  const start = at.table ?? (at.paragraph === null ? at.section : `${at.section}, paragraph ${at.paragraph}`)
  return [start, at.row, at.column].filter((part) => part !== null && part !== '').join(', ')
}

/** How many pence the last printed digit is worth: £100 for `590.0` in £000, £10,000 for `£1.22m`. */
export const stepOf = (figure: Pick<StatedFigure, 'printed' | 'unit'>): number => {
  const decimals = /\.(\d+)/.exec(figure.printed)?.[1]?.length ?? 0
  const unit = { '£': 100, '£000': 100_000, '£m': 100_000_000 }[figure.unit]
  return Math.max(1, unit / 10 ** decimals)
}

/** Rounds to a multiple of the step, halves away from zero. */
export const roundToStep = (amount: Pence, step: number): number =>
  Math.sign(amount) * Math.floor(Math.abs(amount) / step + 0.5) * step

/** Cuts to a multiple of the step, towards zero. */
export const truncateToStep = (amount: Pence, step: number): number => Math.trunc(amount / step) * step
