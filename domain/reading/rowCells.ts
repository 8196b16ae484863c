import { amountsInCell } from './amountsInCell.ts'
import { type FoundLabel, labelsIn } from './labels.ts'
import type { ReadCell } from './readDocument.ts'
import type { ReadAmount, ReadLabel, ReadPlace, ReadRow, ReadTableCell } from './reportReading.ts'
import type { RowGroup } from './rowGroups.ts'
import { isBlank } from './tableGrid.ts'
import type { HeadColumn } from './tableHeads.ts'
import type { RowOptions, TableSection } from './tableRows.ts'

/** What a cell was taken as. */
export type Taken = Pick<ReadTableCell, 'as' | 'confidence' | 'why'>

export const understood = (as: ReadTableCell['as']): Taken => ({ as, confidence: 'read', why: null })

export const cellsOf = (group: RowGroup, { columns }: HeadColumn): ReadCell[] =>
  columns.flatMap((column) => group.cells[column] ?? [])

/** How many characters the longest line of the labels holds. */
export const widthOf = (sections: TableSection[], columns: HeadColumn[]): number => {
  const labels = columns.filter(({ role }) => role === 'label').flatMap((column) => column.columns)
  return sections
    .flatMap(({ grid }) => grid.cells.filter(({ column, columnSpan }) => columnSpan === 1 && labels.includes(column)))
    .flatMap(({ lines }) => lines)
    .reduce((most, line) => Math.max(most, line.length), 0)
}

export function labelsOf(cells: ReadCell[], block: number, width: number | null, { placing }: RowOptions): ReadLabel[] {
  return cells.flatMap((cell) => {
    const found = labelsIn(cell.lines, width)
    return found.map(({ printed, name, marks, line, start, end, isInferred }: FoundLabel): ReadLabel => {
      const isAll = found.length === 1
      return {
        printed,
        name,
        marks: [...marks, ...cell.footnotes],
        place: placing.ofCell(block, cell, isAll ? {} : { line, start, end }),
        confidence: isInferred ? 'inferred' : 'read',
        why: isInferred ? 'The lines of the cell are divided into labels by how they begin and end.' : null,
      }
    })
  })
}

interface AmountCells {
  column: HeadColumn
  cells: ReadCell[]
}

export const cellAt = (
  { column, cells }: AmountCells,
  block: number,
  group: RowGroup,
  { placing }: RowOptions,
  amounts: ReadAmount[],
): ReadRow['cells'][number] => {
  const [first] = cells
  const at = first ?? { row: group.rows[0] ?? 0, column: column.column, page: null }
  return { column: column.column, place: placing.ofCell(block, at), amounts }
}

export function readAmounts(
  each: AmountCells,
  block: number,
  group: RowGroup,
  options: RowOptions,
  isOfOneLabel: boolean,
) {
  const taken = new Map<ReadCell, Taken>()
  const unit = options.unitOf(each.column)
  const amounts = each.cells.flatMap((cell) => {
    const doubt = options.doubtOf(block, cell)
    const found = cell.lines.flatMap((text, line) =>
      amountsInCell(text, unit, isOfOneLabel).map(({ start, end, ...amount }) => {
        const within: Partial<ReadPlace> = { line, start, end }
        return {
          ...amount,
          ...(doubt === null || amount.confidence === 'not-understood'
            ? {}
            : { confidence: 'inferred' as const, why: doubt }),
          marks: [...amount.marks, ...cell.footnotes],
          place: options.placing.ofCell(block, cell, within),
        }
      }),
    )
    if (!isBlank(cell)) taken.set(cell, takenAmount(found))
    return found
  })
  return { cell: cellAt(each, block, group, options, amounts), taken }
}

const takenAmount = (found: ReadAmount[]): Taken => {
  const worst =
    found.find((each) => each.confidence === 'not-understood') ?? found.find((each) => each.confidence === 'inferred')
  return worst ? { as: 'amount', confidence: worst.confidence, why: worst.why } : understood('amount')
}
