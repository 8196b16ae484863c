import {
  type CellSelectionState,
  cellSelectionFeature,
  createExpandedRowModel,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { CellRange } from './cellRange.ts'
import type { GridPosition, GridRange } from './gridState.ts'
import type { MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'
import { type RowNode, rowTree } from './rowTree.ts'

const features = tableFeatures({
  rowExpandingFeature,
  cellSelectionFeature,
  expandedRowModel: createExpandedRowModel(),
})

const getRowId = (node: RowNode) => node.row.id
const getSubRows = (node: RowNode) => node.children
const nothing = () => null

interface GridTable {
  columns: readonly MoneyGridColumn[]
  rows: readonly MoneyGridRow[]
  footRows: readonly MoneyGridRow[]
  closed: ReadonlySet<string>
  active: GridPosition | null
  range: GridRange | null
}

/** Which rows no closed parent hides, and which rectangle of them is chosen; null of what is no longer there. */
export const useGridTable = ({ columns, rows, footRows, closed, active, range }: GridTable) => {
  const data = useMemo(() => [...rowTree(rows), ...rowTree(footRows)], [rows, footRows])
  const columnDefs = useMemo(
    () => columns.map(({ id }) => ({ id, accessorFn: ({ row }: RowNode) => row.cells[id] })),
    [columns],
  )
  const expanded = useMemo(
    () => Object.fromEntries(rows.flatMap(({ id, isParent }) => (isParent && !closed.has(id) ? [[id, true]] : []))),
    [rows, closed],
  )
  const cellSelection = useMemo(() => selectionOf(active, range, columns), [active, range, columns])

  // All state is the grid's own: the table is told of it, and nothing but its answers is drawn.
  const table = useTable(
    {
      features,
      data,
      columns: columnDefs,
      getRowId,
      getSubRows,
      autoResetAll: false,
      state: { expanded, cellSelection },
    },
    nothing,
  )

  const model = table.getRowModel().rows
  const shown = useMemo(() => model.map(({ original }) => original.row), [model])
  const [bounds] = table.getCellSelectionBounds()
  const selected = useMemo<CellRange | null>(
    () =>
      bounds
        ? {
            top: bounds.minRowIndex,
            bottom: bounds.maxRowIndex,
            left: bounds.minColumnIndex,
            right: bounds.maxColumnIndex,
          }
        : null,
    [bounds],
  )
  return { shown, selected }
}

/** From row heading to row heading whole rows are chosen; with a cell at the other end, the cells up to it. */
function selectionOf(
  active: GridPosition | null,
  range: GridRange | null,
  columns: readonly MoneyGridColumn[],
): CellSelectionState {
  const [from, to] = range ? [range.anchor, range.corner] : [active, active]
  if (!from || !to) return []
  const isWholeRows = from.column === 0 && to.column === 0
  const anchor = columns[Math.max(from.column, 1) - 1]
  const focus = isWholeRows ? columns.at(-1) : columns[Math.max(to.column, 1) - 1]
  if (!anchor || !focus) return []
  return [{ anchorRowId: from.rowId, anchorColumnId: anchor.id, focusRowId: to.rowId, focusColumnId: focus.id }]
}
