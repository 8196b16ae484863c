import type { ReturnGap, ReturnLine } from '../../domain/returns/completeness.ts'
import type { ReturnField } from '../../domain/returns/returnTemplate.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { rowIdOf } from './returnTable.ts'

const whyWords: Record<ReturnGap['why'], string> = {
  missing: 'Missing',
  'not-in-list': 'Not one of the words that the template offers',
  'outside-limits': 'Outside the limits of the template',
}

/** Every cell of a return that is not right, with where it stands: in a workbook a link to it. */
export const gapsTable = (
  tableId: string,
  fields: readonly ReturnField[],
  lines: readonly ReturnLine[],
  gaps: readonly ReturnGap[],
): TablePart =>
  tablePart({
    id: 'gaps',
    name: 'Cells to complete',
    caption: 'Cells that are not right yet',
    columns: [
      tableColumn({ id: 'cell', kind: 'text', label: 'Cell', meaning: 'Where it stands in the feed', source: 'Feed' }),
      tableColumn({ id: 'line', kind: 'text', label: 'Line', meaning: 'Which line it belongs to', source: 'Feed' }),
      tableColumn({
        id: 'field',
        kind: 'text',
        label: 'What is asked',
        meaning: 'Heading of its column',
        source: 'Template',
      }),
      tableColumn({ id: 'why', kind: 'text', label: 'Why', meaning: 'What is not right', source: 'Checks' }),
    ],
    rows: gaps.map(({ line, field, why }) => ({
      ...tableRow(`gap/${line.id}/${field.id}`, [
        textCell(`${letterOf(fields.indexOf(field))}, line ${lines.indexOf(line) + 1}`),
        textCell(line.name),
        textCell(field.heading),
        textCell(whyWords[why]),
      ]),
      refersTo: { row: rowIdOf(tableId, line), column: field.id, shownIn: 'cell' },
    })),
  })

/** The column's letter in the feed. */
const letterOf = (index: number): string => String.fromCharCode(65 + index)
