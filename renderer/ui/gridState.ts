import type { Pence } from '../../domain/money.ts'
import type { MoneyGridRow } from './moneyGrid/moneyGridRow.ts'

/** Where the focus is: a row by its id, a column by its place; column 0 holds the row headings. */
export interface GridPosition {
  rowId: string
  column: number
}

export interface GridEditor extends GridPosition {
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
  closed: ReadonlySet<string>
  editor: GridEditor | null
  /** Amounts on their way to the ledger, by cell. */
  pending: ReadonlyMap<string, Pence>
  refused: ReadonlyMap<string, Refusal>
}

export type GridAction =
  | { kind: 'focus'; at: GridPosition }
  | { kind: 'toggle'; rowId: string }
  | { kind: 'edit'; at: GridPosition; text: string; isTypedOver: boolean }
  | { kind: 'type'; text: string }
  | { kind: 'give-up' }
  | { kind: 'send'; amount: Pence; next: GridPosition }
  | { kind: 'refuse-typed'; message: string }
  | { kind: 'saved'; at: GridPosition }
  | { kind: 'refuse-saved'; at: GridPosition; text: string; message: string }

export const cellKey = (at: GridPosition): string => `${at.rowId} ${at.column}`

export const startGrid = (closed: Iterable<string> = []): GridState => ({
  active: null,
  closed: new Set(closed),
  editor: null,
  pending: new Map(),
  refused: new Map(),
})

export const gridReducer = (state: GridState, action: GridAction): GridState => {
  switch (action.kind) {
    case 'focus':
      return { ...state, active: action.at, editor: null }
    case 'toggle': {
      const closed = new Set(state.closed)
      if (!closed.delete(action.rowId)) closed.add(action.rowId)
      return { ...state, closed }
    }
    case 'edit': {
      // What was refused here comes back into the editor, so that nothing typed is lost.
      const kept = state.refused.get(cellKey(action.at))
      const { text, isTypedOver } = kept && !action.isTypedOver ? { text: kept.text, isTypedOver: true } : action
      return {
        ...state,
        active: action.at,
        editor: { ...action.at, text, isTypedOver, message: kept?.message ?? null },
      }
    }
    case 'type':
      return state.editor ? { ...state, editor: { ...state.editor, text: action.text, message: null } } : state
    case 'give-up':
      return state.editor ? { ...state, editor: null, refused: without(state.refused, cellKey(state.editor)) } : state
    case 'send': {
      if (!state.editor) return state
      const key = cellKey(state.editor)
      const pending = new Map(state.pending).set(key, action.amount)
      return { ...state, active: action.next, editor: null, pending, refused: without(state.refused, key) }
    }
    case 'refuse-typed':
      return state.editor ? { ...state, editor: { ...state.editor, message: action.message } } : state
    case 'saved':
      return { ...state, pending: without(state.pending, cellKey(action.at)) }
    case 'refuse-saved': {
      const key = cellKey(action.at)
      const refused = new Map(state.refused).set(key, { text: action.text, message: action.message })
      const pending = without(state.pending, key)
      // Whoever is typing in another cell already is not pulled away from it.
      if (state.editor) return { ...state, pending, refused }
      const editor = { ...action.at, text: action.text, isTypedOver: true, message: action.message }
      return { ...state, pending, refused, active: action.at, editor }
    }
  }
}

/** The rows that no closed parent hides. */
export const shownRows = (rows: readonly MoneyGridRow[], closed: ReadonlySet<string>): MoneyGridRow[] => {
  const shown: MoneyGridRow[] = []
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue
    shown.push(row)
    hiddenBelow = row.isParent && closed.has(row.id) ? row.depth : Number.POSITIVE_INFINITY
  }
  return shown
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map
  const next = new Map(map)
  next.delete(key)
  return next
}
