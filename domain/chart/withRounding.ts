import { type MoneyUnit, type Pence, sum, ZERO } from '../money.ts'
import { needsPence, roundingOf } from '../shownFigures.ts'
import type { ChartCell, ChartColumn, ChartRow } from './chartTable.ts'

/** Parts and their total, with what they lack to it as drawn between them where a column does not add up in the unit (R26). */
export const withRounding = (
  columns: readonly ChartColumn[],
  parts: readonly ChartRow[],
  total: ChartRow,
  unit: MoneyUnit,
): ChartRow[] => {
  const lacking = columns.map((_, at): Pence => {
    const amounts = parts.flatMap(({ cells }) => amountOf(cells[at]))
    const [whole] = amountOf(total.cells[at])
    if (whole === undefined || sum(amounts) !== whole || needsPence([...amounts, whole], unit)) return ZERO
    return roundingOf(amounts, whole, unit)
  })
  if (lacking.every((amount) => amount === ZERO)) return [...parts, total]
  const rounding: ChartRow = {
    id: `${total.id} rounding`,
    label: 'Rounding',
    look: 'rounding',
    cells: lacking.map(
      (amount): ChartCell => (amount === ZERO ? { kind: 'words', text: '' } : { kind: 'money', amount }),
    ),
  }
  return [...parts, rounding, total]
}

const amountOf = (cell: ChartCell | undefined): Pence[] => (cell?.kind === 'money' ? [cell.amount] : [])
