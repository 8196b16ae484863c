import type { ReturnLine, ReturnValue } from '../../domain/returns/completeness.ts'
import type { ReturnField } from '../../domain/returns/returnTemplate.ts'
import { amountCell } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'

/** The lines of a return under the headings of its template, yellow where they are filled in, with their total. Pounds. */
export const returnTable = (
  { id, name, caption, notes = [] }: Pick<TablePart, 'id' | 'name' | 'caption'> & { notes?: string[] },
  fields: readonly ReturnField[],
  lines: readonly ReturnLine[],
): TablePart => {
  const columns = fields.map(columnOf)
  const rows = lines.map((line) =>
    tableRow(
      rowIdOf(id, line),
      fields.map((field) => cellOf(line.values[field.id] ?? null)),
    ),
  )
  return tablePart({
    id,
    name,
    caption,
    unit: '£',
    columns,
    rows: withTotal(rows, columns, { id: `${id}/total` }),
    notes,
  })
}

/** The row of a line in the table of a return. */
export const rowIdOf = (tableId: string, line: ReturnLine): string => `${tableId}/${line.id}`

const columnOf = (field: ReturnField): TableColumn =>
  tableColumn({
    id: field.id,
    kind: field.id === 'description' || field.id === 'issues' ? 'wide-text' : field.kind,
    label: field.heading,
    meaning: field.meaning,
    source: field.source,
    ...(field.colour === 'yellow' && {
      input: { limits: field.limits === null ? null : [...field.limits], words: [...field.words] },
    }),
  })

/** A cell of a return that nobody has filled stays empty, as its template has it. */
const cellOf = (value: ReturnValue): TableCell => {
  if (value === null) return { kind: 'blank' }
  if (value.kind === 'text') return textCell(value.text)
  return value.kind === 'amount' ? amountCell(value.amount) : value
}
