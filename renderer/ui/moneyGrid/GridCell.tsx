import { memo, type ReactNode } from 'react'
import type { MoneyUnit, Pence } from '../../../domain/money.ts'
import { CellContent } from './CellContent.tsx'
import type { Refusal } from './gridState.ts'
import { isEditableCell, type MoneyGridCell, type MoneyGridColumn } from './moneyGridRow.ts'

interface GridCellProps {
  cell: MoneyGridCell | undefined
  align: MoneyGridColumn['align']
  row: number
  column: number
  unit: MoneyUnit
  pence: boolean
  isEditing: boolean
  isActive: boolean
  /** The sides on which the chosen cells end; undefined while the cell is not one of them. */
  edges: string | undefined
  pending: Pence | undefined
  refusal: Refusal | undefined
  editor: ReactNode
}

/** One cell, drawn again only when something of its own has changed. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { cell, isEditing, isActive, edges, refusal, editor } = props
  const isEditable = isEditing && isEditableCell(cell)
  return (
    <td
      aria-colindex={props.column + 1}
      {...(isEditing ? { 'aria-readonly': !isEditable } : {})}
      {...(refusal ? { 'aria-invalid': true } : {})}
      {...(edges === undefined ? {} : { 'aria-selected': true, 'data-selected': edges })}
      data-row={props.row}
      data-column={props.column}
      data-align={props.align}
      data-active={isActive || undefined}
      data-editable={isEditable || undefined}
      data-explained={(cell && 'figure' in cell && cell.figure !== undefined) || undefined}
      tabIndex={isActive ? 0 : -1}
    >
      {editor ?? (
        <CellContent cell={cell} unit={props.unit} pence={props.pence} pending={props.pending} refusal={refusal} />
      )}
    </td>
  )
})
