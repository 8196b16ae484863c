import { cellAt, type ExtractRow } from '../../../domain/spend/extractRow.ts'
import { type Mapping, SpendField } from '../../../domain/spend/mapping.ts'

const LONGEST_HEADING = 200

/** The mapping with its headings in another row; the columns stay as they are. */
export const withHeaderRow = (mapping: Mapping, rows: readonly ExtractRow[], headerRow: number): Mapping => {
  const row = rows.find((each) => each.row === headerRow)
  const headings = row ? row.cells.map((_, at) => cellAt(row, at).text.trim().slice(0, LONGEST_HEADING)) : []
  return { ...mapping, headerRow, headings }
}

/** Whether two mappings read the same columns for the same; what they know of cost codes may differ. */
export const areSameColumns = (one: Mapping, other: Mapping): boolean =>
  one.kind === other.kind && JSON.stringify(columnsOf(one)) === JSON.stringify(columnsOf(other))

/** In one order, whatever order they were written in. */
const columnsOf = ({ columns, headings }: Mapping) =>
  SpendField.options.map((field) => [columns[field]].flat().map((at) => (at === null ? null : (headings[at] ?? at))))

/** Whether a mapping that was kept places every cost code as another does. */
export const knowsCodes = (kept: Mapping, other: Mapping): boolean =>
  Object.entries(other.codes).every(([code, { schemeId }]) => kept.codes[code]?.schemeId === schemeId)
