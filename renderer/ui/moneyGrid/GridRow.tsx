import { useNavigate } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { MoneyUnit, Pence } from '../../../domain/money.ts'
import { Marks } from '../Marks.tsx'
import { GridCell } from './GridCell.tsx'
import { cellKey, type Refusal } from './gridState.ts'
import classes from './MoneyGrid.module.css'
import type { MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

export interface GridRowProps {
  row: MoneyGridRow
  /** Its place among the rows shown. */
  index: number
  columns: readonly MoneyGridColumn[]
  unit: MoneyUnit
  pence: ReadonlySet<string>
  isClosed: boolean
  isEditing: boolean
  /** 0 for the heading; -1 while the active cell is in another row. */
  activeColumn: number
  /** The columns chosen in this row, the first as 1; 0 to 0 while none is. */
  selectedFrom: number
  selectedTo: number
  isSelectionTop: boolean
  isSelectionBottom: boolean
  editorColumn: number
  editor: ReactNode
  pending: ReadonlyMap<string, Pence>
  refused: ReadonlyMap<string, Refusal>
  onToggle: (rowId: string) => void
  measure: ((element: HTMLTableRowElement | null) => void) | undefined
}

/** Only rows that a key press changes are drawn again. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, isClosed, activeColumn, selectedFrom, selectedTo } = props

  const edgesOf = (column: number): string | undefined => {
    if (column < selectedFrom || column > selectedTo) return undefined
    const edges = [
      props.isSelectionTop && 'top',
      props.isSelectionBottom && 'bottom',
      column === selectedFrom && 'left',
      column === selectedTo && 'right',
    ]
    return edges.filter(Boolean).join(' ')
  }

  return (
    <tr
      ref={props.measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={row.depth}
      {...(row.isParent ? { 'aria-expanded': !isClosed } : {})}
      data-look={row.look ?? 'plain'}
    >
      <th
        scope="row"
        aria-colindex={1}
        data-row={index}
        data-column={0}
        data-active={activeColumn === 0 || undefined}
        tabIndex={activeColumn === 0 ? 0 : -1}
        style={{ paddingInlineStart: `${0.25 + (row.depth - 1) * 1.25}rem` }}
      >
        <span className={classes.heading}>
          {row.isParent ? (
            // The keys of the heading do the same; this is for a pointer.
            <span
              className={classes.twisty}
              data-open={!isClosed}
              aria-hidden="true"
              onClick={() => props.onToggle(row.id)}
            >
              ▸
            </span>
          ) : (
            <span className={classes.leaf} />
          )}
          <span>
            <RowLabel row={row} />
            <Marks marks={row.marks} />
          </span>
        </span>
      </th>
      {columns.map((column, place) => {
        const at = { rowId: row.id, columnId: column.id }
        return (
          <GridCell
            key={column.id}
            cell={row.cells[column.id]}
            align={column.align}
            row={index}
            column={place + 1}
            unit={props.unit}
            pence={props.pence.has(column.id)}
            isEditing={props.isEditing}
            isActive={activeColumn === place + 1}
            edges={edgesOf(place + 1)}
            pending={props.pending.get(cellKey(at))}
            refusal={props.refused.get(cellKey(at))}
            editor={props.editorColumn === place + 1 ? props.editor : null}
          />
        )
      })}
    </tr>
  )
})

function RowLabel({ row }: { row: MoneyGridRow }) {
  const navigate = useNavigate()
  if (row.href === undefined) return <span>{row.label}</span>
  const href = row.href
  return (
    <a
      href={href}
      tabIndex={-1}
      // Dragged, it would be taken along instead of cells being chosen.
      draggable={false}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        event.stopPropagation()
        void navigate({ to: href })
      }}
    >
      {row.label}
    </a>
  )
}
