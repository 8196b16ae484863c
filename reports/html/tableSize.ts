import { type AmountLook, cellText } from '../model/cellText.ts'
import type { TablePart } from '../model/tablePart.ts'

/** How a table is set so that it is never wider than its page. */
export interface TableSize {
  /** The names of its size for the style sheet. */
  name: string
  /** What each column has of the width, in per cent; null where the browser may share it out by what the cells hold. */
  shares: readonly number[] | null
}

/** The smallest change that makes it fit: a smaller letter, then a page of its own turned to landscape. */
export const tableSize = (table: TablePart, looks: readonly AmountLook[], isLandscape: boolean): TableSize => {
  const widths = table.columns.map((_, at) => leastWidth(table, at, looks))
  const needed = widths.reduce((total, width) => total + width, 0)
  const fits = (points: number, page: number) => needed * points * CHARACTER <= page
  const across = isLandscape ? LANDSCAPE : PORTRAIT
  if (fits(9, across)) return { name: 'usual', shares: null }
  if (fits(8, across)) return { name: 'small', shares: null }
  // Where there is no room to spare, a browser would leave a column of sentences one word wide.
  const shares = widths.map((width) => Math.round((1000 * width) / needed) / 10)
  if (isLandscape) return { name: fits(7, across) ? 'smaller' : 'smallest', shares }
  if (fits(7, across)) return { name: 'smaller', shares }
  return { name: fits(8, LANDSCAPE) ? 'wide small' : fits(7, LANDSCAPE) ? 'wide smaller' : 'wide smallest', shares }
}

/** Of an A4 page within its margins, in points. */
const PORTRAIT = 510
const LANDSCAPE = 757
/** The width of a digit beside the size of the letter, with room for capitals. */
const CHARACTER = 0.58
/** What a text of several sentences needs, in characters. */
const WIDE = 28

/** What a column needs to be read, in characters: amounts stand in one line, while words wrap. */
const leastWidth = ({ columns, rows }: TablePart, at: number, looks: readonly AmountLook[]): number => {
  const { kind, label } = columns[at] ?? { kind: 'text', label: '' }
  const longestWord = Math.max(...label.split(/\s+/).map(({ length }) => length))
  if (kind === 'wide-text') return WIDE
  const look = looks[at] ?? { unit: '£', pence: false }
  let longest = 0
  for (const { cells, style } of rows) {
    const cell = cells[at]
    if (cell === undefined || style === 'band' || style === 'note') continue
    const text = cellText(cell, look)
    longest = Math.max(longest, kind === 'text' ? Math.min(text.length, 14) : text.length)
  }
  // A column's name is bold, and stands between its edges.
  return Math.max(longest, Math.min(longestWord, 14)) + 2
}
