import { cellAt, type ExtractRow } from './extractRow.ts'
import { headingWords, plainHeading } from './headingWords.ts'

export interface Header {
  /** From 1, as the file counts; 0 where no row of headings is found. */
  row: number
  headings: string[]
  /** How many of the headings are known. */
  known: number
  rowsBelow: ExtractRow[]
}

const LONGEST_HEADING = 200

const isKnown = (heading: string): boolean =>
  headingWords.some(([, patterns]) => patterns.some((pattern) => pattern.test(heading)))

/**
 * The row of the headings among the first rows: the one with the most words that finance systems head columns with; where none
 * has two of them, the first row of words alone above a row with figures.
 */
export const findHeader = (rows: readonly ExtractRow[]): Header => {
  const scored = rows.map((row, at) => {
    const words = row.cells.filter(({ kind }) => kind === 'text')
    const known = new Set(words.map(({ text }) => plainHeading(text)).filter(isKnown)).size
    return {
      row,
      at,
      known,
      isWords: words.length > 1 && row.cells.every(({ kind }) => kind === 'text' || kind === 'blank'),
    }
  })
  const best = scored.reduce((most, each) => (each.known > most.known ? each : most), {
    known: 1,
  } as (typeof scored)[0])
  const found =
    best.known > 1
      ? best
      : scored.find(({ at, isWords }) => isWords && holdsFigures(rows[at + 1]) && !holdsFigures(rows[at]))
  if (!found) return { row: 0, headings: [], known: 0, rowsBelow: rows.slice() }
  const below = scored[found.at + 1]
  // Headings of two rows: the lower ones say what the merged upper one is divided into.
  const isTwoRows =
    below?.isWords === true && below.known > 0 && !holdsFigures(below.row) && holdsFigures(rows[found.at + 2])
  const last = isTwoRows ? below : found
  return {
    row: last.row.row,
    headings: headingsOf(last.row, rows[last.at - 1]),
    known: found.known,
    rowsBelow: rows.slice(last.at + 1),
  }
}

const holdsFigures = (row: ExtractRow | undefined): boolean =>
  row?.cells.some(
    ({ kind, text }) => kind === 'number' || kind === 'date' || /^[(£-]?\s*\d[\d,.]*\)?$/.test(text.trim()),
  ) ?? false

/** A heading that is blank stands in the row above, where headings are merged over two rows. */
const headingsOf = (row: ExtractRow, above: ExtractRow | undefined): string[] => {
  const isUpperHalf = above !== undefined && above.cells.filter(({ kind }) => kind === 'text').length > 1
  const width = Math.max(row.cells.length, isUpperHalf ? above.cells.length : 0)
  return Array.from({ length: width }, (_, column) => {
    const own = cellAt(row, column).text
    const text = own.trim() === '' && isUpperHalf ? cellAt(above, column).text : own
    return text.trim().slice(0, LONGEST_HEADING)
  })
}
