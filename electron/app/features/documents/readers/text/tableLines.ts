import type { ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import { columnsOf, columnsUnder, type Piece } from '../aligned.ts'
import { splitNumber } from '../printedNumber.ts'
import { withoutMarks } from './marks.ts'

/** What a run of lines is: the lines that it takes, and the table that they make. */
export interface TableLines {
  lines: number
  rows: ReadCell[][]
}

/** The table that begins with the first of these lines, if one does. */
export const tableAt = (lines: string[]): TableLines | undefined =>
  pipeTable(lines) ?? tabTable(lines) ?? alignedTable(lines)

interface Cell {
  lines: string[]
  columnSpan?: number
  isHeader?: boolean
}

const gridOf = (rows: Cell[][]): ReadCell[][] => {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0)))
  return rows.map((cells, row) => {
    let column = 0
    const placed = cells.map(({ lines, columnSpan = 1, isHeader = false }) => {
      const cell = readCell(lines, { row, column, columnSpan, isHeader })
      column += columnSpan
      return cell
    })
    for (; column < width; column += 1) placed.push(readCell([], { row, column, columnSpan: 1, isHeader: false }))
    return placed
  })
}

const readCell = (lines: string[], at: Pick<ReadCell, 'row' | 'column' | 'columnSpan' | 'isHeader'>): ReadCell => {
  const marked = lines.map((line) => withoutMarks(line))
  return {
    ...at,
    rowSpan: 1,
    lines: marked.map(({ text }) => text.trim()).filter((text) => text !== ''),
    footnotes: marked.flatMap(({ footnotes }) => footnotes),
    page: null,
    box: null,
  }
}

const takeWhile = (lines: string[], isOne: (line: string) => boolean): string[] => {
  const end = lines.findIndex((line) => !isOne(line))
  return end === -1 ? lines : lines.slice(0, end)
}

/** Lines between which a grid of signs is drawn, as `+---+`. */
const isBorder = (line: string): boolean => /^\s*\+(?:[-=]+\+)+\s*$/.test(line)
/** The line under the heads of a Markdown table. */
const isRule = (line: string): boolean => /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?\|?\s*$/.test(line)

const pipeTable = (lines: string[]): TableLines | undefined => {
  const taken = takeWhile(lines, (line) => line.includes('|') || isBorder(line))
  const ruleAt = taken.findIndex(isRule)
  const isDrawn = taken.length > 1 && taken.every((line) => isBorder(line) || /^\s*\|.*\|\s*$/.test(line))
  if (ruleAt === -1 && !isDrawn) return undefined
  const rows: Cell[][] = []
  const isBordered = taken.some(isBorder)
  let isNewRow = true
  for (const [at, line] of taken.entries()) {
    if (isBorder(line)) isNewRow = true
    if (isBorder(line) || isRule(line)) continue
    const cells = pipeCells(line).map((text) => ({ lines: text.split(/<br\s*\/?>/i), isHeader: at < ruleAt }))
    const above = rows.at(-1)
    if (isBordered && !isNewRow && above) {
      for (const [column, { lines: more }] of cells.entries()) above[column]?.lines.push(...more)
    } else rows.push(cells)
    isNewRow = false
  }
  return rows.length > 0 ? { lines: taken.length, rows: gridOf(rows) } : undefined
}

const pipeCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((text) => text.replaceAll('\\|', '|').trim())

const tabTable = (lines: string[]): TableLines | undefined => {
  const taken = takeWhile(lines, (line) => line.includes('\t') && !isNumbered(line))
  if (taken.length < 2) return undefined
  return { lines: taken.length, rows: gridOf(taken.map((line) => line.split('\t').map((text) => ({ lines: [text] })))) }
}

/** A paragraph with its number and a tab before it. */
const isNumbered = (line: string): boolean => {
  const { number, text } = splitNumber(line.trim())
  return number !== null && !text.includes('\t') && /\p{L}/u.test(text)
}

const gap = / {2,}/g

interface Word extends Piece {
  text: string
}

const alignedTable = (lines: string[]): TableLines | undefined => {
  const taken = takeWhile(lines, (line) => line.trim() !== '' && !isNumbered(line)).map(piecesOf)
  const several = taken.filter((pieces) => pieces.length > 1)
  // Two lines with a wide space in each can be chance.
  if (several.length < 2 || several.length * 2 < taken.length || (taken[0]?.length ?? 0) < 2) return undefined
  const columns = columnsOf(taken)
  if (columns.length < 2) return undefined
  const rows = taken.map((pieces) => {
    const cells: Cell[] = []
    let next = 0
    for (const { text, ...piece } of pieces) {
      const under = columnsUnder(columns, piece)
      const first = Math.max(under.first, next)
      for (; next < first; next += 1) cells.push({ lines: [] })
      const columnSpan = Math.max(1, Math.min(under.last, columns.length - 1) - first + 1)
      cells.push({ lines: [text], columnSpan })
      next = first + columnSpan
    }
    return cells
  })
  return { lines: taken.length, rows: gridOf(rows) }
}

const piecesOf = (line: string): Word[] => {
  const pieces: Word[] = []
  let left = line.length - line.trimStart().length
  for (const text of line.trim().split(gap)) {
    left = line.indexOf(text, left)
    pieces.push({ text, left, right: left + text.length })
    left += text.length
  }
  return pieces
}
