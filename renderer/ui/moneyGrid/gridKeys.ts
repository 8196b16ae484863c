import type { GridPosition, GridRange } from './gridState.ts'
import { isEditableCell, type MoneyGridColumn, type MoneyGridRow } from './moneyGridRow.ts'

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
  range: GridRange | null
  isEditing: boolean
  /** How many rows PgUp and PgDn move by. */
  page: number
}

/** What a key asks of the grid; null leaves the key to the page and the browser. */
export type GridIntent =
  | { kind: 'focus'; at: GridPosition }
  | { kind: 'select'; range: GridRange }
  | { kind: 'toggle'; rowId: string }
  /** `typed` is the first character of a new amount; empty when the old one is to be edited. */
  | { kind: 'edit'; at: GridPosition; typed: string }
  | { kind: 'clear' }
  | { kind: 'fill'; direction: 'right' | 'down' }
  | { kind: 'open'; rowId: string }
  | { kind: 'explain'; at: GridPosition }
  | { kind: 'read'; at: GridPosition }

/** The keys of an ARIA treegrid whose cells take the focus, and those of a spreadsheet. */
export const intentOf = (press: KeyPress, at: GridPosition, shape: GridShape): GridIntent | null => {
  const row = shape.rows.find((candidate) => candidate.id === at.rowId)
  if (!row) return null
  if (press.alt) return press.key.toLowerCase() === 'r' && !press.ctrl ? { kind: 'read', at } : null

  const from = press.shift ? (shape.range?.corner ?? at) : at
  const to = destinationOf(press, from, shape)
  if (press.shift && to) return { kind: 'select', range: { anchor: shape.range?.anchor ?? at, corner: to } }
  if (press.ctrl) return to ? { kind: 'focus', at: to } : withCtrl(press, at, row, shape)
  if (at.column === 0 && !press.shift) {
    const inTree = alongTree(press.key, row, shape)
    if (inTree) return inTree
  }
  if (to) return { kind: 'focus', at: to }
  if (press.shift && press.key === ' ') return { kind: 'select', range: wholeRows(at, shape) }
  return onCell(press, at, row, shape)
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

/** Where a key that moves leads from a cell; undefined for every other key. */
function destinationOf({ key, ctrl }: KeyPress, from: GridPosition, shape: GridShape): GridPosition | undefined {
  const [first, last] = [shape.rows[0], shape.rows.at(-1)]
  if (key === 'Home') return { rowId: ctrl && first ? first.id : from.rowId, column: 0 }
  if (key === 'End') return { rowId: ctrl && last ? last.id : from.rowId, column: shape.columns.length }
  if (ctrl) return undefined
  switch (key) {
    case 'ArrowUp':
      return stepRow(from, -1, shape)
    case 'ArrowDown':
      return stepRow(from, 1, shape)
    case 'PageUp':
      return stepRow(from, -shape.page, shape)
    case 'PageDown':
      return stepRow(from, shape.page, shape)
    case 'ArrowRight':
      return stepColumn(from, 1, shape)
    case 'ArrowLeft':
      return from.column === 0 ? undefined : stepColumn(from, -1, shape)
    default:
      return undefined
  }
}

function withCtrl(press: KeyPress, at: GridPosition, row: MoneyGridRow, shape: GridShape): GridIntent | null {
  switch (press.key.toLowerCase()) {
    case 'enter':
      // In any other cell it is the main action of the page, as it is everywhere.
      return at.column > 0 || row.href === undefined ? null : { kind: 'open', rowId: row.id }
    case '[':
      return { kind: 'explain', at }
    case 'a':
      return selection(shape, [0, shape.rows.length - 1], [1, shape.columns.length])
    case ' ':
      return at.column === 0 ? null : selection(shape, [0, shape.rows.length - 1], columnsOf(at, shape))
    case 'r':
      return shape.isEditing ? { kind: 'fill', direction: 'right' } : null
    case 'd':
      return shape.isEditing ? { kind: 'fill', direction: 'down' } : null
    default:
      return null
  }
}

/** On a row heading: right opens, left closes or goes to the parent, Enter opens and closes, or opens the page of a leaf. */
function alongTree(key: string, row: MoneyGridRow, shape: GridShape): GridIntent | null {
  const isOpen = row.isParent && !shape.closed.has(row.id)
  if (key === 'ArrowRight') return row.isParent && !isOpen ? { kind: 'toggle', rowId: row.id } : null
  if (key === 'ArrowLeft') {
    if (isOpen) return { kind: 'toggle', rowId: row.id }
    const above = shape.rows.slice(0, shape.rows.indexOf(row))
    const parent = above.findLast((candidate) => candidate.depth < row.depth)
    return parent ? { kind: 'focus', at: { rowId: parent.id, column: 0 } } : null
  }
  if (key !== 'Enter') return null
  if (row.isParent) return { kind: 'toggle', rowId: row.id }
  return row.href === undefined ? null : { kind: 'open', rowId: row.id }
}

function onCell(press: KeyPress, at: GridPosition, row: MoneyGridRow, shape: GridShape): GridIntent | null {
  const cell = at.column === 0 ? undefined : row.cells[shape.columns[at.column - 1]?.id ?? '']
  const canEdit = shape.isEditing && isEditableCell(cell)
  switch (press.key) {
    case 'Enter':
      if (at.column === 0) return null
      return canEdit ? { kind: 'edit', at, typed: '' } : { kind: 'explain', at }
    case 'F2':
      return canEdit ? { kind: 'edit', at, typed: '' } : null
    case 'Delete':
      return shape.isEditing && !press.shift ? { kind: 'clear' } : null
    case 'Escape':
      return shape.range ? { kind: 'focus', at } : null
    default:
      return canEdit && press.key.length === 1 && press.key !== ' ' ? { kind: 'edit', at, typed: press.key } : null
  }
}

function wholeRows(at: GridPosition, shape: GridShape): GridRange {
  const { anchor, corner } = shape.range ?? { anchor: at, corner: at }
  return { anchor: { rowId: anchor.rowId, column: 1 }, corner: { rowId: corner.rowId, column: shape.columns.length } }
}

function columnsOf(at: GridPosition, { range }: GridShape): [number, number] {
  return range ? [range.anchor.column, range.corner.column] : [at.column, at.column]
}

function selection(
  { rows }: GridShape,
  [top, bottom]: [number, number],
  [left, right]: [number, number],
): GridIntent | null {
  const [first, last] = [rows[top], rows[bottom]]
  if (!first || !last) return null
  return {
    kind: 'select',
    range: { anchor: { rowId: first.id, column: left }, corner: { rowId: last.id, column: right } },
  }
}
