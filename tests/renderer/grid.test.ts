import { expect, test } from 'vitest'
import { type Pence, pence } from '../../domain/money.ts'
import { editableText } from '../../renderer/ui/editableText.ts'
import { fullAmount } from '../../renderer/ui/fullAmount.ts'
import { type GridShape, intentOf } from '../../renderer/ui/gridKeys.ts'
import { type GridPosition, gridReducer, shownRows, startGrid } from '../../renderer/ui/gridState.ts'
import { readInFull, shownWords, spokenWords } from '../../renderer/ui/moneyGrid/cellWords.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../renderer/ui/moneyGrid/roundingRow.ts'

const columns: MoneyGridColumn[] = [
  { id: 'plan', label: '2020/21', spoken: '2020 to 2021', align: 'right' },
  { id: 'next', label: '2021/22', spoken: '2021 to 2022', align: 'right' },
]

const row = (
  id: string,
  depth: number,
  isParent = false,
  amount = 100_000_00,
  isEditable = !isParent,
): MoneyGridRow => ({
  id,
  label: id,
  depth,
  isParent,
  href: isParent ? undefined : `/schemes/${id}`,
  cells: {
    plan: { kind: 'money', amount: pence(amount), isEditable },
    next: { kind: 'missing', missing: 'none' },
  },
})

const rows = [
  row('theme', 1, true),
  row('care', 2),
  row('helm', 2),
  row('other', 1, true),
  row('estates', 2),
  row('total', 1),
]

const shape = (given: Partial<GridShape> = {}): GridShape => ({
  rows,
  columns,
  closed: new Set(),
  isEditing: false,
  page: 3,
  ...given,
})

const press = (keys: string, at: GridPosition, given: Partial<GridShape> = {}) => {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return intentOf(
    { key, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') },
    at,
    shape(given),
  )
}

const at = (rowId: string, column = 0): GridPosition => ({ rowId, column })
const focus = (rowId: string, column = 0) => ({ kind: 'focus', at: at(rowId, column) })

test('arrows, Home, End and pages move the focus and stop at the edges', () => {
  expect({
    down: press('ArrowDown', at('theme', 1)),
    up: press('ArrowUp', at('theme', 1)),
    right: press('ArrowRight', at('care', 1)),
    rightAtEnd: press('ArrowRight', at('care', 2)),
    left: press('ArrowLeft', at('care', 1)),
    home: press('Home', at('care', 2)),
    end: press('End', at('care')),
    first: press('Ctrl+Home', at('helm', 2)),
    last: press('Ctrl+End', at('theme')),
    pageDown: press('PageDown', at('theme', 1)),
    pageUp: press('PageUp', at('helm', 1)),
  }).toEqual({
    down: focus('care', 1),
    up: focus('theme', 1),
    right: focus('care', 2),
    rightAtEnd: focus('care', 2),
    left: focus('care'),
    home: focus('care'),
    end: focus('care', 2),
    first: focus('theme'),
    last: focus('total', 2),
    pageDown: focus('other', 1),
    pageUp: focus('theme', 1),
  })
})

test('right opens a closed row and then goes in; left closes an open row and then goes out', () => {
  const closed = new Set(['theme'])
  expect({
    opens: press('ArrowRight', at('theme'), { closed }),
    goesIn: press('ArrowRight', at('theme')),
    closes: press('ArrowLeft', at('theme')),
    goesOut: press('ArrowLeft', at('helm')),
    outermost: press('ArrowLeft', at('theme'), { closed }),
    fromCell: press('ArrowLeft', at('theme', 1)),
  }).toEqual({
    opens: { kind: 'toggle', rowId: 'theme' },
    goesIn: focus('theme', 1),
    closes: { kind: 'toggle', rowId: 'theme' },
    goesOut: focus('theme'),
    outermost: null,
    fromCell: focus('theme'),
  })
})

test('Enter toggles a parent, opens a leaf and explains a figure; Ctrl+Enter opens the page from any cell', () => {
  expect({
    parent: press('Enter', at('theme')),
    leaf: press('Enter', at('care')),
    figure: press('Enter', at('care', 1)),
    page: press('Ctrl+Enter', at('care', 1)),
    noPage: press('Ctrl+Enter', at('theme', 1)),
    explain: press('Ctrl+[', at('care', 2)),
    read: press('Alt+r', at('care', 1)),
  }).toEqual({
    parent: { kind: 'toggle', rowId: 'theme' },
    leaf: { kind: 'open', rowId: 'care' },
    figure: { kind: 'explain', at: at('care', 1) },
    page: { kind: 'open', rowId: 'care' },
    noPage: null,
    explain: { kind: 'explain', at: at('care', 2) },
    read: { kind: 'read', at: at('care', 1) },
  })
})

test('typing, Enter and F2 edit an editable cell, and only while editing is on', () => {
  const isEditing = true
  expect({
    typed: press('4', at('care', 1), { isEditing }),
    enter: press('Enter', at('care', 1), { isEditing }),
    f2: press('F2', at('care', 1), { isEditing }),
    readOnlyCell: press('4', at('theme', 1), { isEditing }),
    notEditing: press('4', at('care', 1)),
    copy: press('Ctrl+c', at('care', 1), { isEditing }),
    tab: press('Tab', at('care', 1), { isEditing }),
  }).toEqual({
    typed: { kind: 'edit', at: at('care', 1), typed: '4' },
    enter: { kind: 'edit', at: at('care', 1), typed: '' },
    f2: { kind: 'edit', at: at('care', 1), typed: '' },
    readOnlyCell: null,
    notEditing: null,
    copy: null,
    tab: null,
  })
})

test('a closed parent hides everything below it and nothing else', () => {
  expect(shownRows(rows, new Set(['theme'])).map(({ id }) => id)).toEqual(['theme', 'other', 'estates', 'total'])
  expect(shownRows(rows, new Set()).length).toBe(rows.length)
})

test('an amount that is sent leaves the editor, shows as pending, and is gone once saved', () => {
  let state = startGrid()
  state = gridReducer(state, { kind: 'edit', at: at('care', 1), text: '4', isTypedOver: true })
  state = gridReducer(state, { kind: 'type', text: '400' })
  state = gridReducer(state, { kind: 'send', amount: 400_000_00 as Pence, next: at('helm', 1) })
  expect(state).toMatchObject({ editor: null, active: at('helm', 1), pending: new Map([['care 1', 400_000_00]]) })
  expect(gridReducer(state, { kind: 'saved', at: at('care', 1) }).pending.size).toBe(0)
})

test('what is refused comes back into the editor with its reason, so that nothing typed is lost', () => {
  let state = startGrid()
  state = gridReducer(state, { kind: 'edit', at: at('care', 1), text: '900', isTypedOver: true })
  state = gridReducer(state, { kind: 'send', amount: 900_000_00 as Pence, next: at('helm', 1) })
  state = gridReducer(state, { kind: 'refuse-saved', at: at('care', 1), text: '900', message: '2020/21 is closed' })
  expect(state).toMatchObject({ active: at('care', 1), editor: { text: '900', message: '2020/21 is closed' } })
  expect(state.pending.size).toBe(0)
})

test('a refusal does not pull anybody out of another cell; its text waits where it was typed', () => {
  let state = startGrid()
  state = gridReducer(state, { kind: 'edit', at: at('care', 1), text: '900', isTypedOver: true })
  state = gridReducer(state, { kind: 'send', amount: 900_000_00 as Pence, next: at('helm', 1) })
  state = gridReducer(state, { kind: 'edit', at: at('helm', 1), text: '5', isTypedOver: true })
  state = gridReducer(state, { kind: 'refuse-saved', at: at('care', 1), text: '900', message: 'stale' })
  expect(state.editor).toMatchObject({ rowId: 'helm', text: '5' })
  state = gridReducer(state, { kind: 'edit', at: at('care', 1), text: '100.0', isTypedOver: false })
  expect(state.editor).toMatchObject({ rowId: 'care', text: '900', message: 'stale' })
  state = gridReducer(state, { kind: 'give-up' })
  expect(state.refused.size).toBe(0)
})

test('a refused text stays in the editor, and its reason goes as soon as it is changed', () => {
  let state = gridReducer(startGrid(), { kind: 'edit', at: at('care', 1), text: 'abc', isTypedOver: true })
  state = gridReducer(state, { kind: 'refuse-typed', message: 'text' })
  expect(state.editor).toMatchObject({ text: 'abc', message: 'text' })
  expect(gridReducer(state, { kind: 'type', text: '1' }).editor).toMatchObject({ text: '1', message: null })
})

test('a cell is read in full: row, column, amount with unit, whether it can be edited, and its checks', () => {
  const care = rows[1] as MoneyGridRow
  const format = { unit: '£000' as const, pence: false }
  expect(readInFull(care, columns[0], { ...format, isEditable: true })).toBe(
    'care, 2020 to 2021, 100.0 thousands of pounds, editable, no checks',
  )
  expect(readInFull(care, columns[1], { ...format, isEditable: false })).toBe(
    'care, 2021 to 2022, none recorded, read only, no checks',
  )
  expect(readInFull(care, undefined, { ...format, isEditable: false })).toBe('care, row heading')
})

test('the four kinds of missing are four words and never zero', () => {
  const words = (missing: 'none' | 'at-theme' | 'at-programme' | 'not-applicable') => {
    const format = { unit: '£000' as const, pence: false }
    return [shownWords({ kind: 'missing', missing }, format), spokenWords({ kind: 'missing', missing }, format)]
  }
  expect([words('none'), words('at-theme'), words('at-programme'), words('not-applicable')]).toEqual([
    ['none', 'none recorded'],
    ['at theme', 'given at theme'],
    ['at prog.', 'given at programme'],
    ['–', 'does not apply'],
  ])
})

test('a mark is spoken with its cell', () => {
  const cell = { kind: 'money', amount: pence(-40_000_00), marks: [{ kind: 'check', words: '1 open check' }] } as const
  expect(spokenWords(cell, { unit: '£000', pence: false })).toBe('minus 40.0, 1 open check')
})

test('an open editor holds the exact amount in the unit shown', () => {
  expect([
    editableText(pence(400_000_00), '£000'),
    editableText(pence(400_123_45), '£000'),
    editableText(pence(-40_00), '£'),
    editableText(pence(12_50), '£'),
    editableText(pence(5), '£'),
    editableText(pence(3_049_000_00), '£m'),
    editableText(pence(0), '£000'),
  ]).toEqual(['400.0', '400.12345', '-40', '12.5', '0.05', '3.049', '0.0'])
})

test('the amount meant is said in full pounds, and nothing is said of what cannot be read', () => {
  expect([
    fullAmount('400', '£000'),
    fullAmount('£400', '£000'),
    fullAmount('1.2m', '£'),
    fullAmount('x', '£'),
  ]).toEqual(['= £400,000', '= £400', '= £1,200,000', ''])
})

test('a rounding row appears where parts add up in pence but not as shown, and only there', () => {
  const parts = [row('a', 1, false, 40_00), row('b', 1, false, 40_00), row('c', 1, false, 40_00)]
  const total = row('sum', 1, false, 120_00)
  expect(roundingRow(columns, parts, total, '£000')?.cells).toEqual({ plan: { kind: 'money', amount: 100_00 } })
  expect(roundingRow(columns, parts, total, '£')).toBeUndefined()
  expect(roundingRow(columns, parts, row('other', 1, false, 500_00), '£000')).toBeUndefined()
})
