import { formatMoney } from '../../domain/money.ts'
import type { TableColumn } from '../model/tablePart.ts'
import { wordsOfCell } from '../model/wordsOfCell.ts'
import type { Content, Formula, Sheet, SheetColumn } from './sheet.ts'
import { longestLine } from './textSize.ts'

const limits: Record<TableColumn['kind'], { least: number; most: number }> = {
  text: { least: 10, most: 40 },
  'wide-text': { least: 50, most: 70 },
  amount: { least: 11, most: 22 },
  count: { least: 8, most: 18 },
  percent: { least: 8, most: 14 },
  day: { least: 12, most: 16 },
  rating: { least: 8, most: 18 },
}

/** The width of a column before its rows are known. */
export const firstWidth = ({ kind, header, widest }: SheetColumn): number => {
  const longestWord = Math.max(...header.split(/\s/).map((word) => word.length))
  return Math.max(longestWord + 2, Math.min(widest ?? limits[kind].most, limits[kind].least))
}

/** Makes a column wide enough for a content. */
export function widen(sheet: Sheet, at: number, content: Content): void {
  const { kind = 'text', unit = '£', pence = false, widest } = sheet.columns[at] ?? {}
  const isAmount = typeof content !== 'string' && (content.kind === 'amount' || content.kind === 'formula')
  const length = isAmount ? formatMoney(content.amount, unit, { pence }).length + 2 : textLength(content)
  // Text wraps at the widest; an amount must never be cut.
  const most = isAmount ? Number.POSITIVE_INFINITY : (widest ?? limits[kind].most)
  sheet.widths[at] = Math.max(sheet.widths[at] ?? 0, Math.min(most, length + 3))
}

function textLength(content: Exclude<Content, Formula>): number {
  if (typeof content === 'string') return longestLine(content)
  switch (content.kind) {
    case 'amount':
      return 0
    case 'count':
      return content.count.toLocaleString('en-GB').length + 2
    case 'percent':
      return 8
    case 'day':
      return 11
    default:
      return longestLine(wordsOfCell(content))
  }
}
