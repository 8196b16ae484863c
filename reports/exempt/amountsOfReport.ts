import { formatInSentence, type Pence } from '../../domain/money.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Part, Run } from '../model/reportModel.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'

/** Where an amount stands, by positions in the report: they are the same in the public version. */
export type AmountPlace =
  | { kind: 'cell'; part: number; row: number; column: number }
  | { kind: 'run'; part: number; item: number; run: number }

/** An amount of a report, or the word that stands in a column of amounts, which counts as nothing in a sum. */
export interface ReportAmount {
  place: AmountPlace
  amount: Pence | null
  exempt: Exempt | null
}

/** A row of a table with the numbers of its amounts among those of the report, column by column. */
export interface NumberedRow {
  part: number
  table: TablePart
  row: TableRow
  amounts: (number | null)[]
}

/** The amounts of a report by their numbers. */
export interface ReportAmounts {
  all: ReportAmount[]
  rows: NumberedRow[]
}

export const tableOf = (part: Part): TablePart | null =>
  part.kind === 'table' ? part : part.kind === 'chart' ? part.table : null

/** The paragraphs of a part, one for each item of a list. */
export const runsOfPart = (part: Part): readonly (readonly Run[])[] =>
  part.kind === 'paragraph' ? [part.runs] : part.kind === 'list' ? part.items : []

export const exemptOf = (part: Part): Exempt | null => {
  if (part.kind === 'heading' || part.kind === 'page-break') return null
  return part.exempt ?? (part.kind === 'chart' ? part.table.exempt : null)
}

/** Why a cell is exempt: by itself, with its row or with its whole part. */
export const exemptOfCell = (part: Part, row: TableRow, columnId: string): Exempt | null =>
  exemptOf(part) ?? row.exempt ?? row.exemptCells?.find(({ column }) => column === columnId)?.exempt ?? null

export const holdsExempt = (part: Part): boolean =>
  exemptOf(part) !== null ||
  (tableOf(part)?.rows.some(({ exempt, exemptCells = [] }) => exempt !== null || exemptCells.length > 0) ?? false)

export const amountsOfReport = (parts: readonly Part[]): ReportAmounts => {
  const all: ReportAmount[] = []
  const rows: NumberedRow[] = []
  parts.forEach((part, at) => {
    const table = tableOf(part)
    table?.rows.forEach((row, rowAt) => {
      if (row.style === 'band' || row.style === 'note') return
      const amounts = table.columns.map(({ id, kind }, column): number | null => {
        if (kind !== 'amount') return null
        const cell = row.cells[column]
        const amount = cell?.kind === 'amount' ? cell.amount : null
        return (
          all.push({
            place: { kind: 'cell', part: at, row: rowAt, column },
            amount,
            exempt: exemptOfCell(part, row, id),
          }) - 1
        )
      })
      rows.push({ part: at, table, row, amounts })
    })
    runsOfPart(part).forEach((runs, item) => {
      runs.forEach((run, runAt) => {
        if (run.kind !== 'figure' || run.amount === null) return
        all.push({ place: { kind: 'run', part: at, item, run: runAt }, amount: run.amount, exempt: exemptOf(part) })
      })
    })
  })
  return { all, rows }
}

/** `“Wi-Fi”, 2020/21 (Money)`: an amount by where it stands. */
export const placeInWords = (parts: readonly Part[], place: AmountPlace): string => {
  const part = parts[place.part]
  if (part === undefined) return ''
  if (place.kind === 'cell') {
    const table = tableOf(part)
    const label = table?.columns[place.column]?.label ?? ''
    return `“${labelOfRow(table?.rows[place.row])}”, ${label} (${table?.caption ?? ''})`
  }
  const run = runsOfPart(part)[place.item]?.[place.run]
  const named = run?.kind === 'figure' ? `“${run.text}” ({{${run.token}}})` : 'a figure'
  return `${named} in ${partInWords(part)}`
}

export const partInWords = (part: Part): string => {
  if (part.kind === 'table' || part.kind === 'chart') return `“${part.kind === 'table' ? part.caption : part.headline}”`
  if (part.kind === 'heading') return `the heading “${part.text}”`
  return part.kind === 'paragraph' && part.number !== null ? `paragraph ${part.number}` : `the ${part.kind} ${part.id}`
}

export const labelOfRow = (row: TableRow | undefined): string => {
  const first = row?.cells[0]
  return first?.kind === 'text' ? first.text : (row?.id ?? '')
}

export const amountInWords = ({ amount }: ReportAmount): string => formatInSentence(amount ?? (0 as Pence))
