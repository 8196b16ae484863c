import { sumRow } from './sumRow.ts'
import type { TableColumn, TableRow } from './tablePart.ts'

/** Rows with their total below them; no rows have none. */
export const withTotal = (
  rows: readonly TableRow[],
  columns: readonly Pick<TableColumn, 'id' | 'kind'>[],
  { id, leftOut = [] }: { id: string; leftOut?: readonly string[] },
): TableRow[] =>
  rows.length === 0 ? [] : [...rows, sumRow({ id, label: 'TOTALS', style: 'total' }, columns, rows, leftOut)]
