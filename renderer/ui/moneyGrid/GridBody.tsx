import type { ReactNode } from 'react'
import type { CellRange } from './cellRange.ts'
import { GridRow, type GridRowProps } from './GridRow.tsx'
import type { GridState } from './gridState.ts'
import classes from './MoneyGrid.module.css'
import type { MoneyGridRow } from './moneyGridRow.ts'
import { useRowWindow } from './useRowWindow.ts'

type SameForAll = Pick<GridRowProps, 'columns' | 'unit' | 'pence' | 'isEditing' | 'pending' | 'refused' | 'onToggle'>

interface GridBodyProps {
  body: readonly MoneyGridRow[]
  foot: readonly MoneyGridRow[]
  frame: HTMLElement | null
  state: GridState
  /** What is chosen; null while one cell alone is. */
  selected: CellRange | null
  editor: ReactNode
  cells: SameForAll
}

/** The rows in view, and the totals, which always are. */
export function GridBody({ body, foot, frame, state, selected, editor, cells }: GridBodyProps) {
  const { active, range, closed } = state
  const placeOf = (rowId: string | undefined) => body.findIndex((row) => row.id === rowId)
  const { items, rest, measure } = useRowWindow(body.length, frame, [
    placeOf(active?.rowId),
    placeOf(range?.corner.rowId),
  ])

  const drawRow = (row: MoneyGridRow, index: number) => {
    const isSelected = selected !== null && index >= selected.top && index <= selected.bottom
    const isEdited = state.editor?.rowId === row.id
    return (
      <GridRow
        key={row.id}
        {...cells}
        row={row}
        index={index}
        isClosed={closed.has(row.id)}
        activeColumn={active?.rowId === row.id ? active.column : -1}
        selectedFrom={isSelected ? selected.left + 1 : 0}
        selectedTo={isSelected ? selected.right + 1 : 0}
        isSelectionTop={isSelected && index === selected.top}
        isSelectionBottom={isSelected && index === selected.bottom}
        editorColumn={isEdited ? (state.editor?.column ?? -1) : -1}
        editor={isEdited ? editor : null}
        measure={index < body.length ? measure : undefined}
      />
    )
  }

  const span = cells.columns.length + 1
  return (
    <>
      <tbody>
        {/* All on one level: a row that goes in and out of a list of its own would be made anew and lose the focus. */}
        {items.flatMap(({ index, gap }) => {
          const row = body[index]
          if (!row) return []
          const drawn = drawRow(row, index)
          return gap > 0 ? [<Gap key={`before ${row.id}`} height={gap} span={span} />, drawn] : [drawn]
        })}
        {rest > 0 && <Gap height={rest} span={span} />}
      </tbody>
      {foot.length > 0 && <tfoot>{foot.map((row, index) => drawRow(row, body.length + index))}</tfoot>}
    </>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus, and is a row for the layout only.
    <tr aria-hidden="true" className={classes.gap}>
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}
