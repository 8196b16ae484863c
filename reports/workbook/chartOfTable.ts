import type { TableCell } from '../model/tableCell.ts'
import { wordsOfCell } from '../model/wordsOfCell.ts'
import { letterOf, sheetReference } from './address.ts'
import { numberFormats } from './cellStyle.ts'
import type { CachedCells, NativeChart } from './chartXml.ts'
import type { PlacedTable } from './sheetPlan.ts'

/** A chart of a report over the cells of its table; null where the table has nothing to draw. */
export const chartOfTable = (sheet: string, headerRow: number, placed: PlacedTable): NativeChart | null => {
  const { chart, table, rowNumbers } = placed
  if (chart === null) return null
  const { native, headline } = chart
  const rows = native.rows.flatMap((id) => {
    const number = rowNumbers.get(id)
    const row = table.rows.find((row) => row.id === id)
    return number === undefined || row === undefined ? [] : [{ number, cells: row.cells }]
  })
  const columns = native.series.flatMap((id) => {
    const at = table.columns.findIndex((column) => column.id === id)
    return at === -1 ? [] : [at]
  })
  if (rows.length === 0 || columns.length === 0) return null
  const down = (at: number, read: (cell: TableCell | undefined) => string | number | null): CachedCells => ({
    reference: referenceTo(
      sheet,
      at,
      rows.map(({ number }) => number),
    ),
    values: rows.map(({ cells }) => read(cells[at])),
  })
  const unit = table.columns[columns[0] ?? 0]?.unit ?? placed.unit
  return {
    type: native.type,
    title: headline,
    unit,
    format: numberFormats[unit],
    categories: down(0, categoryOf),
    series: columns.map((at) => ({
      name: { reference: referenceTo(sheet, at, [headerRow]), values: [table.columns[at]?.label ?? ''] },
      values: down(at, (cell) => (cell?.kind === 'amount' ? cell.amount / 100 : null)),
    })),
  }
}

/** Rows that follow each other as one range. */
const referenceTo = (sheet: string, column: number, rows: readonly number[]): string => {
  const letter = letterOf(column + 1)
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && row === last[1] + 1) last[1] = row
    else runs.push([row, row])
  }
  const ranges = runs.map(([first, last]) => {
    const from = `${sheetReference(sheet)}!$${letter}$${first}`
    return first === last ? from : `${from}:$${letter}$${last}`
  })
  return ranges.length === 1 ? (ranges[0] ?? '') : `(${ranges.join(',')})`
}

/** Days stand in a sheet as the number of days since the end of 1899. */
const categoryOf = (cell: TableCell | undefined): string | number | null => {
  if (cell === undefined) return null
  switch (cell.kind) {
    case 'blank':
      return null
    case 'day':
      return (Date.parse(`${cell.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
    case 'count':
      return cell.count
    case 'amount':
      return cell.amount / 100
    case 'percent':
      return cell.basisPoints / 10_000
    default:
      return wordsOfCell(cell)
  }
}
