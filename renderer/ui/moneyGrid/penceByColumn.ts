import type { MoneyUnit, Pence } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import type { MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

/** The columns in £ that have to show pence because an amount in them is not whole pounds. */
export function penceByColumn(
  columns: readonly MoneyGridColumn[],
  rows: readonly MoneyGridRow[],
  unit: MoneyUnit,
): Set<string> {
  const amountsOf = (id: string): Pence[] =>
    rows.flatMap((row) => {
      const cell = row.cells[id]
      return cell?.kind === 'money' ? [cell.amount] : []
    })
  return new Set(columns.filter((column) => needsPence(amountsOf(column.id), unit)).map((column) => column.id))
}
