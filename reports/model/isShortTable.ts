import { PADDING } from './columnWidths.ts'
import { roomDown } from './pageRoom.ts'

/** The words of a row, cell by cell, or of one cell over all columns. */
export interface RowWords {
  words: readonly string[]
  isAcross: boolean
}

interface Drawn {
  /** Of its columns, in twentieths of a point. */
  widths: readonly number[]
  /** Of its letters. */
  points: number
  isLandscape: boolean
}

/** Whether a table stands whole on one page: pushed to the next, it would leave no more than a third of one empty. */
export const isShortTable = (rows: readonly RowWords[], { widths, points, isLandscape }: Drawn): boolean => {
  const across = widths.reduce((all, width) => all + width, 0)
  const height = rows.reduce((all, { words, isAcross }) => {
    // Broken as its columns break them.
    const lines = words.map((each, at) => linesIn(each, isAcross ? across : (widths[at] ?? across), points))
    return all + Math.max(1, ...lines) * points * LINE + EDGES
  }, 0)
  return height <= roomDown(isLandscape) / 3
}

/** Of a line beside the size of its letters, in twentieths of a point for each point. */
const LINE = 24
/** Above and below the words of a row. */
const EDGES = 80
/** The width of a letter of sentences beside its size: most of them are small. */
const LETTER = 10

/** How many lines a text takes when it is broken at spaces. */
const linesIn = (text: string, width: number, points: number): number => {
  const room = Math.max(1, Math.floor((width - PADDING) / (points * LETTER)))
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of paragraph.split(' ')) {
      const next = used === 0 ? word.length : used + 1 + word.length
      if (next <= room) used = next
      else {
        lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / room) - 1
        used = word.length % room || room
      }
    }
  }
  return lines
}
