import { z } from 'zod'
import { MoneyUnit, Pence } from '../../domain/money.ts'
import { Exempt } from '../../domain/report/exempt.ts'
import { TableCell } from './tableCell.ts'

/** What is added and taken away, by id: of rows for a row, of columns for a column. */
export const Adds = z.strictObject({ plus: z.array(z.string()), minus: z.array(z.string()) })
export type Adds = z.infer<typeof Adds>

export const TableColumn = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'wide-text', 'amount', 'count', 'percent', 'day', 'rating']),
  /** For amounts where it is not the table's. */
  unit: MoneyUnit.nullable(),
  /** Amounts that are worked out from other columns of the row, in every row that has no sum of its own. */
  adds: Adds.nullable(),
  /** What a reader of the data dictionary is told: meaning and where it comes from. */
  meaning: z.string(),
  source: z.string(),
  /** Cells of plain rows that the reader of a workbook fills in: amounts within limits, or one of some words. */
  input: z.strictObject({ limits: z.tuple([Pence, Pence]).nullable(), words: z.array(z.string()) }).optional(),
})
export type TableColumn = z.infer<typeof TableColumn>

export const TableRow = z.strictObject({
  /** Unique in the whole model, so that sums can go across tables. */
  id: z.string(),
  style: z.enum(['plain', 'band', 'subtotal', 'total', 'control', 'note']),
  /** One for each column. A band or a note has its words in the first. */
  cells: z.array(TableCell),
  /** Amounts of every amount column that are worked out from other rows. */
  adds: Adds.nullable(),
  /** Where a column has a sum of its own, that one holds in this row too. */
  keepsColumnSums: z.boolean().optional(),
  /** The cell that the row speaks of, and the column in which a workbook links to it. */
  refersTo: z.strictObject({ row: z.string(), column: z.string(), shownIn: z.string() }).optional(),
  exempt: Exempt.nullable(),
  /** Single cells that are exempt, by the ids of their columns. */
  exemptCells: z.array(z.strictObject({ column: z.string(), exempt: Exempt })).optional(),
})
export type TableRow = z.infer<typeof TableRow>

/** A table with typed cells, a caption and the sums that its writers make live. */
export const TablePart = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  /** The name of its sheet, and of the range in a workbook. */
  name: z.string(),
  caption: z.string(),
  unit: MoneyUnit,
  /** A unit in which a workbook shows it once more, on a further sheet. */
  alsoIn: MoneyUnit.optional(),
  columns: z.array(TableColumn).min(1),
  rows: z.array(TableRow),
  notes: z.array(z.string()),
  exempt: Exempt.nullable(),
})
export type TablePart = z.infer<typeof TablePart>
