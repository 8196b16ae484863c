import { z } from 'zod'
import { ChartDrawing } from '../../domain/chart/chartDrawing.ts'
import { MoneyUnit } from '../../domain/money.ts'
import { Exempt } from '../../domain/report/exempt.ts'
import { TablePart } from './tablePart.ts'

/** A chart: what it says, what the screen draws it from, and the same numbers as a table. */
export const ChartPart = z.strictObject({
  kind: z.literal('chart'),
  id: z.string(),
  /** The finding, computed from the figures; also the alternative text of its picture. */
  headline: z.string(),
  measure: z.string(),
  unit: MoneyUnit,
  period: z.string(),
  /** The picture that the screen has, with the data that its component takes. */
  drawing: ChartDrawing,
  /** For a chart that a spreadsheet draws by itself: the columns of the table are its series or its categories. */
  native: z.strictObject({
    type: z.enum(['stacked-columns', 'columns', 'lines']),
    /** Column ids of the table; the first column names the categories. */
    series: z.array(z.string()),
    /** Row ids that are drawn. */
    rows: z.array(z.string()),
  }),
  table: TablePart,
  notes: z.array(z.string()),
  exempt: Exempt.nullable(),
})
export type ChartPart = z.infer<typeof ChartPart>
