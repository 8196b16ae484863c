import type { MoneyUnit } from '../money.ts'
import { amountsInCell } from './amountsInCell.ts'
import { type ColumnHead, isOnlyUnit, openColumn, readColumnHead } from './columnHead.ts'
import { tidy } from './plainText.ts'
import type { ReadCell } from './readDocument.ts'
import type { ReadColumn } from './reportReading.ts'
import { cellsIn, isBlank, type TableGrid, textOf } from './tableGrid.ts'

/** The rows of a block that are one table: its head, and what stands under it. */
export interface TablePart {
  head: { from: number; to: number }
  body: { from: number; to: number }
}

export type HeadColumn = Omit<ReadColumn, 'place' | 'unit'> & {
  unit: MoneyUnit | null
  columns: number[]
  cell: ReadCell | null
}

/** Rows with titles above the heads of the columns, at most. */
const TITLE_ROWS = 3

/** Finds the tables of a block by their heads: a row that names years begins one. None where no row does. */
export const findTableParts = (grid: TableGrid): TablePart[] => {
  const height = grid.rows.length
  const isHead = grid.rows.map((_, row) => namesYears(grid, row))
  const parts: TablePart[] = []
  for (let row = 0; row < height; row += 1) {
    if (!isHead[row]) continue
    const after = parts.at(-1)?.head.to ?? 0
    let from = row
    while (from > after && row - from < TITLE_ROWS && isAboveHead(grid, from - 1, parts.length === 0)) from -= 1
    let to = row + 1
    while (to < height && (isHead[to] || isHeadToo(grid, to))) to += 1
    const last = parts.at(-1)
    if (last) last.body.to = from
    parts.push({ head: { from, to }, body: { from: to, to: height } })
    row = to - 1
  }
  const [first] = parts
  // Whatever stands over the first head belongs to it.
  if (first && first.head.from > 0) first.head.from = 0
  return parts
}

/** Whether a row's cells say which years their columns hold. */
const namesYears = (grid: TableGrid, row: number): boolean => {
  const cells = cellsIn(grid, row).filter((cell) => !isBlank(cell) && cell.row === row)
  const heads = cells.map((cell) => ({ cell, text: textOf(cell), head: readColumnHead(textOf(cell)) }))
  const timed = heads.filter(({ cell, head, text }) => {
    const isTimed = head.meaning !== null && head.meaning.kind !== 'total'
    return isTimed && text.length <= LONGEST_HEAD && (cell.column > 0 || cells.length === 1)
  })
  if (timed.length === 0 || cells.length === 1) return timed.length === 1 && isLoneHead(grid, cells[0])
  const others = heads.filter((each) => !timed.includes(each) && each.cell.column > 0)
  if (others.some(({ text }) => isAmount(text))) return false
  const areBare = timed.filter(({ text }) => /^\d{4}$/.test(tidy(text)))
  // A year alone can be an amount: two that follow each other are years.
  if (areBare.length < timed.length) return true
  const years = timed.map(({ text }) => Number(tidy(text)))
  return years.length > 1 && years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1)
}

const LONGEST_HEAD = 60

// A plan of one year has one head of its own, in a column that is not the first.
const isLoneHead = (grid: TableGrid, cell: ReadCell | undefined): boolean =>
  cell !== undefined && cell.column > 0 && cell.columnSpan < grid.columns

const isAmount = (text: string): boolean =>
  !isOnlyUnit(text) &&
  amountsInCell(text, '£').some(({ value, confidence }) => value !== null && confidence !== 'not-understood')

/** A row over a head that is a title, or holds head words: no amounts, and more than a lone label in the first column. */
const isAboveHead = (grid: TableGrid, row: number, isFirst: boolean): boolean => {
  const cells = cellsIn(grid, row).filter((cell) => !isBlank(cell))
  if (cells.length === 0) return true
  if (cells.some((cell) => isAmount(textOf(cell)))) return false
  if (isFirst) return true
  const [only] = cells
  const isAfterTotals = /\btotals?\b/i.test(textOf(cellsIn(grid, row - 1)[0]))
  const isTitle =
    cells.length === 1 && only !== undefined && (only.columnSpan === grid.columns || only.isHeader || isAfterTotals)
  const isHeadWords = cells.some(
    (cell) => cell.column > 0 && (readColumnHead(textOf(cell)).meaning !== null || isOnlyUnit(textOf(cell))),
  )
  return isTitle || isHeadWords
}

/** A row under a head that belongs to it: units, years in figures, or cells that the document marks as heads. */
const isHeadToo = (grid: TableGrid, row: number): boolean => {
  const cells = cellsIn(grid, row).filter((cell) => !isBlank(cell) && cell.row === row)
  if (cells.length === 0) return false
  if (cells.every((cell) => isOnlyUnit(textOf(cell)))) return true
  const isMarked = cells.every((cell) => cell.isHeader) && cells.length > 1
  return isMarked && !cells.some((cell) => cell.column > 0 && isAmount(textOf(cell)))
}

/** The columns of a head, each with all the head words above it; grid columns under the same words are one column. */
export const readHeadColumns = (grid: TableGrid, { head }: TablePart): HeadColumn[] => {
  const groups: { columns: number[]; cells: ReadCell[] }[] = []
  for (let column = 0; column < grid.columns; column += 1) {
    const above = new Set<ReadCell>()
    for (let row = head.from; row < head.to; row += 1) {
      const cell = grid.rows[row]?.[column]
      if (cell && !isBlank(cell) && cell.columnSpan < grid.columns) above.add(cell)
    }
    const cells = [...above]
    const last = groups.at(-1)
    const isSame =
      last && cells.length > 0 && cells.length === last.cells.length && cells.every((cell) => last.cells.includes(cell))
    if (isSame) last.columns.push(column)
    else groups.push({ columns: [column], cells })
  }
  const columns = groups.map(({ columns, cells }): HeadColumn => {
    const read = headOf(cells.map(textOf))
    // The first column says what the rows are, whatever its head.
    const isAmount = read.meaning !== null && !columns.includes(0)
    return {
      column: columns[0] ?? 0,
      columns,
      cell: cells.at(-1) ?? null,
      head: cells.map(textOf).join(' '),
      role: isAmount ? 'amount' : 'other',
      meaning: isAmount ? read.meaning : null,
      unit: read.unit,
      confidence: isAmount && read.why !== null ? 'inferred' : isAmount ? 'read' : 'not-understood',
      why: isAmount ? read.why : 'Its head names neither a year nor a total.',
    }
  })
  return closeOpenColumns(columns)
}

/** The words of all rows together or, where they do not make sense together, those of the lowest row that does. */
const headOf = (texts: string[]): ColumnHead => {
  const joined = readColumnHead(texts.join(' '))
  const each = texts.map(readColumnHead)
  const unit = each.findLast((head) => head.unit !== null)?.unit ?? joined.unit
  const timed = each.findLast(({ meaning }) => meaning !== null && meaning.kind !== 'total')
  // A total over years, or a range of years over each of them, is a heading of them all.
  const isHeadingOfAll = joined.meaning === null || joined.meaning.kind === 'total'
  return { ...(isHeadingOfAll && timed ? timed : joined), unit }
}

/** Columns such as `Prior years` take their year from the years beside them. */
const closeOpenColumns = (columns: HeadColumn[]): HeadColumn[] => {
  const years = columns.flatMap(({ meaning }) => (meaning?.kind === 'year' ? [meaning.startYear] : []))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return columns.map((column): HeadColumn => {
    const open = column.meaning === null && years.length > 0 ? openColumn(column.head) : null
    if (open === null) return column
    const startYear = open === 'to-march' ? first : last + 1
    const why = 'It names no year: the years of the columns beside it bound it.'
    return { ...column, role: 'amount', meaning: { kind: open, startYear }, confidence: 'inferred', why }
  })
}
