import { type RefObject, useEffect } from 'react'
import type { GridPosition } from './gridState.ts'
import { isEditableCell, type MoneyGridColumn, type MoneyGridRow } from './moneyGridRow.ts'

interface FocusOnEdit {
  frame: HTMLElement | null
  isEditing: boolean
  /** Set where editing was begun by key, and cleared once the focus has followed. */
  asked: RefObject<boolean> | undefined
  rows: readonly MoneyGridRow[]
  columns: readonly MoneyGridColumn[]
  focus: (at: GridPosition) => void
}

/** Takes the focus to the first cell that can be edited when editing is begun by key; in the grid already, it stays where it is. */
export const useFocusOnEdit = ({ frame, isEditing, asked, rows, columns, focus }: FocusOnEdit): void => {
  // After every drawing: what can be edited may still have to be read, and until then there is no such cell.
  useEffect(() => {
    if (!isEditing || !asked?.current) return
    const isHere = frame?.contains(document.activeElement) === true
    const first = isHere ? undefined : firstEditable(rows, columns)
    asked.current = !isHere && first === undefined
    if (first) focus(first)
  })
}

const firstEditable = (
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): GridPosition | undefined => {
  for (const row of rows) {
    const index = columns.findIndex(({ id }) => isEditableCell(row.cells[id]))
    if (index >= 0) return { rowId: row.id, column: index + 1 }
  }
  return undefined
}
