import type { PageBox, ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import type { Lattice, Region } from './lattice.ts'
import { linesOf, textOfLine } from './lines.ts'
import { middleOf, type Page, type Word } from './page.ts'

/** A table of one page, before it is known whether it goes on. */
export interface PageTable {
  page: number
  top: number
  bottom: number
  left: number
  right: number
  /** Where its columns begin and end. */
  columns: number[]
  rows: ReadCell[][]
  box: PageBox
  uncertain: number
}

export const boxOf = (
  page: Page,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): PageBox => {
  const share = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 10_000) / 10_000
  return {
    x: share(left / page.width),
    y: share(top / page.height),
    width: share((right - left) / page.width),
    height: share((bottom - top) / page.height),
  }
}

/** The words of a cell by printed line. */
export const cellOf = (
  words: Word[],
  at: Pick<ReadCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
  page: Page,
  box: PageBox | null,
): ReadCell => ({
  ...at,
  lines: linesOf(words, page.number).map((line) => textOfLine(line.words).replaceAll('\t', ' ')),
  isHeader: false,
  footnotes: words.flatMap(({ footnotes }) => footnotes),
  page: page.number,
  box,
})

/** A table whose lines are drawn, with the words that stand in each of its cells, which are taken off the page. */
export const drawnTable = (lattice: Lattice, page: Page, words: Set<Word>): PageTable => {
  const { rows, columns, regions } = lattice
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)]
  const [left = 0, right = 0] = [columns[0], columns.at(-1)]
  const inside = [...words].filter((word) => {
    const middle = (word.top + word.bottom) / 2
    return middleOf(word) > left && middleOf(word) < right && middle > top && middle < bottom
  })
  for (const word of inside) words.delete(word)
  const pieces = inside.flatMap((word) => cutAtLines(word, lattice))
  const byRegion = Map.groupBy(pieces, (word) => regionAt(lattice, word))
  const cells = regions.map((region) => {
    const { row, column, rowSpan, columnSpan } = region
    const edges = {
      left: columns[column] ?? 0,
      right: columns[column + columnSpan] ?? 0,
      top: rows[row] ?? 0,
      bottom: rows[row + rowSpan] ?? 0,
    }
    return cellOf(byRegion.get(region) ?? [], { row, column, rowSpan, columnSpan }, page, boxOf(page, edges))
  })
  const lines = Array.from({ length: rows.length - 1 }, (_, row) => cells.filter((cell) => cell.row === row))
  const edges = { left, right, top, bottom }
  return { page: page.number, ...edges, columns, rows: lines, box: boxOf(page, edges), uncertain: 0 }
}

const regionAt = ({ rows, columns, regions }: Lattice, word: Word): Region | undefined => {
  const row = rows.findLastIndex((at) => at <= (word.top + word.bottom) / 2)
  const column = columns.findLastIndex((at) => at <= middleOf(word))
  return regions.find(
    (region) =>
      row >= region.row &&
      row < region.row + region.rowSpan &&
      column >= region.column &&
      column < region.column + region.columnSpan,
  )
}

/** Words that were set in one go over the line between two cells, cut at the space that is nearest to it. */
const cutAtLines = (word: Word, lattice: Lattice): Word[] => {
  const region = regionAt(lattice, word)
  const edge = lattice.columns.find(
    (at, index) =>
      at > word.left + word.size * 0.5 &&
      at < word.right - word.size * 0.5 &&
      region !== undefined &&
      (index === region.column || index === region.column + region.columnSpan),
  )
  if (edge === undefined) return [word]
  const share = (edge - word.left) / (word.right - word.left)
  const spaces = [...word.text.matchAll(/ +/g)].map(({ index }) => index)
  const nearest = (index: number) => Math.abs(index / word.text.length - share)
  const [cut] = spaces.toSorted((one, other) => nearest(one) - nearest(other))
  if (cut === undefined) return [word]
  const at = word.left + (word.right - word.left) * (cut / word.text.length)
  const first = { ...word, text: word.text.slice(0, cut), right: Math.min(at, edge), footnotes: [] }
  const rest = { ...word, text: word.text.slice(cut).trim(), left: Math.max(at, edge) }
  return [first, ...cutAtLines(rest, lattice)]
}
