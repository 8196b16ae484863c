import { type Pence, roundToUnit, sum } from '../../domain/money.ts'
import { amountLooks } from './amountLooks.ts'
import type { TablePart, TableRow } from './tablePart.ts'

/**
 * By how much, column by column, what is shown of a sum differs from the sum of what is shown (R26); null for a column
 * without amounts, and for a row whose columns all add as shown or that adds rows of other tables.
 */
export const roundingOf = (table: TablePart, row: TableRow): (Pence | null)[] | null => {
  if (row.adds === null) return null
  const byId = new Map(table.rows.map((each) => [each.id, each]))
  const signed = [...row.adds.plus.map((id) => ({ id, sign: 1 })), ...row.adds.minus.map((id) => ({ id, sign: -1 }))]
  if (signed.some(({ id }) => !byId.has(id))) return null
  const gaps = amountLooks(table).map(({ unit, pence }, at): Pence | null => {
    const shown = (from: TableRow | undefined): number => {
      const cell = from?.cells[at]
      if (cell?.kind !== 'amount') return 0
      return pence ? cell.amount : roundToUnit(cell.amount, unit)
    }
    if (row.cells[at]?.kind !== 'amount') return null
    return sum([shown(row), ...signed.map(({ id, sign }) => -sign * shown(byId.get(id)))])
  })
  return gaps.every((gap) => gap === null || gap === 0) ? null : gaps
}
