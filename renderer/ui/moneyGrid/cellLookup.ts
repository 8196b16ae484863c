import type { Pence } from '../../../domain/money.ts'
import type { GridPosition } from './gridState.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

/** What stands at a place of the grid, as it is drawn now. */
export interface CellLookup {
  rowOf: (at: GridPosition) => MoneyGridRow | undefined
  columnOf: (at: GridPosition) => MoneyGridColumn | undefined
  cellOf: (at: GridPosition) => MoneyGridCell | undefined
  amountOf: (at: GridPosition) => Pence | undefined
}

export const cellLookup = (shown: readonly MoneyGridRow[], columns: readonly MoneyGridColumn[]): CellLookup => {
  const rowOf = (at: GridPosition) => shown.find((row) => row.id === at.rowId)
  const columnOf = (at: GridPosition) => columns[at.column - 1]
  const cellOf = (at: GridPosition) => rowOf(at)?.cells[columnOf(at)?.id ?? '']
  return {
    rowOf,
    columnOf,
    cellOf,
    amountOf: (at) => {
      const cell = cellOf(at)
      return cell?.kind === 'money' ? cell.amount : undefined
    },
  }
}
