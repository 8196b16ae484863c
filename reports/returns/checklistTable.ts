import { isNeeded, type ReturnGap, type ReturnLine } from '../../domain/returns/completeness.ts'
import type { ReturnField } from '../../domain/returns/returnTemplate.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** What the template asks for, field by field, and whether it is complete: the checker of a national return. */
export const checklistTable = (
  fields: readonly ReturnField[],
  lines: readonly ReturnLine[],
  gaps: readonly ReturnGap[],
): TablePart =>
  tablePart({
    id: 'checklist',
    name: 'Checklist',
    caption: 'Checklist: what has to be filled, and whether it is',
    columns: [
      tableColumn({
        id: 'field',
        kind: 'text',
        label: 'What is asked',
        meaning: 'Heading of the column',
        source: 'Template',
      }),
      tableColumn({
        id: 'needed',
        kind: 'count',
        label: 'Cells to fill',
        meaning: 'Lines that have to fill it',
        source: 'Template',
      }),
      tableColumn({
        id: 'gaps',
        kind: 'count',
        label: 'Not right',
        meaning: 'Missing or not allowed',
        source: 'Checks',
      }),
      tableColumn({
        id: 'checker',
        kind: 'text',
        label: 'Checker',
        meaning: 'Yes where every cell is right',
        source: 'Checks',
      }),
    ],
    rows: fields
      .filter(({ needed }) => needed !== 'never')
      .map((field) => {
        const wrong = gaps.filter((gap) => gap.field.id === field.id).length
        return tableRow(`checklist/${field.id}`, [
          textCell(field.heading),
          { kind: 'count', count: lines.filter((line) => isNeeded(field, line)).length },
          { kind: 'count', count: wrong },
          textCell(wrong === 0 ? 'Yes' : 'No'),
        ])
      }),
  })
