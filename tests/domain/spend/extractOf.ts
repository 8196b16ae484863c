import type { ExtractCell, ExtractRow } from '../../../domain/spend/extractRow.ts'
import { BLANK_CELL } from '../../../domain/spend/extractRow.ts'

/** A cell as a file gives it: a text, a number, or blank. */
export const cellOf = (value: string | number | null): ExtractCell => {
  if (value === null || value === '') return BLANK_CELL
  return { text: String(value), value, kind: typeof value === 'number' ? 'number' : 'text', isFormula: false }
}

/** Rows of a file from its first one on. */
export const extractOf = (...rows: (string | number | null)[][]): ExtractRow[] =>
  rows.map((cells, at) => ({ row: at + 1, isHidden: false, cells: cells.map(cellOf) }))
