import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { type GridShape, intentOf } from '../../../renderer/ui/moneyGrid/gridKeys.ts'
import type { GridPosition, GridRange } from '../../../renderer/ui/moneyGrid/gridState.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'

const columns: MoneyGridColumn[] = [
  { id: 'plan', label: '2020/21', spoken: '2020 to 2021', align: 'right' },
  { id: 'next', label: '2021/22', spoken: '2021 to 2022', align: 'right' },
]

const row = (id: string, depth: number, isParent = false): MoneyGridRow => ({
  id,
  label: id,
  depth,
  isParent,
  href: isParent ? undefined : `/schemes/${id}`,
  cells: {
    plan: { kind: 'money', amount: pence(100_000_00), isEditable: !isParent },
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

const press = (keys: string, at: GridPosition, given: Partial<GridShape> = {}) => {
  const parts = keys.split('+')
  const shape: GridShape = { rows, columns, closed: new Set(), range: null, isEditing: false, page: 3, ...given }
  return intentOf(
    {
      key: parts.at(-1) ?? '',
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    },
    at,
    shape,
  )
}

const at = (rowId: string, column = 0): GridPosition => ({ rowId, column })
const focus = (rowId: string, column = 0) => ({ kind: 'focus', at: at(rowId, column) })
const range = (anchor: GridPosition, corner: GridPosition): GridRange => ({ anchor, corner })
const select = (anchor: GridPosition, corner: GridPosition) => ({ kind: 'select', range: { anchor, corner } })
const isEditing = true

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

test('with Shift the same keys choose cells: the first stays, and the corner moves from where it is', () => {
  const chosen = range(at('care', 1), at('helm', 2))
  expect({
    down: press('Shift+ArrowDown', at('care', 1)),
    further: press('Shift+ArrowDown', at('care', 1), { range: chosen }),
    back: press('Shift+ArrowLeft', at('care', 1), { range: chosen }),
    beyondTheEdge: press('Shift+ArrowRight', at('care', 1), { range: chosen }),
    page: press('Shift+PageDown', at('theme', 1)),
    toTheHeading: press('Shift+Home', at('care', 2)),
    toTheEnd: press('Shift+End', at('care', 1)),
    toTheFirst: press('Ctrl+Shift+Home', at('helm', 2)),
    toTheLast: press('Ctrl+Shift+End', at('helm', 2), { range: chosen }),
    fromHeading: press('Shift+ArrowRight', at('theme')),
  }).toEqual({
    down: select(at('care', 1), at('helm', 1)),
    further: select(at('care', 1), at('other', 2)),
    back: select(at('care', 1), at('helm', 1)),
    beyondTheEdge: select(at('care', 1), at('helm', 2)),
    page: select(at('theme', 1), at('other', 1)),
    toTheHeading: select(at('care', 2), at('care')),
    toTheEnd: select(at('care', 1), at('care', 2)),
    toTheFirst: select(at('helm', 2), at('theme')),
    toTheLast: select(at('care', 1), at('total', 2)),
    fromHeading: select(at('theme'), at('theme', 1)),
  })
})

test('Shift+Space chooses the row, Ctrl+Space the column, Ctrl+A everything, and each widens what is chosen already', () => {
  const chosen = range(at('care', 1), at('helm', 2))
  expect({
    row: press('Shift+ ', at('care', 2)),
    rows: press('Shift+ ', at('care', 1), { range: chosen }),
    column: press('Ctrl+ ', at('care', 2)),
    columns: press('Ctrl+ ', at('care', 1), { range: chosen }),
    columnOfHeadings: press('Ctrl+ ', at('care')),
    all: press('Ctrl+a', at('care', 2)),
    escape: press('Escape', at('care', 1), { range: chosen }),
    escapeOfOneCell: press('Escape', at('care', 1)),
  }).toEqual({
    row: select(at('care', 1), at('care', 2)),
    rows: select(at('care', 1), at('helm', 2)),
    column: select(at('theme', 2), at('total', 2)),
    columns: select(at('theme', 1), at('total', 2)),
    columnOfHeadings: null,
    all: select(at('theme', 1), at('total', 2)),
    escape: focus('care', 1),
    escapeOfOneCell: null,
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

test('Enter toggles a parent, opens a leaf and explains a figure; Ctrl+Enter opens the page from its heading', () => {
  expect({
    parent: press('Enter', at('theme')),
    leaf: press('Enter', at('care')),
    figure: press('Enter', at('care', 1)),
    page: press('Ctrl+Enter', at('care')),
    noPage: press('Ctrl+Enter', at('theme')),
    pageWhileEditing: press('Ctrl+Enter', at('care'), { isEditing }),
    mainAct: press('Ctrl+Enter', at('care', 1)),
    mainActWhileEditing: press('Ctrl+Enter', at('care', 1), { isEditing }),
    explain: press('Ctrl+[', at('care', 2)),
    read: press('Alt+r', at('care', 1)),
  }).toEqual({
    parent: { kind: 'toggle', rowId: 'theme' },
    leaf: { kind: 'open', rowId: 'care' },
    figure: { kind: 'explain', at: at('care', 1) },
    page: { kind: 'open', rowId: 'care' },
    noPage: null,
    pageWhileEditing: { kind: 'open', rowId: 'care' },
    mainAct: null,
    mainActWhileEditing: null,
    explain: { kind: 'explain', at: at('care', 2) },
    read: { kind: 'read', at: at('care', 1) },
  })
})

test('typing, Enter and F2 edit an editable cell, and only while editing is on', () => {
  expect({
    typed: press('4', at('care', 1), { isEditing }),
    sum: press('=', at('care', 1), { isEditing }),
    enter: press('Enter', at('care', 1), { isEditing }),
    f2: press('F2', at('care', 1), { isEditing }),
    readOnlyCell: press('4', at('theme', 1), { isEditing }),
    notEditing: press('4', at('care', 1)),
    tab: press('Tab', at('care', 1), { isEditing }),
  }).toEqual({
    typed: { kind: 'edit', at: at('care', 1), typed: '4' },
    sum: { kind: 'edit', at: at('care', 1), typed: '=' },
    enter: { kind: 'edit', at: at('care', 1), typed: '' },
    f2: { kind: 'edit', at: at('care', 1), typed: '' },
    readOnlyCell: null,
    notEditing: null,
    tab: null,
  })
})

test('Ctrl+R, Ctrl+D and Delete fill and clear while editing is on; otherwise the keys are the browser’s, as copying and pasting always are', () => {
  const keys = ['Ctrl+r', 'Ctrl+d', 'Delete', 'Ctrl+c', 'Ctrl+v']
  expect({
    editing: keys.map((key) => press(key, at('care', 1), { isEditing })),
    reading: keys.map((key) => press(key, at('care', 1))),
  }).toEqual({
    editing: [{ kind: 'fill', direction: 'right' }, { kind: 'fill', direction: 'down' }, { kind: 'clear' }, null, null],
    reading: [null, null, null, null, null],
  })
})
