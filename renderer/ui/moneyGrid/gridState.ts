import type { Pence } from '../../../domain/money.ts'
import type { MoneyGridChange } from './moneyGridRow.ts'

/** Where the focus is: a row by its id, a column by its place; column 0 holds the row headings. */
export interface GridPosition {
  rowId: string
  column: number
}

/** Whether two places are one; none is no place. */
export const isSamePosition = (one: GridPosition, other: GridPosition | null): boolean =>
  one.rowId === other?.rowId && one.column === other.column

/** Several cells: the corner they were chosen from, and the one that moves. */
export interface GridRange {
  anchor: GridPosition
  corner: GridPosition
}

export interface GridEditor extends GridPosition {
  columnId: string
  text: string
  /** Opened by typing over the cell, so the caret follows what was typed; otherwise the old amount is selected. */
  isTypedOver: boolean
  /** Why the text was not taken; null while there is nothing to say. */
  message: string | null
}

/** What was typed and not taken, kept until it is put right. */
export interface Refusal {
  text: string
  message: string
}

export interface GridState {
  active: GridPosition | null
  /** Null while one cell alone is chosen. */
  range: GridRange | null
  closed: ReadonlySet<string>
  editor: GridEditor | null
  /** Amounts on their way to the ledger, by cell. */
  pending: ReadonlyMap<string, Pence>
  refused: ReadonlyMap<string, Refusal>
}

export type GridAction =
  | { kind: 'focus'; at: GridPosition }
  | { kind: 'select'; at: GridPosition; range: GridRange }
  | { kind: 'toggle'; rowId: string }
  | { kind: 'edit'; at: GridPosition & { columnId: string }; text: string; isTypedOver: boolean }
  | { kind: 'type'; text: string }
  | { kind: 'give-up' }
  | { kind: 'refuse-typed'; message: string }
  /** From the editor the focus goes on to `next`; of several cells at once the selection stays. */
  | { kind: 'send'; changes: readonly MoneyGridChange[]; next: GridPosition | null }
  | { kind: 'settle'; changes: readonly MoneyGridChange[] }
  | { kind: 'refuse-saved'; at: GridPosition & { columnId: string }; text: string; message: string }
  /** Other columns: a place counts for nothing among them. */
  | { kind: 'reset' }

export const cellKey = (at: { rowId: string; columnId: string }): string => `${at.rowId} ${at.columnId}`

export const startGrid = (closed: Iterable<string> = []): GridState => ({
  active: null,
  range: null,
  closed: new Set(closed),
  editor: null,
  pending: new Map(),
  refused: new Map(),
})

export const gridReducer = (state: GridState, action: GridAction): GridState => {
  switch (action.kind) {
    case 'focus':
      return { ...withoutEditor(state), active: action.at, range: null }
    case 'select': {
      const { anchor, corner } = action.range
      const isOneCell = anchor.rowId === corner.rowId && anchor.column === corner.column
      return { ...withoutEditor(state), active: action.at, range: isOneCell ? null : action.range }
    }
    case 'toggle': {
      const closed = new Set(state.closed)
      if (!closed.delete(action.rowId)) closed.add(action.rowId)
      return { ...state, closed, range: null }
    }
    case 'edit': {
      const { at } = action
      // What was refused here comes back into the editor, so that nothing typed is lost.
      const kept = state.refused.get(cellKey(at))
      const { text, isTypedOver } = kept && !action.isTypedOver ? { text: kept.text, isTypedOver: true } : action
      const editor = { ...at, text, isTypedOver, message: kept?.message ?? null }
      return { ...state, active: { rowId: at.rowId, column: at.column }, range: null, editor }
    }
    case 'type':
      return state.editor ? { ...state, editor: { ...state.editor, text: action.text, message: null } } : state
    case 'give-up':
      return state.editor ? { ...state, editor: null, refused: without(state.refused, state.editor) } : state
    case 'refuse-typed':
      return state.editor ? { ...state, editor: { ...state.editor, message: action.message } } : state
    case 'send': {
      const pending = new Map(state.pending)
      for (const change of action.changes) pending.set(cellKey(change), change.amount)
      if (!state.editor) return { ...state, pending }
      const refused = without(state.refused, state.editor)
      return { ...state, active: action.next ?? state.active, range: null, editor: null, pending, refused }
    }
    case 'settle':
      return { ...state, pending: withoutAll(state.pending, action.changes) }
    case 'refuse-saved': {
      const { at, text, message } = action
      const refused = new Map(state.refused).set(cellKey(at), { text, message })
      const pending = withoutAll(state.pending, [at])
      // Whoever is typing in another cell already is not pulled away from it.
      if (state.editor) return { ...state, pending, refused }
      const editor = { ...at, text, isTypedOver: true, message }
      return { ...state, pending, refused, active: { rowId: at.rowId, column: at.column }, range: null, editor }
    }
    case 'reset':
      return { ...withoutEditor(state), active: null, range: null }
  }
}

/** Closes the editor; a text in it that could not be read waits at its cell. */
function withoutEditor(state: GridState): GridState {
  const { editor } = state
  if (!editor) return state
  if (editor.message === null) return { ...state, editor: null }
  const refused = new Map(state.refused).set(cellKey(editor), { text: editor.text, message: editor.message })
  return { ...state, editor: null, refused }
}

function without<Value>(map: ReadonlyMap<string, Value>, at: { rowId: string; columnId: string }) {
  return withoutAll(map, [at])
}

function withoutAll<Value>(
  map: ReadonlyMap<string, Value>,
  cells: readonly { rowId: string; columnId: string }[],
): ReadonlyMap<string, Value> {
  const next = new Map(map)
  for (const cell of cells) next.delete(cellKey(cell))
  return next.size === map.size ? map : next
}
