import { csvFile, csvText } from '../csv.ts'
import { formatPlain, type MoneyUnit, type Pence } from '../money.ts'
import { type Missing, missingWords, needsPence } from '../shownFigures.ts'

export type ChartCell =
  | { kind: 'money'; amount: Pence }
  | { kind: 'missing'; missing: Missing }
  | { kind: 'words'; text: string }

export interface ChartColumn {
  label: string
  /** How the heading is read aloud where that differs, as a financial year does. */
  spoken?: string
  kind: 'money' | 'words'
}

export interface ChartRow {
  id: string
  label: string
  look?: 'total' | 'rounding'
  /** One for each column. */
  cells: readonly ChartCell[]
}

/** The numbers of a chart, for whoever does not see the picture and for whoever calculates on. */
export interface ChartTable {
  rowHeading: string
  columns: readonly ChartColumn[]
  rows: readonly ChartRow[]
}

/** Whether each column shows pence, as one in pounds with an amount that is not whole does. */
export const columnPence = ({ columns, rows }: ChartTable, unit: MoneyUnit): boolean[] =>
  columns.map((_, at) =>
    needsPence(
      rows.flatMap(({ cells }) => {
        const cell = cells[at]
        return cell?.kind === 'money' ? [cell.amount] : []
      }),
      unit,
    ),
  )

/**
 * The rows as other programs take them: exact amounts in pounds and pence, which need no rounding, the unit in the heading,
 * and text that none of them runs as a formula.
 */
export const plainRows = ({ rowHeading, columns, rows }: ChartTable): string[][] => [
  [csvText(rowHeading), ...columns.map(({ label, kind }) => csvText(kind === 'money' ? `${label} £` : label))],
  ...rows
    .filter(({ look }) => look !== 'rounding')
    .map(({ label, cells }) => [csvText(label), ...cells.map(cellPlain)]),
]

const cellPlain = (cell: ChartCell): string => {
  if (cell.kind === 'money') return formatPlain(cell.amount)
  return csvText(cell.kind === 'missing' ? missingWords[cell.missing].shown : cell.text)
}

/** The numbers as a CSV file, each row with the day and the event that it is as at. */
export const chartCsv = (table: ChartTable, asAt: { day: string; seq: number }): Uint8Array<ArrayBuffer> => {
  const [head = [], ...rows] = plainRows(table)
  return csvFile([[...head, 'As at', 'Event'], ...rows.map((fields) => [...fields, asAt.day, String(asAt.seq)])])
}
