import { sum } from '../../domain/money.ts'
import type { TableCell } from './tableCell.ts'
import type { TableColumn, TableRow } from './tablePart.ts'

/** A row that adds up other rows in every column of amounts but those left out; a column without any amount has no sum. */
export const sumRow = (
  { id, label, style }: Pick<TableRow, 'id' | 'style'> & { label: string },
  columns: readonly Pick<TableColumn, 'id' | 'kind'>[],
  rows: readonly TableRow[],
  leftOut: readonly string[] = [],
): TableRow => ({
  id,
  style,
  cells: columns.map((column, at): TableCell => {
    if (at === 0) return { kind: 'text', text: label }
    if (column.kind !== 'amount' || leftOut.includes(column.id)) return { kind: 'blank' }
    const amounts = rows.flatMap(({ cells }) => (cells[at]?.kind === 'amount' ? [cells[at].amount] : []))
    return amounts.length === 0 ? { kind: 'none' } : { kind: 'amount', amount: sum(amounts) }
  }),
  adds: { plus: rows.map((row) => row.id), minus: [] },
  exempt: null,
})
