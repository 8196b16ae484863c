import type { ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import type { PageTable } from './pageTable.ts'

/** Points. Columns whose edges are nearer stand under each other. */
const NEAR = 8

/** A table over as many pages as it goes on. */
export interface JoinedTable {
  parts: PageTable[]
  rows: ReadCell[][]
  repeatedHeads: number
}

const amount = /^[*(£-]*\s*\d[\d,.]*\)?[km*]?$/i

/** Puts a table behind one of the page before that it goes on from; undefined where it is another one. */
export const goOn = (table: JoinedTable, next: PageTable): JoinedTable | undefined => {
  const last = table.parts.at(-1)
  if (!last || next.page !== last.page + 1 || !haveSameColumns(last, next)) return undefined
  const repeated = repeatedHeads(table.rows, next.rows)
  if (repeated === 0 && beginsWithHead(next.rows)) return undefined
  const heads = table.rows.slice(0, repeated).map((row) => row.map((cell) => ({ ...cell, isHeader: true })))
  const above = [...heads, ...table.rows.slice(repeated)]
  const height = above.length
  const below = next.rows
    .slice(repeated)
    .map((row) => row.map((cell) => ({ ...cell, row: cell.row - repeated + height })))
  const joined = joinLabels(above, below)
  return { parts: [...table.parts, next], rows: joined, repeatedHeads: table.repeatedHeads + (repeated > 0 ? 1 : 0) }
}

const haveSameColumns = (one: PageTable, other: PageTable): boolean =>
  one.columns.length === other.columns.length &&
  one.columns.every((edge, at) => Math.abs(edge - (other.columns[at] ?? 0)) < NEAR)

const textsOf = (row: ReadCell[]): string =>
  JSON.stringify(row.map(({ column, columnSpan, rowSpan, lines }) => [column, columnSpan, rowSpan, lines.join(' ')]))

/** How many rows a table begins with on its next page as it began on its first. */
const repeatedHeads = (first: ReadCell[][], next: ReadCell[][]): number => {
  let count = 0
  while (count < next.length && count < first.length && textsOf(next[count] ?? []) === textsOf(first[count] ?? []))
    count += 1
  const hasWords = next.slice(0, count).some((row) => row.some(({ lines }) => lines.length > 0))
  return hasWords ? count : 0
}

/** A first row of several words and no amount is the head of a table of its own. */
const beginsWithHead = ([first = []]: ReadCell[][]): boolean => {
  const texts = first.map(({ lines }) => lines.join(' ')).filter((text) => text !== '')
  return texts.length > 1 && !texts.some((text) => amount.test(text))
}

/** A label that stands beside several rows goes on beside those of the next page, where it is not printed again. */
const joinLabels = (above: ReadCell[][], below: ReadCell[][]): ReadCell[][] => {
  const first = below[0] ?? []
  const merged = first.flatMap((cell) => {
    if (cell.lines.length > 0) return []
    const label = above
      .flat()
      .find(
        ({ row, rowSpan, column, columnSpan }) =>
          column === cell.column && columnSpan === cell.columnSpan && rowSpan > 1 && row + rowSpan === above.length,
      )
    return label ? [{ cell, label }] : []
  })
  const gone = new Set(merged.map(({ cell }) => cell))
  const longer = new Map(merged.map(({ cell, label }) => [label, label.rowSpan + cell.rowSpan]))
  return [
    ...above.map((row) => row.map((cell) => ({ ...cell, rowSpan: longer.get(cell) ?? cell.rowSpan }))),
    ...below.map((row) => row.filter((cell) => !gone.has(cell))),
  ]
}
