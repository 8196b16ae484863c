import { formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import { missingWords } from '../../lib/format.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

/** Room for the padding of a cell, bold figures and the glyph of a mark. */
const ROOM = 3

/** How many digits wide each column must be for the longest of all its cells, those that are not drawn among them. */
export const columnWidths = (
  columns: readonly MoneyGridColumn[],
  rows: readonly MoneyGridRow[],
  unit: MoneyUnit,
  pence: ReadonlySet<string>,
): number[] =>
  columns.map(({ id, label }) => {
    let [least, most, words, marks] = [0 as Pence, 0 as Pence, label.length, 0]
    for (const { cells } of rows) {
      const cell = cells[id]
      if (!cell || cell.kind === 'blank') continue
      marks = Math.max(marks, cell.marks?.length ?? 0)
      if (cell.kind !== 'money') words = Math.max(words, textOf(cell).length)
      else if (cell.amount < least) least = cell.amount
      else if (cell.amount > most) most = cell.amount
    }
    const [longest = 0, other = 0] = [least, most].map(
      (amount) => formatMoney(amount, unit, { pence: pence.has(id) }).length,
    )
    return Math.max(longest, other, words) + marks * 2 + ROOM
  })

function textOf(cell: Exclude<MoneyGridCell, { kind: 'money' | 'blank' }>): string {
  return cell.kind === 'missing' ? missingWords[cell.missing].shown : cell.text
}
