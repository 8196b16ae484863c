import { VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import { type MoneyUnit, type Pence, parseAmount } from '../../domain/money.ts'
import { useExplain } from '../lib/explain.ts'
import { messageOf } from '../lib/failure.ts'
import { needsPence, unitSpoken } from '../lib/format.ts'
import { editableText } from './editableText.ts'
import { GridEditorField } from './GridEditorField.tsx'
import { intentOf, stepColumn, stepRow } from './gridKeys.ts'
import {
  cellKey,
  type GridEditor,
  type GridPosition,
  gridReducer,
  type Refusal,
  shownRows,
  startGrid,
} from './gridState.ts'
import { LedgerCellContent } from './LedgerCellContent.tsx'
import classes from './LedgerGrid.module.css'
import { Marks } from './Marks.tsx'
import { readInFull } from './moneyGrid/cellWords.ts'
import {
  isEditableCell,
  type MoneyGridChange,
  type MoneyGridColumn,
  type MoneyGridRow,
} from './moneyGrid/moneyGridRow.ts'

/** The height of a row, and of what stands under an open cell: both stay clear of the totals. */
const ROW_REM = 2
const NOTE_REM = 4.5

interface LedgerGridProps {
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
  startsClosed?: readonly string[]
  /** Writes what was typed; what it throws is said at the cell, with the text kept. */
  onWrite?: (changes: MoneyGridChange[]) => Promise<unknown>
  /** Drawn at the end of the caption line. */
  aside?: ReactNode
}

/** A tree of amounts with the keys of a spreadsheet. Amounts are read in the unit shown, unless they carry £, k or m. */
export function LedgerGrid(props: LedgerGridProps) {
  const { name, unit, period, rowHeading, columns, rows, footRows = [], isEditing = false, startsClosed, aside } = props
  const [state, dispatch] = useReducer(gridReducer, startsClosed, startGrid)
  const [spoken, setSpoken] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const explain = useExplain()
  const navigate = useNavigate()
  const captionId = useId()

  const body = useMemo(() => shownRows(rows, state.closed), [rows, state.closed])
  const shown = useMemo(() => [...body, ...footRows], [body, footRows])
  const pence = useMemo(() => penceByColumn(columns, [...rows, ...footRows], unit), [columns, rows, footRows, unit])

  const active = shown.some((row) => row.id === state.active?.rowId)
    ? state.active
    : shown[0]
      ? { rowId: shown[0].id, column: 0 }
      : null

  const cellAt = (at: GridPosition): HTMLElement | null => {
    const row = shown.findIndex((candidate) => candidate.id === at.rowId)
    return frame.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${at.column}"]`) ?? null
  }

  // Focus follows the active cell only after a key or a click here: a grid that is drawn again must not pull it in.
  useEffect(() => {
    if (!wantsFocus.current || !active || state.editor) return
    wantsFocus.current = false
    cellAt(active)?.focus()
  })

  const focus = (at: GridPosition) => {
    wantsFocus.current = true
    dispatch({ kind: 'focus', at })
  }

  const rowOf = (at: GridPosition) => shown.find((row) => row.id === at.rowId)

  const ask = (at: GridPosition, takesFocus: boolean) => {
    const row = rowOf(at)
    const column = columns[at.column - 1]
    const cell = column ? row?.cells[column.id] : undefined
    const origin = cellAt(at)
    if (!row || !column || !origin || !cell || cell.kind === 'blank' || cell.kind === 'words' || !cell.figure) return
    explain.ask({ figure: cell.figure, label: `${row.label}, ${column.label}` }, origin, { takesFocus })
  }

  const open = (row: MoneyGridRow | undefined) => {
    if (row?.href !== undefined) void navigate({ to: row.href })
  }

  const read = (at: GridPosition) => {
    const row = rowOf(at)
    const column = columns[at.column - 1]
    if (!row) return
    const isEditable = isEditing && isEditableCell(column ? row.cells[column.id] : undefined)
    setSpoken(readInFull(row, column, { unit, pence: pence.has(column?.id ?? ''), isEditable }))
  }

  const edit = (at: GridPosition, typed: string) => {
    const cell = rowOf(at)?.cells[columns[at.column - 1]?.id ?? '']
    const old = cell?.kind === 'money' ? editableText(cell.amount, unit) : ''
    dispatch({ kind: 'edit', at, text: typed || old, isTypedOver: typed !== '' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.defaultPrevented || state.editor) return
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / 32) - 2)
    const intent = intentOf(press, active, { rows: shown, columns, closed: state.closed, isEditing, page })
    if (!intent) return
    event.preventDefault()
    if (intent.kind === 'focus') focus(intent.at)
    else if (intent.kind === 'toggle') dispatch(intent)
    else if (intent.kind === 'edit') edit(intent.at, intent.typed)
    else if (intent.kind === 'explain') ask(intent.at, true)
    else if (intent.kind === 'open') open(rowOf({ rowId: intent.rowId, column: 0 }))
    else read(intent.at)
  }

  // A screen reader, or Explain giving the focus back, may put it on any cell.
  const onFocus = (event: FocusEvent) => {
    const at = positionOf(event.target, shown)
    const isHere = at !== null && active !== null && cellKey(at) === cellKey(active)
    if (at && !isHere && !state.editor) dispatch({ kind: 'focus', at })
  }

  const onClick = (event: MouseEvent) => {
    const at = positionOf(event.target, shown)
    if (!at || (state.editor && cellKey(state.editor) === cellKey(at))) return
    const column = columns[at.column - 1]
    focus(at)
    if (!isEditing || !isEditableCell(column ? rowOf(at)?.cells[column.id] : undefined)) ask(at, false)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const at = positionOf(event.target, shown)
    const column = at ? columns[at.column - 1] : undefined
    if (at && column && isEditing && isEditableCell(rowOf(at)?.cells[column.id])) edit(at, '')
  }

  const commit = async (editor: GridEditor, next: GridPosition) => {
    const column = columns[editor.column - 1]
    if (!column) return
    const amount = readTyped(editor.text, column, unit)
    if (typeof amount === 'string') return dispatch({ kind: 'refuse-typed', message: amount })
    const before = rowOf(editor)?.cells[column.id]
    if (before?.kind === 'money' && before.amount === amount) return dispatch({ kind: 'focus', at: next })
    dispatch({ kind: 'send', amount, next })
    try {
      await props.onWrite?.([{ rowId: editor.rowId, columnId: column.id, amount }])
      dispatch({ kind: 'saved', at: editor })
    } catch (error) {
      dispatch({ kind: 'refuse-saved', at: editor, text: editor.text, message: messageOf(error) })
    }
  }

  const giveUp = () => {
    wantsFocus.current = true
    dispatch({ kind: 'give-up' })
  }

  const toggle = useCallback((rowId: string) => dispatch({ kind: 'toggle', rowId }), [])

  const editor = state.editor && (
    <GridEditorField
      editor={state.editor}
      label={`${rowOf(state.editor)?.label}, ${columns[state.editor.column - 1]?.label}, ${unitSpoken[unit]}`}
      unit={unit}
      onType={(text) => dispatch({ kind: 'type', text })}
      onGiveUp={giveUp}
      onLeaveEmpty={() => dispatch({ kind: 'give-up' })}
      onCommit={(direction) => {
        if (!state.editor) return
        // Left by a click elsewhere, the grid does not pull the focus back.
        wantsFocus.current = direction !== 'stay'
        const to = {
          down: stepRow(state.editor, 1, { rows: shown }),
          up: stepRow(state.editor, -1, { rows: shown }),
          right: stepColumn(state.editor, 1, { columns }),
          left: stepColumn(state.editor, -1, { columns }),
          stay: { rowId: state.editor.rowId, column: state.editor.column },
        }[direction]
        void commit(state.editor, to)
      }}
    />
  )

  const drawRow = (row: MoneyGridRow, index: number) => (
    <GridRow
      key={row.id}
      row={row}
      index={index}
      columns={columns}
      unit={unit}
      pence={pence}
      isClosed={state.closed.has(row.id)}
      isEditing={isEditing}
      activeColumn={active?.rowId === row.id ? active.column : -1}
      editorColumn={state.editor?.rowId === row.id ? state.editor.column : -1}
      editor={state.editor?.rowId === row.id ? editor : null}
      pending={state.pending}
      refused={state.refused}
      onToggle={toggle}
    />
  )

  return (
    <section className={classes.block} aria-labelledby={captionId}>
      <div className={classes.captionLine}>
        <p id={captionId} className={classes.caption}>
          <VisuallyHidden>{name}, </VisuallyHidden>
          {unit === '£' ? 'Pounds' : unit}, {period}
        </p>
        {aside}
      </div>
      <div
        className={classes.frame}
        ref={frame}
        style={{ scrollPaddingBlockEnd: `${footRows.length * ROW_REM + NOTE_REM}rem` }}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows and cells are those of a treegrid.
          role="treegrid"
          className={classes.grid}
          aria-label={`${name}, ${unitSpoken[unit]}, ${period}`}
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length + 1}
          aria-readonly={!isEditing}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
        >
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
          <tbody>{body.map(drawRow)}</tbody>
          {footRows.length > 0 && <tfoot>{footRows.map((row, index) => drawRow(row, body.length + index))}</tfoot>}
        </table>
      </div>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </section>
  )
}

interface GridRowProps {
  row: MoneyGridRow
  index: number
  columns: readonly MoneyGridColumn[]
  unit: MoneyUnit
  pence: ReadonlySet<string>
  isClosed: boolean
  isEditing: boolean
  activeColumn: number
  editorColumn: number
  editor: ReactNode
  pending: ReadonlyMap<string, Pence>
  refused: ReadonlyMap<string, Refusal>
  onToggle: (rowId: string) => void
}

// Only the two rows that a key press leaves and enters are drawn again.
const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, unit, pence, isClosed, isEditing, activeColumn, editorColumn, editor } = props
  return (
    <tr
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
      {columns.map((column, position) => {
        const at = { rowId: row.id, column: position + 1 }
        const cell = row.cells[column.id]
        const isEditable = isEditing && isEditableCell(cell)
        const refusal = props.refused.get(cellKey(at))
        return (
          <td
            key={column.id}
            aria-colindex={position + 2}
            {...(isEditing ? { 'aria-readonly': !isEditable } : {})}
            {...(refusal ? { 'aria-invalid': true } : {})}
            data-row={index}
            data-column={position + 1}
            data-align={column.align}
            data-editable={isEditable || undefined}
            data-explained={(cell && 'figure' in cell && cell.figure !== undefined) || undefined}
            tabIndex={activeColumn === position + 1 ? 0 : -1}
          >
            {editorColumn === position + 1 ? (
              editor
            ) : (
              <LedgerCellContent
                cell={cell}
                unit={unit}
                pence={pence.has(column.id)}
                pending={props.pending.get(cellKey(at))}
                refusal={refusal}
              />
            )}
          </td>
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

/** The amount that was typed, or the sentence that says why it is none. */
function readTyped(text: string, column: MoneyGridColumn, unit: MoneyUnit): Pence | string {
  if (text.trim() === '') return `Enter the amount for ${column.label}, even if it is 0`
  try {
    return parseAmount(text, unit)
  } catch (error) {
    return /[a-z]{2}/i.test(text)
      ? `${column.label} has text in it. Enter only numbers, for example 400.0`
      : messageOf({ data: { failure: error } })
  }
}

/** The columns in £ that have to show pence because an amount in them is not whole pounds. */
function penceByColumn(
  columns: readonly MoneyGridColumn[],
  rows: readonly MoneyGridRow[],
  unit: MoneyUnit,
): Set<string> {
  const amountsOf = (id: string): Pence[] =>
    rows.flatMap((row) => {
      const cell = row.cells[id]
      return cell?.kind === 'money' ? [cell.amount] : []
    })
  return new Set(columns.filter((column) => needsPence(amountsOf(column.id), unit)).map((column) => column.id))
}

function positionOf(target: EventTarget, rows: readonly MoneyGridRow[]): GridPosition | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = rows[Number(cell?.dataset.row)]
  return cell && row ? { rowId: row.id, column: Number(cell.dataset.column) } : null
}
