import { type AmountLook, cellText } from '../model/cellText.ts'
import type { TablePart } from '../model/tablePart.ts'

/** How large a table is set so that it is never wider than its page. */
export type TableSize = 'usual' | 'small' | 'smaller' | 'smallest' | 'wide small' | 'wide smaller' | 'wide smallest'

/** The smallest change that makes it fit: a smaller letter, then a page of its own turned to landscape. */
export const tableSize = (table: TablePart, looks: readonly AmountLook[], isLandscape: boolean): TableSize => {
  const needed = table.columns.reduce((total, _, at) => total + leastWidth(table, at, looks), 0)
  const fits = (points: number, page: number) => needed * points * CHARACTER + table.columns.length * PADDING <= page
  const across = isLandscape ? LANDSCAPE : PORTRAIT
  if (fits(9, across)) return 'usual'
  if (fits(8, across)) return 'small'
  if (isLandscape) return fits(7, across) ? 'smaller' : 'smallest'
  if (fits(7, across)) return 'smaller'
  return fits(8, LANDSCAPE) ? 'wide small' : fits(7, LANDSCAPE) ? 'wide smaller' : 'wide smallest'
}

/** Of an A4 page within its margins, in points. */
const PORTRAIT = 510
const LANDSCAPE = 757
/** The width of a digit beside the size of the letter, with room for capitals. */
const CHARACTER = 0.58
const PADDING = 8
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
  return Math.max(longest, Math.min(longestWord, 14))
}
