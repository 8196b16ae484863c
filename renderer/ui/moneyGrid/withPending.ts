import type { Pence } from '../../../domain/money.ts'
import { cellKey } from './gridState.ts'
import type { MoneyGridCell, MoneyGridRow } from './moneyGridRow.ts'

/** The rows with what is on its way to the ledger, so that a quick hand fills and copies what it has just typed. */
export function withPending(
  rows: readonly MoneyGridRow[],
  pending: ReadonlyMap<string, Pence>,
): readonly MoneyGridRow[] {
  if (pending.size === 0) return rows
  return rows.map((row) => {
    const cells = Object.entries(row.cells).map(([columnId, cell]): [string, MoneyGridCell | undefined] => {
      const amount = pending.get(cellKey({ rowId: row.id, columnId }))
      return [columnId, amount === undefined ? cell : { ...cell, kind: 'money', amount }]
    })
    return { ...row, cells: Object.fromEntries(cells) }
  })
}
