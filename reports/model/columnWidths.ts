import { type AmountLook, cellText } from './cellText.ts'
import type { TablePart } from './tablePart.ts'

/** Of letters of the table's size, beside that size, with room for capitals. */
const CHARACTER = 0.56
/** The line that stands above a total whose column as shown does not add. */
const ROUNDING = 'Rounding'.length
/** Left and right of the words in a cell, in twentieths of a point. */
export const PADDING = 160
const POINT = 20

/**
 * The widths of a table's columns in twentieths of a point, which add up to `across`: amounts have the room to stand in one
 * line, and what is left goes to the columns of words by the length of their words.
 */
export const columnWidths = (
  table: TablePart,
  { looks, points, across }: { looks: readonly AmountLook[]; points: number; across: number },
): number[] => {
  const needs = needsOf(table, looks)
  const least = needs.map(({ least }) => widthOf(least, points))
  const wanted = needs.map(({ wanted }) => widthOf(wanted, points))
  const [leastSum, wantedSum] = [total(least), total(wanted)]
  if (leastSum >= across) return shared(least, across)
  if (wantedSum >= across) {
    const part = (across - leastSum) / (wantedSum - leastSum)
    return shared(
      least.map((width, at) => width + part * ((wanted[at] ?? width) - width)),
      across,
    )
  }
  const spare = across - wantedSum
  const wordColumns = table.columns.filter(({ kind }) => kind === 'text' || kind === 'wide-text').length
  return shared(
    wanted.map((width, at) => {
      const kind = table.columns[at]?.kind
      const isOfWords = kind === 'text' || kind === 'wide-text'
      return width + (wordColumns === 0 ? spare / wanted.length : isOfWords ? spare / wordColumns : 0)
    }),
    across,
  )
}

const total = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

/** In whole steps that add up exactly: the last column takes what rounding leaves. */
const shared = (widths: readonly number[], across: number): number[] => {
  const scale = across / total(widths)
  const whole = widths.map((width) => Math.floor(width * scale))
  return whole.map((width, at) => (at === whole.length - 1 ? width + across - total(whole) : width))
}

/** How wide so many characters are in a cell, in twentieths of a point. */
export const widthOf = (characters: number, points: number): number => characters * points * CHARACTER * POINT + PADDING

/** Of each column, in characters. */
export const needsOf = (table: TablePart, looks: readonly AmountLook[]): { least: number; wanted: number }[] =>
  table.columns.map((_, at) => needOf(table, at, looks[at] ?? { unit: '£', pence: false }))

/** In characters: what a column cannot do without, and what it needs to stand without being broken. */
function needOf({ columns, rows }: TablePart, at: number, look: AmountLook): { least: number; wanted: number } {
  const { kind, label } = columns[at] ?? { kind: 'text', label: '' }
  // A heading is bold, and so a little wider.
  const headWord = Math.ceil(longestWord(label) * 1.15)
  const hasTotal = at === 0 && rows.some(({ style }) => style === 'total')
  let [longest, word] = hasTotal ? [ROUNDING, ROUNDING] : [0, 0]
  for (const { cells, style } of rows) {
    const cell = cells[at]
    if (cell === undefined || style === 'band' || style === 'note') continue
    const text = cellText(cell, look)
    longest = Math.max(longest, ...text.split('\n').map((line) => line.length))
    // A rating stands in one line, beside its shape.
    word = Math.max(word, cell.kind === 'rating' ? text.length + 2 : longestWord(text))
  }
  // Notes that nobody has made need no more than their heading.
  if (kind === 'wide-text' && longest === 0) return { least: headWord, wanted: headWord }
  if (kind === 'wide-text') return { least: 28, wanted: Math.max(40, Math.min(longest, 90)) }
  if (kind === 'text' || kind === 'rating') {
    return { least: Math.max(Math.min(word, 18), headWord), wanted: Math.max(headWord, Math.min(longest, 40)) }
  }
  const least = Math.max(longest, headWord)
  return { least, wanted: Math.max(least, Math.min(label.length, 14)) }
}

const longestWord = (text: string): number => Math.max(...text.split(/\s+/).map(({ length }) => length))
