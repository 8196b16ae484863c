import type { ReadAmount, ReadRow, ReadTable } from './reportReading.ts'

/** A row that has one amount at most in each column: a printed row, or one line of a cell that several labels share. */
export interface SingleRow {
  row: ReadRow
  label: string
  /** The key of the scheme that the row stands for where its label names none; null where the label does. */
  unknownOf: string | null
  /** By the column in the grid. */
  amounts: Map<number, ReadAmount>
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']

/** The rows of a table with the lines of merged cells called by their place: which label each belongs to is not known. */
export const singleRows = (table: ReadTable): SingleRow[] => {
  const splits = table.rows.filter(isShared)
  return table.rows.flatMap((row): SingleRow[] => {
    if (!isShared(row)) return [{ row, label: labelOf(row), unknownOf: null, amounts: amountsAt(row, 0) }]
    const cell = cellName(row, splits)
    const count = mostAmounts(row)
    return Array.from({ length: count }, (_, at) => ({
      row,
      label:
        count === 1 ? `Only amount of the ${cell} cell` : `${ordinals[at] ?? `${at + 1}th`} amount of the ${cell} cell`,
      unknownOf: `${table.key}/${row.key}/${at}`,
      amounts: amountsAt(row, at),
    }))
  })
}

/** Several amounts in a cell, or several labels beside fewer amounts. */
export const isShared = (row: ReadRow): boolean => row.kind === 'split' || (row.kind === 'line' && mostAmounts(row) > 1)

export const mostAmounts = (row: ReadRow): number => Math.max(0, ...row.cells.map(({ amounts }) => amounts.length))

export const labelOf = ({ labels }: ReadRow): string => labels.map(({ name }) => name).join('; ')

const amountsAt = (row: ReadRow, at: number): Map<number, ReadAmount> =>
  new Map(
    row.cells.flatMap(({ column, amounts }) => {
      const amount = amounts[at]
      return amount ? [[column, amount] as const] : []
    }),
  )

/** The theme tells one shared cell from another, unless it has several of them. */
const cellName = (row: ReadRow, splits: ReadRow[]): string => {
  const first = row.labels[0]?.name ?? ''
  const theme = row.theme ?? first
  const isOnly = splits.filter((other) => (other.theme ?? other.labels[0]?.name ?? '') === theme).length === 1
  return isOnly ? theme : `${theme}, ${first}`
}
