import type { ReturnGap, ReturnLine } from '../../domain/returns/completeness.ts'
import { returnGaps } from '../../domain/returns/completeness.ts'
import type { ReturnField } from '../../domain/returns/returnTemplate.ts'
import { countInWords } from '../document/listInWords.ts'
import { headingPart, paragraphPart } from '../document/parts.ts'
import type { Part } from '../model/reportModel.ts'
import type { TablePart } from '../model/tablePart.ts'
import { checklistTable } from './checklistTable.ts'
import { gapsTable } from './gapsTable.ts'
import { returnTable } from './returnTable.ts'

interface ReturnGiven {
  table: Pick<TablePart, 'id' | 'name' | 'caption'> & { notes?: string[] }
  fields: readonly ReturnField[]
  lines: readonly ReturnLine[]
}

/** The feed of a return, its checklist, and the cells that are not right. */
export const returnParts = ({ table, fields, lines }: ReturnGiven): { parts: Part[]; gaps: ReturnGap[] } => {
  const gaps = returnGaps(fields, lines)
  return {
    gaps,
    parts: [
      paragraphPart(
        'state',
        lines.length === 0
          ? 'Incomplete: no line has any money in these years.'
          : gaps.length === 0
            ? `Complete: ${countInWords(lines.length, 'line')}, and every cell that has to be filled is.`
            : `Incomplete: ${countInWords(gaps.length, 'cell')} of ${countInWords(lines.length, 'line')} ${gaps.length === 1 ? 'is' : 'are'} missing or not allowed. The checklist says which.`,
      ),
      headingPart('feed-heading', 1, 'The feed', '1'),
      returnTable(table, fields, lines),
      headingPart('checklist-heading', 1, 'Checklist', '2'),
      checklistTable(fields, lines, gaps),
      ...(gaps.length === 0
        ? []
        : [headingPart('gaps-heading', 1, 'Cells to complete', '3'), gapsTable(table.id, fields, lines, gaps)]),
    ],
  }
}
