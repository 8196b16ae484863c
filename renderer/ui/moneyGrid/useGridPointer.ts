import { type Dispatch, type FocusEvent, type MouseEvent, type RefObject, useRef } from 'react'
import { positionOf } from './gridElements.ts'
import { type GridAction, type GridPosition, type GridState, isSamePosition } from './gridState.ts'
import type { MoneyGridRow } from './moneyGridRow.ts'

interface PointerGiven {
  shown: readonly MoneyGridRow[]
  state: Pick<GridState, 'editor' | 'range'>
  active: GridPosition | null
  dispatch: Dispatch<GridAction>
  wantsFocus: RefObject<boolean>
  isEditableAt: (at: GridPosition) => boolean
  focus: (at: GridPosition) => void
  edit: (at: GridPosition) => void
  explain: (at: GridPosition) => void
}

/** What a mouse, or a focus that somebody else has moved, does to the grid: choose, drag, open and explain. */
export const useGridPointer = (given: PointerGiven) => {
  const { shown, state, active, dispatch, wantsFocus, isEditableAt, focus, edit, explain } = given
  const dragFrom = useRef<GridPosition | null>(null)

  const choose = (anchor: GridPosition, corner: GridPosition) => {
    wantsFocus.current = true
    dispatch({ kind: 'select', at: anchor, range: { anchor, corner } })
  }
  const isInEditor = (at: GridPosition) => state.editor !== null && isSamePosition(at, state.editor)

  return {
    // A screen reader, or Explain giving the focus back, may put it on any cell.
    onFocus: (event: FocusEvent) => {
      const at = positionOf(event.target, shown)
      if (at && !isSamePosition(at, active) && !state.editor) dispatch({ kind: 'focus', at })
    },
    onMouseDown: (event: MouseEvent) => {
      const at = positionOf(event.target, shown)
      if (!at || event.button !== 0 || isInEditor(at)) return
      dragFrom.current = at
      window.addEventListener('mouseup', () => (dragFrom.current = null), { once: true })
      if (!event.shiftKey || !active || state.editor) return
      // The browser would move the focus to the far end of what is chosen.
      event.preventDefault()
      dragFrom.current = state.range?.anchor ?? active
      choose(dragFrom.current, at)
    },
    onMouseOver: (event: MouseEvent) => {
      const at = dragFrom.current && positionOf(event.target, shown)
      if (at && dragFrom.current && !isSamePosition(at, state.range?.corner ?? active)) choose(dragFrom.current, at)
    },
    onClick: (event: MouseEvent) => {
      const at = positionOf(event.target, shown)
      if (!at || event.shiftKey || isInEditor(at)) return
      focus(at)
      if (!isEditableAt(at)) explain(at)
    },
    onDoubleClick: (event: MouseEvent) => {
      const at = positionOf(event.target, shown)
      if (at && isEditableAt(at)) edit(at)
    },
  }
}
