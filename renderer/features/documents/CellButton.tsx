import type { ReactNode } from 'react'
import classes from './Documents.module.css'
import { onCellKey } from './onCellKey.ts'

interface CellButtonProps {
  isMarked: boolean
  /** One cell of a table is reached by Tab; the arrow keys go on from there. */
  isTabStop: boolean
  onFocus: () => void
  onChoose: () => void
  children: ReactNode
}

/** A cell that can be chosen fills its cell, so that all of it can be pressed. */
export function CellButton({ isMarked, isTabStop, onFocus, onChoose, children }: CellButtonProps) {
  return (
    <button
      type="button"
      className={classes.cellButton}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isMarked}
      onFocus={onFocus}
      onClick={onChoose}
      onKeyDown={onCellKey}
    >
      {children}
    </button>
  )
}
