import { formatMoney, LARGEST_AMOUNT, type MoneyUnit, type Pence, pence } from '../../../domain/money.ts'
import type { CellRange } from './cellRange.ts'
import type { MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

export interface SelectionSum {
  /** All cells selected, and those of them that hold an amount. */
  cells: number
  amounts: number
  /** Null over £90 trillion. */
  sum: Pence | null
  /** Rounded to the penny; null where there is no amount. */
  average: Pence | null
  /** A total is selected together with what it adds up, so that money is in the sum twice. */
  includesTotals: boolean
}

/** What the selected cells add up to. */
export const sumOf = (
  range: CellRange,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): SelectionSum => {
  const result = { cells: 0, amounts: 0, includesTotals: false }
  // Whole numbers are far quicker than bigints, so these take only what has grown too large to be exact.
  let total = 0n
  let part = 0
  const selected = columns.slice(range.left, range.right + 1)
  const amountsIn = { parts: 0, totals: 0 }
  for (const column of selected) {
    /** The depths of the rows above, innermost last, whose amount stands for the rows below them. */
    const above: number[] = []
    let hasParts = false
    for (let index = range.top; index <= range.bottom; index += 1) {
      const row = rows[index]
      if (!row) break
      result.cells += 1
      while ((above.at(-1) ?? 0) >= row.depth) above.pop()
      const cell = row.cells[column.id]
      if (cell?.kind !== 'money') continue
      result.amounts += 1
      amountsIn[column.isTotal ? 'totals' : 'parts'] += 1
      if (!Number.isSafeInteger(part + cell.amount)) {
        total += BigInt(part)
        part = 0
      }
      part += cell.amount
      if (above.length > 0 || (row.look === 'total' && hasParts)) result.includesTotals = true
      if (row.isParent) above.push(row.depth)
      if (row.look !== 'total' && row.look !== 'difference') hasParts = true
    }
  }
  total += BigInt(part)
  if (amountsIn.totals > 0 && amountsIn.parts > 0) result.includesTotals = true
  const isTooLarge = total > BigInt(LARGEST_AMOUNT) || total < -BigInt(LARGEST_AMOUNT)
  return {
    ...result,
    sum: isTooLarge ? null : pence(Number(total)),
    average: result.amounts === 0 ? null : divided(total, BigInt(result.amounts)),
  }
}

/** For the status line: `4 cells, sum 635.0 £000, average 158.8`; empty for one cell. */
export const sumInWords = (
  { cells, amounts, sum, average, includesTotals }: SelectionSum,
  unit: MoneyUnit,
  options: { pence?: boolean } = {},
): string => {
  if (cells < 2) return ''
  const words = [`${cells.toLocaleString('en-GB')} cells`]
  if (average === null) return `${words[0]}, no amounts`
  if (amounts < cells) words.push(`${amounts.toLocaleString('en-GB')} with an amount`)
  words.push(sum === null ? 'sum over £90 trillion' : `sum ${formatMoney(sum, unit, options)} ${unit}`)
  words.push(`average ${formatMoney(average, unit, options)}`)
  if (includesTotals) words.push('includes totals of cells also selected')
  return words.join(', ')
}

/** Half away from zero. */
function divided(total: bigint, count: bigint): Pence {
  const size = total < 0n ? -total : total
  const rounded = (size * 2n + count) / (count * 2n)
  return pence(Number(total < 0n ? -rounded : rounded))
}
