import { formatMoney, type MoneyUnit, type Pence } from '../money.ts'
import { needsPence } from '../shownFigures.ts'
import type { Bar } from './chartDrawing.ts'
import type { ChartTable } from './chartTable.ts'

export interface NamedAmount {
  name: string
  amount: Pence
}

/** Named amounts as bars and as a table of the same numbers. */
export const barSheet = (
  amounts: readonly NamedAmount[],
  unit: MoneyUnit,
  { rowHeading, column }: { rowHeading: string; column: string },
): { bars: Bar[]; table: ChartTable } => {
  const pence = needsPence(
    amounts.map(({ amount }) => amount),
    unit,
  )
  return {
    bars: amounts.map(({ name, amount }) => ({ name, amount, words: formatMoney(amount, unit, { pence }) })),
    table: {
      rowHeading,
      columns: [{ label: column, kind: 'money' }],
      rows: amounts.map(({ name, amount }, index) => ({
        id: `${index}`,
        label: name,
        cells: [{ kind: 'money', amount }],
      })),
    },
  }
}

/** The largest by size, and the rest together under one name, so that the bars add up to everything. */
export const largest = (
  amounts: readonly NamedAmount[],
  count: number,
  others: (count: number) => string,
): NamedAmount[] => {
  const bySize = [...amounts].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  if (bySize.length <= count) return bySize
  const rest = bySize.slice(count - 1)
  const amount = rest.reduce((total, each) => total + each.amount, 0) as Pence
  return [...bySize.slice(0, count - 1), { name: others(rest.length), amount }]
}
