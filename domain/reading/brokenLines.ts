import { plainText } from './plainText.ts'
import type { ReadCell, ReadDocument } from './readDocument.ts'
import type { ReadPlace } from './reportReading.ts'

export interface Mended {
  document: ReadDocument
  /** A cell that was mended has places as a whole only. */
  toPrinted: (place: ReadPlace) => ReadPlace
  /** Why a cell's amounts are put together from lines that could be read apart; null where they are not. */
  doubtOf: (block: number, cell: Pick<ReadCell, 'row' | 'column'>) => string | null
  /** The lines of a cell as the page breaks them. */
  linesOf: (block: number, cell: ReadCell) => string[]
}

const headWords = new Set(['total', 'totals', 'march', 'onwards', 'beyond', 'forecast', 'later', 'years', 'budget'])
/** Shorter numbers are not broken by a column that holds them. */
const SHORTEST_BROKEN = 4

/** Puts together again the numbers and head words that a narrow column broke over lines, in a format that breaks them. */
export const mendBrokenLines = (document: ReadDocument): Mended => {
  const mended = new Map<string, { isDoubtful: boolean; printed: string[] }>()
  if (document.format !== 'pdf') {
    return { document, toPrinted: (place) => place, doubtOf: () => null, linesOf: (_, { lines }) => lines }
  }
  const key = (block: number | null, { row, column }: { row: number | null; column: number | null }) =>
    `${block} ${row} ${column}`
  const blocks = document.blocks.map((block, index) =>
    block.kind === 'paragraph'
      ? block
      : {
          ...block,
          rows: block.rows.map((cells) =>
            cells.map((cell) => {
              const joined = joinLines(cell.lines)
              if (joined.lines.length === cell.lines.length) return cell
              mended.set(key(index, cell), { ...joined, printed: cell.lines })
              return { ...cell, lines: joined.lines }
            }),
          ),
        },
  )
  return {
    document: { ...document, blocks },
    toPrinted: (place) =>
      mended.has(key(place.block, place)) ? { ...place, line: null, start: null, end: null } : place,
    doubtOf: (block, cell) =>
      mended.get(key(block, cell))?.isDoubtful ? 'Its digits stand on two lines and are read as one amount.' : null,
    linesOf: (block, cell) => mended.get(key(block, cell))?.printed ?? cell.lines,
  }
}

function joinLines(lines: string[]): { lines: string[]; isDoubtful: boolean } {
  const joined: string[] = []
  let isDoubtful = false
  for (const line of lines) {
    const previous = joined.at(-1)
    const isBroken = previous !== undefined && (isBrokenNumber(previous, line) || isBrokenWord(previous, line))
    const isLikely = previous !== undefined && !isBroken && isLikelyBroken(previous, line)
    if (previous !== undefined && (isBroken || isLikely)) joined[joined.length - 1] = `${previous}${line.trimStart()}`
    else joined.push(line)
    isDoubtful ||= isLikely
  }
  return { lines: joined, isDoubtful }
}

/** A year or a group of thousands that lacks digits, or a point without decimals, goes on in the next line. */
const isBrokenNumber = (previous: string, next: string): boolean => {
  const [before, after] = [plainText(previous).trimEnd(), plainText(next).trimStart()]
  const digits = /^\d+/.exec(after)?.[0].length ?? 0
  if (digits === 0) return false
  if (/\b(?:19|20)\d{2} ?[/-]$/.test(before)) return digits === 2 || digits === 4
  if (/\b(?:19|20)\d{2} ?[/-]\d$/.test(before)) return digits === 1
  const group = /\d,(\d{0,2})$/.exec(before)?.[1]
  if (group !== undefined) return group.length + digits === 3
  return /\d\.$/.test(before)
}

const isBrokenWord = (previous: string, next: string): boolean => {
  const before = /[\p{L}]+$/u.exec(previous)?.[0] ?? ''
  const after = /^[\p{L}]+/u.exec(next)?.[0] ?? ''
  return before !== '' && after !== '' && headWords.has(`${before}${after}`.toLowerCase())
}

/** One or two digits alone below a long number are more likely its end than an amount. */
const isLikelyBroken = (previous: string, next: string): boolean => {
  const before = /^[*(£\s-]*(\d+(?:\.\d+)?)$/.exec(plainText(previous).trim())?.[1] ?? ''
  return before.length >= SHORTEST_BROKEN && /^\d{1,2}\)?$/.test(plainText(next).trim())
}
