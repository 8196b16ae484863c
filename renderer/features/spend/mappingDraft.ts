import { cellAt, type ExtractRow } from '../../../domain/spend/extractRow.ts'
import type { Mapping } from '../../../domain/spend/mapping.ts'

const LONGEST_HEADING = 200

/** The mapping with its headings in another row; the columns stay as they are. */
export const withHeaderRow = (mapping: Mapping, rows: readonly ExtractRow[], headerRow: number): Mapping => {
  const row = rows.find((each) => each.row === headerRow)
  const headings = row ? row.cells.map((_, at) => cellAt(row, at).text.trim().slice(0, LONGEST_HEADING)) : []
  return { ...mapping, headerRow, headings }
}
