import type { StartYear } from '../../../domain/financialYear.ts'
import type { PastedCell } from '../../ui/moneyGrid/readClipboard.ts'

/** What a paste puts into the years from one of them on, as it reads; or why it cannot. */
export type PastedFigures = { texts: Record<number, string> } | { message: string }

/**
 * A row or a column of a spreadsheet, laid over the years from the one that it was pasted at. Null for a single cell, which
 * any field takes by itself. Nothing is saved by it.
 */
export const pasteFigures = (
  cells: readonly (readonly PastedCell[])[],
  years: readonly StartYear[],
  from: StartYear,
): PastedFigures | null => {
  const isRow = cells.length === 1
  if (cells.length === 0 || (isRow && cells[0]?.length === 1)) return null
  if (!isRow && cells.some((row) => row.length > 1)) {
    return { message: 'Copy one row or one column of figures' }
  }
  const values = cells.flat().map(({ text }) => text.trim())
  const into = years.slice(years.indexOf(from))
  if (values.slice(into.length).some((text) => text !== '')) {
    return { message: `${values.length} figures were copied, and ${into.length} years follow. Copy fewer figures` }
  }
  return {
    texts: Object.fromEntries(into.flatMap((year, at) => (at < values.length ? [[year, values[at] ?? '']] : []))),
  }
}
