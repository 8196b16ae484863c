import { VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
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
import { formatInSentence, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import { useExplain } from '../../lib/explain.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf, unitSpoken } from '../../lib/format.ts'
import { announce, announceSelection } from '../../lib/status.ts'
import { editableText } from '../editableText.ts'
import { boxRound } from './boxRound.ts'
import { readInFull } from './cellWords.ts'
import { columnWidths } from './columnWidths.ts'
import { copyOut } from './copyOut.ts'
import { EditorField } from './EditorField.tsx'
import { GridBody } from './GridBody.tsx'
import { GridPrint } from './GridPrint.tsx'
import { type GridIntent, intentOf, stepColumn, stepRow } from './gridKeys.ts'
import { type GridEditor, type GridPosition, gridReducer, startGrid } from './gridState.ts'
import classes from './MoneyGrid.module.css'
import {
  isEditableCell,
  type MoneyGridCell,
  type MoneyGridChange,
  type MoneyGridColumn,
  type MoneyGridRow,
} from './moneyGridRow.ts'
import { refusedInWords } from './pasteInWords.ts'
import { penceByColumn } from './penceByColumn.ts'
import { planClear, planFill } from './planFill.ts'
import { readTyped } from './readTyped.ts'
import { sumInWords, sumOf } from './sumOf.ts'
import { useFocusOnEdit } from './useFocusOnEdit.ts'
import { useGridTable } from './useGridTable.ts'
import { usePaste } from './usePaste.tsx'
import { MOST_ROWS_DRAWN } from './useRowWindow.ts'
import { useStickyBoxes } from './useStickyBoxes.ts'
import { withPending } from './withPending.ts'
import { isNewlyBelowZero, type WritePlan } from './writePlan.ts'

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
  const dragFrom = useRef<GridPosition | null>(null)
  const [problem, setProblem] = useState('')
  const [spoken, setSpoken] = useState({ words: '', times: 0 })
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

  const rowOf = (at: GridPosition) => shown.find((row) => row.id === at.rowId)
  const columnOf = (at: GridPosition) => columns[at.column - 1]
  const cellOf = (at: GridPosition): MoneyGridCell | undefined => rowOf(at)?.cells[columnOf(at)?.id ?? '']
  const amountOf = (at: GridPosition): Pence | undefined => {
    const cell = cellOf(at)
    return cell?.kind === 'money' ? cell.amount : undefined
  }
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

  const edit = (at: GridPosition, typed: string) => {
    const [amount, column] = [amountOf(at), columnOf(at)]
    if (!column) return
    const text = typed || (amount === undefined ? '' : editableText(amount, unit))
    dispatch({ kind: 'edit', at: { ...at, columnId: column.id }, text, isTypedOver: typed !== '' })
  }

  /** Writes a plan as one change, and throws why it was not written. */
  const write = async ({ writes }: WritePlan, done: string) => {
    dispatch({ kind: 'send', changes: writes, next: null })
    try {
      await props.onWrite?.(writes)
      announce(`${countOf(writes.length, 'cell')} ${done}`)
    } finally {
      dispatch({ kind: 'settle', changes: writes })
    }
  }

  const writeAtOnce = async (plan: WritePlan, done: string) => {
    const { writes, refused } = plan
    const [first] = refused
    if (writes.length === 0) {
      const same = done === 'cleared' ? 'no amount other than 0 is here' : 'the cells hold this already'
      const why = plan.cells === 0 ? 'there is no amount here' : same
      return announce(`Nothing ${done}: ${first ? refusedInWords(first) : why}`)
    }
    const left = first
      ? `, ${countOf(refused.length, 'cell')} passed over${refused.length > 1 ? ', the first' : ''}: ${refusedInWords(first)}`
      : ''
    setProblem('')
    try {
      await write(plan, `${done}${left}`)
    } catch (error) {
      setProblem(`Nothing ${done}. ${messageOf(error)}`)
    }
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
    setProblem('')
    act(intent)
  }

  // A screen reader, or Explain giving the focus back, may put it on any cell.
  const onFocus = (event: FocusEvent) => {
    const at = positionOf(event.target, shown)
    if (at && !isSame(at, active) && !state.editor) dispatch({ kind: 'focus', at })
  }

  const onMouseDown = (event: MouseEvent) => {
    const at = positionOf(event.target, shown)
    if (!at || event.button !== 0 || (state.editor && isSame(at, state.editor))) return
    dragFrom.current = at
    window.addEventListener('mouseup', () => (dragFrom.current = null), { once: true })
    if (!event.shiftKey || !active || state.editor) return
    // The browser would move the focus to the far end of what is chosen.
    event.preventDefault()
    dragFrom.current = state.range?.anchor ?? active
    choose(dragFrom.current, at)
  }

  const onMouseOver = (event: MouseEvent) => {
    const at = dragFrom.current && positionOf(event.target, shown)
    if (at && dragFrom.current && !isSame(at, state.range?.corner ?? active)) choose(dragFrom.current, at)
  }

  const choose = (anchor: GridPosition, corner: GridPosition) => {
    wantsFocus.current = true
    dispatch({ kind: 'select', at: anchor, range: { anchor, corner } })
  }

  const onClick = (event: MouseEvent) => {
    const at = positionOf(event.target, shown)
    if (!at || event.shiftKey || (state.editor && isSame(at, state.editor))) return
    focus(at)
    if (!isEditableAt(at)) ask(at, false)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const at = positionOf(event.target, shown)
    if (at && isEditableAt(at)) edit(at, '')
  }

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

  /** Gives false where what was typed cannot be taken, or is asked about first. */
  const commit = (editor: GridEditor, next: GridPosition): boolean => {
    const column = columnOf(editor)
    if (!column) return false
    const before = amountOf(editor)
    const amount = readTyped(editor.text, column, unit, before)
    if (typeof amount === 'string') {
      dispatch({ kind: 'refuse-typed', message: amount })
      return false
    }
    const isAsked = before !== amount && isNewlyBelowZero(amount, cellOf(editor))
    const changes = before === amount || isAsked ? [] : [{ rowId: editor.rowId, columnId: column.id, amount }]
    if (isAsked) {
      const [row, at] = [standing.findIndex(({ id }) => id === editor.rowId), editor.column - 1]
      askTyped(amount, { top: row, bottom: row, left: at, right: at })
    }
    dispatch({ kind: 'send', changes, next })
    if (changes.length > 0) void save(editor, changes)
    return !isAsked
  }

  const save = async (editor: GridEditor, changes: MoneyGridChange[]) => {
    try {
      await props.onWrite?.(changes)
      dispatch({ kind: 'settle', changes })
    } catch (error) {
      dispatch({ kind: 'refuse-saved', at: editor, text: editor.text, message: messageOf(error) })
    }
  }

  const editorField = (editor: GridEditor) => {
    const column = columnOf(editor)
    const meant = column ? readTyped(editor.text, column, unit, amountOf(editor)) : ''
    return (
      <EditorField
        editor={editor}
        label={`${rowOf(editor)?.label}, ${column?.label}, ${unitSpoken[unit]}`}
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
          const to = {
            down: stepRow(editor, 1, { rows: shown }),
            up: stepRow(editor, -1, { rows: shown }),
            right: stepColumn(editor, 1, { columns }),
            left: stepColumn(editor, -1, { columns }),
            here: { rowId: editor.rowId, column: editor.column },
            stay: { rowId: editor.rowId, column: editor.column },
          }[direction]
          return commit(editor, to)
        }}
      />
    )
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
          onFocus={onFocus}
          onMouseDown={onMouseDown}
          onMouseOver={onMouseOver}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          onCopy={onCopy}
          onPaste={(event) => void onPaste(event)}
        >
          {widths && (
            <colgroup>
              <col style={{ width: 'var(--heading)' }} />
              {columns.map(({ id }, index) => (
                <col key={id} style={{ width: `${widths[index]}ch` }} />
              ))}
            </colgroup>
          )}
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={1} className={classes.corner}>
                {rowHeading}
              </th>
              {columns.map((column, index) => (
                <th
                  key={column.id}
                  scope="col"
                  aria-colindex={index + 2}
                  data-align={column.align}
                  aria-label={column.spoken}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <GridBody
            body={body}
            foot={footRows}
            frame={frame}
            state={{ ...state, active }}
            selected={state.range && selected}
            editor={state.editor && editorField(state.editor)}
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

const isSame = (one: GridPosition, other: GridPosition | null): boolean =>
  one.rowId === other?.rowId && one.column === other.column

function positionOf(target: EventTarget, shown: readonly MoneyGridRow[]): GridPosition | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  const row = cell ? shown[Number(cell.dataset.row)] : undefined
  return cell && row ? { rowId: row.id, column: Number(cell.dataset.column) } : null
}

/** Brings a cell out from under the sticky boxes. A total is one of them, and only goes sideways. */
function showCell(cell: HTMLElement | null, frame: HTMLElement | null): void {
  const top = frame?.scrollTop ?? 0
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (frame && cell?.closest('tfoot')) frame.scrollTop = top
}

/** How many rows stand between the headings and the totals, less one that stays in view from page to page. */
function rowsInView(frame: HTMLElement | null): number {
  const [head, foot] = [frame?.querySelector('thead'), frame?.querySelector('tfoot')]
  if (!frame || !head) return 1
  const height = frame.clientHeight - head.offsetHeight - (foot?.offsetHeight ?? 0)
  return Math.max(1, Math.floor(height / head.offsetHeight) - 1)
}
