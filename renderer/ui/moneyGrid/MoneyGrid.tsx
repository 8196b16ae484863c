import { VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { MoneyUnit } from '../../../domain/money.ts'
import { useExplain } from '../../lib/explain.ts'
import { countOf, unitSpoken } from '../../lib/format.ts'
import { announce, announceSelection } from '../../lib/status.ts'
import { boxRound } from './boxRound.ts'
import { cellLookup } from './cellLookup.ts'
import { readInFull } from './cellWords.ts'
import { columnWidths } from './columnWidths.ts'
import { copyOut } from './copyOut.ts'
import { GridBody } from './GridBody.tsx'
import { GridHead } from './GridHead.tsx'
import { GridPrint } from './GridPrint.tsx'
import { rowsInView, showCell } from './gridElements.ts'
import { type GridIntent, intentOf } from './gridKeys.ts'
import { type GridPosition, gridReducer, startGrid } from './gridState.ts'
import classes from './MoneyGrid.module.css'
import { isEditableCell, type MoneyGridChange, type MoneyGridColumn, type MoneyGridRow } from './moneyGridRow.ts'
import { penceByColumn } from './penceByColumn.ts'
import { planClear, planFill } from './planFill.ts'
import { sumInWords, sumOf } from './sumOf.ts'
import { useCellEditor } from './useCellEditor.tsx'
import { useFocusOnEdit } from './useFocusOnEdit.ts'
import { useGridPointer } from './useGridPointer.ts'
import { useGridTable } from './useGridTable.ts'
import { usePaste } from './usePaste.tsx'
import { usePlanWrites } from './usePlanWrites.ts'
import { MOST_ROWS_DRAWN } from './useRowWindow.ts'
import { useStickyBoxes } from './useStickyBoxes.ts'
import { withPending } from './withPending.ts'

interface MoneyGridProps {
  /** What the grid holds; unit and period are added to its name. */
  name: string
  unit: MoneyUnit
  /** The years and the day that the figures are for, as the caption says them. */
  period: string
  rowHeading: string
  columns: readonly MoneyGridColumn[]
  rows: readonly MoneyGridRow[]
  /** Totals, always in view at the foot. */
  footRows?: readonly MoneyGridRow[]
  isEditing?: boolean
  /** Set where editing was begun by key: the first cell that can be edited takes the focus, once. */
  focusAsked?: RefObject<boolean>
  startsClosed?: readonly string[]
  /** Writes all changes as one, with one undo; what it throws is said in the grid, and nothing typed or pasted is lost. */
  onWrite?: (changes: MoneyGridChange[]) => Promise<unknown>
  /** Drawn at the end of the caption line. */
  aside?: ReactNode
}

const noRows: readonly MoneyGridRow[] = []

/** A tree of amounts with the keys of a spreadsheet. Amounts are read in the unit shown, unless they carry £, k or m. */
export function MoneyGrid(props: MoneyGridProps) {
  const { name, unit, period, rowHeading, columns, rows, footRows = noRows, isEditing = false, aside } = props
  const [state, dispatch] = useReducer(gridReducer, props.startsClosed, startGrid)
  const { shown, selected } = useGridTable({ ...state, columns, rows, footRows })
  const body = useMemo(() => shown.slice(0, shown.length - footRows.length), [shown, footRows])
  const pence = useMemo(() => penceByColumn(columns, [...rows, ...footRows], unit), [columns, rows, footRows, unit])
  const standing = useMemo(() => withPending(shown, state.pending), [shown, state.pending])

  const isWindow = body.length > MOST_ROWS_DRAWN
  const widths = useMemo(
    () => (isWindow ? columnWidths(columns, rows, unit, pence) : undefined),
    [isWindow, columns, rows, unit, pence],
  )

  // Known only once it stands in the page, when the rows in view can be told.
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const wantsFocus = useRef(false)
  const [spoken, setSpoken] = useState({ words: '', times: 0 })
  const { problem, clearProblem, write, writeAtOnce } = usePlanWrites(props.onWrite, dispatch)
  const explain = useExplain()
  const navigate = useNavigate()
  const captionId = useId()
  useStickyBoxes(frame, footRows.length > 0)

  const [first] = shown
  const isActiveShown = shown.some((row) => row.id === state.active?.rowId)
  const active = isActiveShown ? state.active : first ? { rowId: first.id, column: 0 } : null

  const columnsKey = columns.map(({ id, label }) => `${id} ${label}`).join('\n')
  const lastColumnsKey = useRef(columnsKey)
  useEffect(() => {
    if (lastColumnsKey.current === columnsKey) return
    lastColumnsKey.current = columnsKey
    dispatch({ kind: 'reset' })
  }, [columnsKey])

  const sum =
    state.range && selected ? sumInWords(sumOf(selected, standing, columns), unit, { pence: pence.size > 0 }) : ''
  useEffect(() => {
    announceSelection(sum)
    return () => announceSelection('')
  }, [sum])

  const cellAt = (at: GridPosition): HTMLElement | null => {
    const row = shown.findIndex((candidate) => candidate.id === at.rowId)
    return frame?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${at.column}"]`) ?? null
  }

  // Focus follows the active cell only after a key or a click here: a grid that is drawn again must not pull it in.
  useLayoutEffect(() => {
    if (!wantsFocus.current || !active || state.editor) return
    wantsFocus.current = false
    cellAt(active)?.focus({ preventScroll: true })
    showCell(cellAt(state.range?.corner ?? active), frame)
  })

  const focus = (at: GridPosition) => {
    wantsFocus.current = true
    dispatch({ kind: 'focus', at })
  }

  useFocusOnEdit({ frame, isEditing, asked: props.focusAsked, rows: shown, columns, focus })

  const lookup = cellLookup(shown, columns)
  const { rowOf, columnOf, cellOf } = lookup
  const isEditableAt = (at: GridPosition) => isEditing && isEditableCell(cellOf(at))

  const ask = (at: GridPosition, takesFocus: boolean) => {
    const [row, column, cell, origin] = [rowOf(at), columnOf(at), cellOf(at), cellAt(at)]
    if (!row || !column || !origin || !cell || cell.kind === 'blank' || cell.kind === 'words' || !cell.figure) return
    explain.ask({ figure: cell.figure, label: `${row.label}, ${column.label}` }, origin, { takesFocus })
  }

  const read = (at: GridPosition) => {
    const [row, column] = [rowOf(at), columnOf(at)]
    if (!row) return
    const words = readInFull(row, column, {
      unit,
      pence: pence.has(column?.id ?? ''),
      isEditable: isEditableAt(at),
    })
    setSpoken(({ times }) => ({ words, times: times + 1 }))
  }

  // On a row heading the whole row is copied, but nothing of it is cleared or filled unless the row was chosen.
  const isOnHeading = state.range === null && active?.column === 0
  const chosen = isOnHeading ? null : selected

  const { onPaste, askTyped, strip } = usePaste({
    name,
    unit,
    isEditing,
    // What is pasted on a heading begins at the first cell of the row.
    selected: selected && isOnHeading ? { ...selected, right: selected.left } : selected,
    rows: standing,
    columns,
    write,
    onPlan: (writes) => {
      const range = boxRound(writes, shown, columns)
      if (range) dispatch({ kind: 'select', at: range.anchor, range })
    },
    onClose: () => {
      wantsFocus.current = true
    },
  })

  const { edit, field } = useCellEditor({
    unit,
    rows: shown,
    columns,
    lookup,
    editor: state.editor,
    dispatch,
    wantsFocus,
    placeOf: (rowId) => standing.findIndex(({ id }) => id === rowId),
    askTyped,
    onWrite: props.onWrite,
  })

  const act = (intent: GridIntent) => {
    switch (intent.kind) {
      case 'focus':
        return focus(intent.at)
      case 'select':
        wantsFocus.current = true
        return active && dispatch({ kind: 'select', at: active, range: intent.range })
      case 'toggle':
        return dispatch(intent)
      case 'edit':
        return edit(intent.at, intent.typed)
      case 'explain':
        return ask(intent.at, true)
      case 'open':
        return openPage(intent.rowId)
      case 'read':
        return read(intent.at)
      case 'fill':
        if (!chosen) return announce('Nothing filled: choose the cells first')
        return void writeAtOnce(planFill(intent.direction, chosen, standing, columns), 'filled')
      case 'clear':
        if (!chosen) return announce('Nothing cleared: choose the cells first')
        return void writeAtOnce(planClear(chosen, standing, columns), 'cleared')
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.defaultPrevented || state.editor) return
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
    const page = event.key.startsWith('Page') ? rowsInView(frame) : 1
    const intent = intentOf(press, active, { rows: shown, columns, ...state, isEditing, page })
    if (!intent) return
    event.preventDefault()
    clearProblem()
    act(intent)
  }

  const pointer = useGridPointer({
    shown,
    state,
    active,
    dispatch,
    wantsFocus,
    isEditableAt,
    focus,
    edit: (at) => edit(at, ''),
    explain: (at) => ask(at, false),
  })

  const onCopy = (event: ClipboardEvent) => {
    if (state.editor || !selected) return
    const { text, html } = copyOut(
      selected,
      { name, unit, period, rowHeading, rows: standing, columns },
      {
        ofRows: selected.left === 0 && selected.right === columns.length - 1,
        ofColumns: selected.top === 0 && selected.bottom === shown.length - 1,
      },
    )
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    const cells = (selected.bottom - selected.top + 1) * (selected.right - selected.left + 1)
    announce(`${countOf(cells, 'cell')} copied`)
  }

  const openPage = (rowId: string) => {
    const href = rowOf({ rowId, column: 0 })?.href
    if (href !== undefined) void navigate({ to: href })
  }

  const toggle = useCallback((rowId: string) => dispatch({ kind: 'toggle', rowId }), [])
  const { pending, refused } = state

  return (
    <section className={classes.block} aria-labelledby={captionId}>
      <div className={classes.captionLine}>
        <p id={captionId} className={classes.caption}>
          <VisuallyHidden>{name}, </VisuallyHidden>
          {unit === '£' ? 'Pounds' : unit}, {period}
        </p>
        {aside}
      </div>
      {strip}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.frame} ref={setFrame} data-edited={state.editor !== null || undefined}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows and cells are those of a treegrid.
          role="treegrid"
          className={classes.grid}
          {...(widths
            ? {
                'data-window': true,
                style: { width: `calc(var(--heading) + ${widths.reduce((total, width) => total + width, 0)}ch)` },
              }
            : {})}
          aria-label={`${name}, ${unitSpoken[unit]}, ${period}`}
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length + 1}
          aria-readonly={!isEditing}
          aria-multiselectable
          onKeyDown={onKeyDown}
          {...pointer}
          onCopy={onCopy}
          onPaste={(event) => void onPaste(event)}
        >
          <GridHead rowHeading={rowHeading} columns={columns} widths={widths} />
          <GridBody
            body={body}
            foot={footRows}
            frame={frame}
            state={{ ...state, active }}
            selected={state.range && selected}
            editor={field}
            cells={{ columns, unit, pence, isEditing, pending, refused, onToggle: toggle }}
          />
        </table>
      </div>
      <GridPrint {...{ name, unit, period, rowHeading, columns, rows, footRows, pence }} />
      <VisuallyHidden role="status">
        {/* The same words a second time are news to a screen reader only as a new text. */}
        <span key={spoken.times}>{spoken.words}</span>
      </VisuallyHidden>
    </section>
  )
}
