import type { Dispatch, ReactNode, RefObject } from 'react'
import { formatInSentence, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import { unitSpoken } from '../../lib/format.ts'
import { editableText } from '../editableText.ts'
import type { CellLookup } from './cellLookup.ts'
import type { CellRange } from './cellRange.ts'
import { EditorField } from './EditorField.tsx'
import { stepColumn, stepRow } from './gridKeys.ts'
import type { GridAction, GridEditor, GridPosition } from './gridState.ts'
import type { MoneyGridChange, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'
import { readTyped } from './readTyped.ts'
import { isNewlyBelowZero } from './writePlan.ts'

interface EditorGiven {
  unit: MoneyUnit
  rows: readonly MoneyGridRow[]
  columns: readonly MoneyGridColumn[]
  lookup: CellLookup
  editor: GridEditor | null
  dispatch: Dispatch<GridAction>
  /** Set where the grid is to take the focus once the editor has closed. */
  wantsFocus: RefObject<boolean>
  /** The row of the cell among those that are drawn, with what is on its way. */
  placeOf: (rowId: string) => number
  askTyped: (amount: Pence, at: CellRange) => void
  onWrite: ((changes: MoneyGridChange[]) => Promise<unknown>) | undefined
}

/** The editor of one cell: what opens it, and what becomes of the text that is typed. */
export const useCellEditor = (given: EditorGiven) => {
  const { unit, rows, columns, lookup, editor, dispatch, wantsFocus, placeOf, askTyped, onWrite } = given
  const { rowOf, columnOf, cellOf, amountOf } = lookup

  const edit = (at: GridPosition, typed: string) => {
    const [amount, column] = [amountOf(at), columnOf(at)]
    if (!column) return
    const text = typed || (amount === undefined ? '' : editableText(amount, unit))
    dispatch({ kind: 'edit', at: { ...at, columnId: column.id }, text, isTypedOver: typed !== '' })
  }

  /** Gives false where what was typed cannot be taken, or is asked about first. */
  const commit = (typed: GridEditor, next: GridPosition): boolean => {
    const column = columnOf(typed)
    if (!column) return false
    const before = amountOf(typed)
    const amount = readTyped(typed.text, column, unit, before)
    if (typeof amount === 'string') {
      dispatch({ kind: 'refuse-typed', message: amount })
      return false
    }
    const isAsked = before !== amount && isNewlyBelowZero(amount, cellOf(typed))
    const changes = before === amount || isAsked ? [] : [{ rowId: typed.rowId, columnId: column.id, amount }]
    if (isAsked) {
      const [row, at] = [placeOf(typed.rowId), typed.column - 1]
      askTyped(amount, { top: row, bottom: row, left: at, right: at })
    }
    dispatch({ kind: 'send', changes, next })
    if (changes.length > 0) void save(typed, changes)
    return !isAsked
  }

  const save = async (typed: GridEditor, changes: MoneyGridChange[]) => {
    try {
      await onWrite?.(changes)
      dispatch({ kind: 'settle', changes })
    } catch (error) {
      dispatch({ kind: 'refuse-saved', at: typed, text: typed.text, message: messageOf(error) })
    }
  }

  const fieldOf = (open: GridEditor) => {
    const column = columnOf(open)
    const meant = column ? readTyped(open.text, column, unit, amountOf(open)) : ''
    return (
      <EditorField
        editor={open}
        label={`${rowOf(open)?.label}, ${column?.label}, ${unitSpoken[unit]}`}
        meant={typeof meant === 'string' ? '' : `= ${formatInSentence(meant)}`}
        onType={(text) => dispatch({ kind: 'type', text })}
        onGiveUp={() => {
          wantsFocus.current = true
          dispatch({ kind: 'give-up' })
        }}
        onLeaveEmpty={() => dispatch({ kind: 'give-up' })}
        onCommit={(direction) => {
          // Left by a click elsewhere, the grid does not pull the focus back.
          wantsFocus.current = direction !== 'stay'
          const here = { rowId: open.rowId, column: open.column }
          const to = {
            down: stepRow(open, 1, { rows }),
            up: stepRow(open, -1, { rows }),
            right: stepColumn(open, 1, { columns }),
            left: stepColumn(open, -1, { columns }),
            here,
            stay: here,
          }[direction]
          return commit(open, to)
        }}
      />
    )
  }

  const field: ReactNode = editor && fieldOf(editor)
  return { edit, field }
}
