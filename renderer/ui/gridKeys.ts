import type { GridPosition } from './gridState.ts'
import { isEditableCell, type MoneyGridColumn, type MoneyGridRow } from './moneyGrid/moneyGridRow.ts'

export interface KeyPress {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

/** What the grid looks like to a key: the rows as shown, foot rows last. */
export interface GridShape {
  rows: readonly MoneyGridRow[]
  columns: readonly MoneyGridColumn[]
  closed: ReadonlySet<string>
  isEditing: boolean
  /** How many rows PgUp and PgDn move by. */
  page: number
}

/** What a key asks of the grid; null leaves the key to the page and the browser. */
export type GridIntent =
  | { kind: 'focus'; at: GridPosition }
  | { kind: 'toggle'; rowId: string }
  /** `typed` is the first character of a new amount; empty when the old one is to be edited. */
  | { kind: 'edit'; at: GridPosition; typed: string }
  | { kind: 'open'; rowId: string }
  | { kind: 'explain'; at: GridPosition }
  | { kind: 'read'; at: GridPosition }

/** The keys of an ARIA treegrid whose cells take the focus. */
export const intentOf = (press: KeyPress, at: GridPosition, shape: GridShape): GridIntent | null => {
  const index = shape.rows.findIndex((row) => row.id === at.rowId)
  const row = shape.rows[index]
  if (!row) return null
  const cell = at.column === 0 ? undefined : row.cells[shape.columns[at.column - 1]?.id ?? '']
  const canEdit = shape.isEditing && isEditableCell(cell)

  if (press.alt) return press.key.toLowerCase() === 'r' && !press.ctrl ? { kind: 'read', at } : null
  if (press.ctrl) return withCtrl(press, at, row, shape)

  switch (press.key) {
    case 'ArrowUp':
    case 'ArrowDown':
    case 'PageUp':
    case 'PageDown': {
      const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -shape.page, PageDown: shape.page }[press.key]
      return press.shift ? null : { kind: 'focus', at: stepRow(at, step, shape) }
    }
    case 'ArrowRight':
      if (press.shift) return null
      if (at.column === 0 && row.isParent && shape.closed.has(row.id)) return { kind: 'toggle', rowId: row.id }
      return { kind: 'focus', at: stepColumn(at, 1, shape) }
    case 'ArrowLeft':
      if (press.shift) return null
      return at.column === 0 ? outwards(index, row, shape) : { kind: 'focus', at: stepColumn(at, -1, shape) }
    case 'Home':
      return { kind: 'focus', at: { ...at, column: 0 } }
    case 'End':
      return { kind: 'focus', at: { ...at, column: shape.columns.length } }
    case 'Enter':
      if (at.column === 0) {
        if (row.isParent) return { kind: 'toggle', rowId: row.id }
        return row.href === undefined ? null : { kind: 'open', rowId: row.id }
      }
      return canEdit ? { kind: 'edit', at, typed: '' } : { kind: 'explain', at }
    case 'F2':
      return canEdit ? { kind: 'edit', at, typed: '' } : null
    default:
      return canEdit && press.key.length === 1 && press.key !== ' ' ? { kind: 'edit', at, typed: press.key } : null
  }
}

/** The cell so many rows away, at most the first or the last. */
export const stepRow = (at: GridPosition, by: number, shape: Pick<GridShape, 'rows'>): GridPosition => {
  const index = shape.rows.findIndex((row) => row.id === at.rowId)
  const row = shape.rows[Math.min(Math.max(index + by, 0), shape.rows.length - 1)]
  return row ? { rowId: row.id, column: at.column } : at
}

/** The cell so many columns away, at most the heading or the last. */
export const stepColumn = (at: GridPosition, by: number, shape: Pick<GridShape, 'columns'>): GridPosition => ({
  rowId: at.rowId,
  column: Math.min(Math.max(at.column + by, 0), shape.columns.length),
})

function withCtrl(press: KeyPress, at: GridPosition, row: MoneyGridRow, shape: GridShape): GridIntent | null {
  const [first, last] = [shape.rows[0], shape.rows.at(-1)]
  if (press.key === 'Home' && first) return { kind: 'focus', at: { rowId: first.id, column: 0 } }
  if (press.key === 'End' && last) return { kind: 'focus', at: { rowId: last.id, column: shape.columns.length } }
  if (press.key === 'Enter' && row.href !== undefined) return { kind: 'open', rowId: row.id }
  return press.key === '[' ? { kind: 'explain', at } : null
}

/** Left on a row heading closes the row; from a row that is closed or a leaf it goes to the parent. */
function outwards(index: number, row: MoneyGridRow, shape: GridShape): GridIntent | null {
  if (row.isParent && !shape.closed.has(row.id)) return { kind: 'toggle', rowId: row.id }
  const parent = shape.rows.slice(0, index).findLast((candidate) => candidate.depth < row.depth)
  return parent ? { kind: 'focus', at: { rowId: parent.id, column: 0 } } : null
}
