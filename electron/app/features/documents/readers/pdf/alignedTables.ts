import type { ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import { type Column, columnsOf, columnsUnder } from '../aligned.ts'
import { splitNumber } from '../printedNumber.ts'
import { groupsOf, textOfLine } from './lines.ts'
import type { Line, Page, Word } from './page.ts'
import { boxOf, cellOf, type PageTable } from './pageTable.ts'

const amount = /^[*(£-]*\s*\d[\d,.]*\)?[km*]?$/i

interface Row {
  line: Line
  groups: Word[][]
}

/** Tables without drawn columns: lines of words that stand under each other with wide gaps between them. */
export const alignedTables = (lines: Line[], page: Page): { tables: PageTable[]; taken: Set<Line> } => {
  const rows = lines.map((line) => ({ line, groups: groupsOf(line) }))
  const tables: PageTable[] = []
  const taken = new Set<Line>()
  let at = 0
  while (at < rows.length) {
    const run = runAt(rows, at)
    if (run.length === 0) {
      at += 1
      continue
    }
    tables.push(tableOf(run, page))
    for (const { line } of run) taken.add(line)
    at += run.length
  }
  return { tables, taken }
}

/** Words in several groups that are no more than a paragraph's number before its text. */
const isNumbered = ({ line, groups }: Row): boolean =>
  groups.length === 2 && splitNumber(textOfLine(line.words)).number !== null

const hasColumns = (row: Row): boolean => row.groups.length > 1 && !isNumbered(row)

const textOf = (words: Word[]): string => textOfLine(words).trim()

/** The lines of a table that begins here; none where they are no table. */
const runAt = (rows: Row[], from: number): Row[] => {
  const first = rows[from]
  if (!first || !hasColumns(first)) return []
  let end = from + 1
  let last = from
  // A line that stands alone in its row, as the head of a group does, goes with the table where the table goes on after it.
  while (end < rows.length && end - last <= 4) {
    const [row, above] = [rows[end], rows[end - 1]]
    if (!row || !above || row.line.baseline - above.line.baseline > 3.2 * row.line.size || isNumbered(row)) break
    if (hasColumns(row)) last = end
    else if (row.line.right - row.line.left > 0.75 * widthOf(rows.slice(from, last + 1))) break
    end += 1
  }
  const run = rows.slice(from, last + 1)
  const several = run.filter(hasColumns)
  const amounts = several.filter(({ groups }) => groups.slice(1).some((group) => amount.test(textOf(group))))
  return several.length > 1 && amounts.length * 2 >= several.length ? run : []
}

const widthOf = (rows: Row[]): number =>
  Math.max(...rows.map(({ line }) => line.right)) - Math.min(...rows.map(({ line }) => line.left))

const tableOf = (run: Row[], page: Page): PageTable => {
  const columns = columnsOf(
    run.map(({ groups }) => groups.map((group) => ({ left: group[0]?.left ?? 0, right: group.at(-1)?.right ?? 0 }))),
  )
  let uncertain = 0
  const grid = inRows(run).map((lines, row) => {
    const byColumn = new Map<number, { words: Word[]; last: number }>()
    for (const group of lines.flatMap(({ groups }) => groups)) {
      const piece = { left: group[0]?.left ?? 0, right: group.at(-1)?.right ?? 0 }
      const under = columnsUnder(columns, piece)
      if (under.first !== under.last && amount.test(textOf(group))) uncertain += 1
      const cell = byColumn.get(under.first) ?? { words: [], last: under.last }
      cell.words.push(...group)
      cell.last = Math.max(cell.last, under.last)
      byColumn.set(under.first, cell)
    }
    return cellsOf(byColumn, columns, row, page)
  })
  const edges = {
    left: Math.min(...run.map(({ line }) => line.left)),
    right: Math.max(...run.map(({ line }) => line.right)),
    top: Math.min(...run.map(({ line }) => line.top)),
    bottom: Math.max(...run.map(({ line }) => line.bottom)),
  }
  return {
    page: page.number,
    ...edges,
    columns: columns.flatMap(({ left, right }) => [left, right]),
    rows: grid,
    box: boxOf(page, edges),
    uncertain,
  }
}

const cellsOf = (
  byColumn: Map<number, { words: Word[]; last: number }>,
  columns: Column[],
  row: number,
  page: Page,
): ReadCell[] => {
  const cells: ReadCell[] = []
  for (let column = 0; column < columns.length; ) {
    const { words = [], last = column } = byColumn.get(column) ?? {}
    let columnSpan = 1
    // It reaches over columns beside it only as far as nothing stands there.
    while (column + columnSpan <= last && !byColumn.has(column + columnSpan)) columnSpan += 1
    cells.push(
      cellOf(words, { row, column, rowSpan: 1, columnSpan }, page, words.length > 0 ? boxAround(words, page) : null),
    )
    column += columnSpan
  }
  return cells
}

const boxAround = (words: Word[], page: Page) =>
  boxOf(page, {
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    top: Math.min(...words.map(({ top }) => top)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
  })

/** Lines so near to the one above that they go on in its cells, where the table sets its rows further apart. */
const inRows = (run: Row[]): Row[][] => {
  const step = (at: number) =>
    ((run[at]?.line.baseline ?? 0) - (run[at - 1]?.line.baseline ?? 0)) / (run[at]?.line.size ?? 1)
  const steps = run.slice(1).map((_, at) => step(at + 1))
  const least = Math.min(...steps)
  const isSpaced = steps.some((each) => each > least * 1.3)
  const rows: Row[][] = []
  for (const [at, row] of run.entries()) {
    const above = rows.at(-1)
    const isNear = isSpaced && step(at) <= least * 1.12
    // A line with amounts is a row of its own.
    const hasAmount = row.groups.some((group) => amount.test(textOf(group)))
    if (above && isNear && !hasAmount) above.push(row)
    else rows.push([row])
  }
  return rows
}
