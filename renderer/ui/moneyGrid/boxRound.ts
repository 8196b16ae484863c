import type { GridRange } from './gridState.ts'
import type { MoneyGridChange, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

/** The smallest range that holds every cell that is written. */
export function boxRound(
  writes: readonly MoneyGridChange[],
  shown: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): GridRange | undefined {
  const [rowIds, columnIds] = [
    new Set(writes.map(({ rowId }) => rowId)),
    new Set(writes.map(({ columnId }) => columnId)),
  ]
  const isWritten = (row: MoneyGridRow) => rowIds.has(row.id)
  const [first, last] = [shown.find(isWritten), shown.findLast(isWritten)]
  const isColumn = ({ id }: MoneyGridColumn) => columnIds.has(id)
  if (!first || !last) return undefined
  return {
    anchor: { rowId: first.id, column: columns.findIndex(isColumn) + 1 },
    corner: { rowId: last.id, column: columns.findLastIndex(isColumn) + 1 },
  }
}
