import { type MoneyUnit, sum, ZERO } from '../../../domain/money.ts'
import { roundingOf } from '../../lib/format.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

/**
 * The row that says what rounding hides: where parts add up to the total exactly but not as the unit shows them.
 * Undefined while every column adds up as drawn.
 */
export const roundingRow = (
  columns: readonly MoneyGridColumn[],
  parts: readonly MoneyGridRow[],
  total: MoneyGridRow,
  unit: MoneyUnit,
): MoneyGridRow | undefined => {
  const cells: Record<string, MoneyGridCell> = {}
  for (const { id } of columns) {
    const whole = total.cells[id]
    if (whole?.kind !== 'money') continue
    const amounts = parts.flatMap((part) => {
      const cell = part.cells[id]
      return cell?.kind === 'money' ? [cell.amount] : []
    })
    // Amounts with pence are shown in full, so that nothing is rounded in pounds.
    const hasPence = unit === '£' && [...amounts, whole.amount].some((amount) => amount % 100 !== 0)
    if (hasPence || sum(amounts) !== whole.amount) continue
    const rounding = roundingOf(amounts, whole.amount, unit)
    if (rounding !== ZERO) cells[id] = { kind: 'money', amount: rounding }
  }
  if (Object.keys(cells).length === 0) return undefined
  return { id: `${total.id} rounding`, label: 'Rounding', depth: 1, isParent: false, look: 'difference', cells }
}
