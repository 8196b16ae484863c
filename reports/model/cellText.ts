import { formatBasisPoints, formatDay } from '../../domain/inWords.ts'
import { formatMoney, type MoneyUnit } from '../../domain/money.ts'
import type { TableCell } from './tableCell.ts'
import { wordsOfCell } from './wordsOfCell.ts'

/** How the amounts of a column are shown. */
export interface AmountLook {
  unit: MoneyUnit
  /** Whether all of its amounts have pence, because one has. */
  pence: boolean
}

/** What a cell says: brackets round what is negative, and a word where there is no amount. */
export const cellText = (cell: TableCell, { unit, pence }: AmountLook): string => {
  switch (cell.kind) {
    case 'amount':
      return formatMoney(cell.amount, unit, { pence })
    case 'count':
      return formatCount(cell.count)
    case 'percent':
      return formatBasisPoints(cell.basisPoints)
    case 'day':
      return formatDay(cell.day)
    default:
      return wordsOfCell(cell)
  }
}

const formatCount = (count: number): string => {
  const digits = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ',')
  return count < 0 ? `(${digits})` : digits
}
