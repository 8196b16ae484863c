import { fail } from '../../../../../domain/errors.ts'
import type { ReadCell, ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { createCollector } from './collector.ts'
import { withoutEmptyColumns } from './grid.ts'
import { limits } from './limits.ts'
import { linesOf } from './lines.ts'
import type { OfficePackage } from './officePackage.ts'
import { splitNumber } from './printedNumber.ts'
import { readSheet, type Sheet } from './xlsx/sheet.ts'
import { readWorkbookParts } from './xlsx/workbookParts.ts'

/** Reads a workbook: what each visible sheet shows, words by themselves as paragraphs and the rest as tables. */
export const readXlsx = (opened: OfficePackage): ReadDocument => {
  const collector = createCollector('xlsx')
  const parts = readWorkbookParts(opened)
  for (const { name, part, isHidden } of parts.sheets) {
    if (isHidden) {
      collector.remark('hidden')
      continue
    }
    const sheet = readSheet(opened.read(part), parts, collector.countCells)
    collector.remark('formula-results', sheet.formulas)
    collector.remark('hidden', sheet.hiddenRows.size + sheet.hiddenColumns.size)
    for (const area of areasOf(sheet)) {
      const place = { sheet: name }
      if (area.length > 1 || area.some((row) => row.length > 1)) {
        collector.table(tableOf(sheet, area), place)
        continue
      }
      const text = linesOf(area[0]?.[0]?.text ?? '').join('\n')
      collector.paragraph({ ...splitNumber(text), place })
    }
  }
  return collector.finish(null, null)
}

interface Shown {
  row: number
  column: number
  text: string
}

/** The rows of a sheet in groups between empty rows; a row of words alone in its first column is a group of its own. */
const areasOf = ({ cells, merged, hiddenRows }: Sheet): Shown[][][] => {
  const rows = [...cells]
    .sort(([one], [other]) => one - other)
    .map(([row, shown]) =>
      [...shown].sort(([one], [other]) => one - other).map(([column, text]) => ({ row, column, text })),
    )
  const follows = (above: number, row: number) => {
    let next = above + 1
    while (hiddenRows.has(next)) next += 1
    return row === next
  }
  const isCoveredTogether = (above: number, row: number) =>
    merged.some((area) => area.row <= above && area.row + area.rowSpan > row)
  const areas: Shown[][][] = []
  for (const row of rows) {
    const area = areas.at(-1)
    const above = area?.at(-1)?.[0]?.row
    const here = row[0]?.row ?? 0
    if (area && above !== undefined && (follows(above, here) || isCoveredTogether(above, here))) area.push(row)
    else areas.push([row])
  }
  return areas.flatMap(splitWords)
}

/** Titles and notes above and below a table have no empty row between them and it. */
const splitWords = (area: Shown[][]): Shown[][][] => {
  const isWords = (row: Shown[]) => row.length === 1
  const first = area.findIndex((row) => !isWords(row))
  if (first === -1) return area.map((row) => [row])
  const last = area.findLastIndex((row) => !isWords(row))
  return [
    ...area.slice(0, first).map((row) => [row]),
    area.slice(first, last + 1),
    ...area.slice(last + 1).map((row) => [row]),
  ]
}

const tableOf = ({ merged, hiddenRows, hiddenColumns }: Sheet, area: Shown[][]): ReadCell[][] => {
  const top = area[0]?.[0]?.row ?? 0
  const bottom = area.at(-1)?.[0]?.row ?? top
  const left = Math.min(...area.map((row) => row[0]?.column ?? 0))
  const right = Math.max(...area.map((row) => row.at(-1)?.column ?? 0))
  refuseTooWide(bottom - top + 1, right - left + 1)
  const rowsSeen = range(top, bottom).filter((row) => !hiddenRows.has(row))
  const columnsSeen = range(left, right).filter((column) => !hiddenColumns.has(column))
  const shown = new Map(area.flat().map((cell) => [placeOf(cell.row, cell.column), cell.text]))
  // A merged area shows in its first row and column that is seen.
  const spans = new Map<string, { rowSpan: number; columnSpan: number }>()
  const covered = new Set<string>()
  let coveredCount = 0
  for (const each of merged) {
    const rows = rowsSeen.filter((row) => row >= each.row && row < each.row + each.rowSpan)
    const columns = columnsSeen.filter((column) => column >= each.column && column < each.column + each.columnSpan)
    const [row, column] = [rows[0], columns[0]]
    if (row === undefined || column === undefined) continue
    coveredCount += rows.length * columns.length
    refuseTooWide(coveredCount, 1)
    spans.set(placeOf(row, column), { rowSpan: rows.length, columnSpan: columns.length })
    for (const below of rows) for (const beside of columns) covered.add(placeOf(below, beside))
    covered.delete(placeOf(row, column))
  }
  const rows = rowsSeen.map((row, rowAt) =>
    columnsSeen.flatMap((column, columnAt) => {
      const place = placeOf(row, column)
      if (covered.has(place)) return []
      const { rowSpan, columnSpan } = spans.get(place) ?? { rowSpan: 1, columnSpan: 1 }
      const lines = linesOf(shown.get(place) ?? '')
      const at = { row: rowAt, column: columnAt, rowSpan, columnSpan }
      return [{ ...at, lines, isHeader: false, footnotes: [], page: null, box: null }]
    }),
  )
  return withoutEmptyColumns(rows)
}

const placeOf = (row: number, column: number): string => `${row} ${column}`

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** Two cells far from each other make a table of all that lies between them. */
const refuseTooWide = (rows: number, columns: number): void => {
  if (rows * columns > limits.cells) fail('document-too-large', { what: 'cells', limit: limits.cells })
}
