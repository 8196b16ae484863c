import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { type GridAction, type GridState, gridReducer, startGrid } from '../../../renderer/ui/moneyGrid/gridState.ts'

const care = { rowId: 'care', column: 1 }
const helm = { rowId: 'helm', column: 1 }
const careCell = { ...care, columnId: 'plan' }
const helmCell = { ...helm, columnId: 'plan' }
const change = (rowId: string, amount: number) => ({ rowId, columnId: 'plan', amount: pence(amount) })

const after = (...actions: GridAction[]): GridState => actions.reduce(gridReducer, startGrid())
const typed = (text: string): GridAction[] => [
  { kind: 'edit', at: careCell, text: '', isTypedOver: true },
  { kind: 'type', text },
]

test('an amount that is sent leaves the editor, shows as pending, and is gone once saved', () => {
  const sent = after(...typed('400'), { kind: 'send', changes: [change('care', 400_000_00)], next: helm })
  expect(sent).toMatchObject({ editor: null, active: helm, pending: new Map([['care plan', 400_000_00]]) })
  expect(gridReducer(sent, { kind: 'settle', changes: [change('care', 400_000_00)] }).pending.size).toBe(0)
})

test('several cells that are sent at once leave the selection as it is, and settle together', () => {
  const changes = [change('care', 1_00), change('helm', 2_00)]
  const range = { anchor: care, corner: helm }
  const sent = after({ kind: 'select', at: care, range }, { kind: 'send', changes, next: null })
  expect(sent).toMatchObject({
    active: care,
    range,
    pending: new Map([
      ['care plan', 1_00],
      ['helm plan', 2_00],
    ]),
  })
  expect(gridReducer(sent, { kind: 'settle', changes })).toMatchObject({ range, pending: new Map() })
})

test('a cell alone is no selection; moving on and closing a row end it', () => {
  const range = { anchor: care, corner: helm }
  const chosen = after({ kind: 'select', at: care, range })
  expect({
    several: chosen.range,
    one: gridReducer(chosen, { kind: 'select', at: care, range: { anchor: care, corner: care } }).range,
    moved: gridReducer(chosen, { kind: 'focus', at: helm }).range,
    closed: gridReducer(chosen, { kind: 'toggle', rowId: 'theme' }).range,
    otherColumns: gridReducer(chosen, { kind: 'reset' }),
  }).toEqual({ several: range, one: null, moved: null, closed: null, otherColumns: startGrid() })
})

test('what is refused comes back into the editor with its reason, so that nothing typed is lost', () => {
  const state = after(
    ...typed('900'),
    { kind: 'send', changes: [change('care', 900_000_00)], next: helm },
    { kind: 'refuse-saved', at: careCell, text: '900', message: '2020/21 is closed' },
  )
  expect(state).toMatchObject({
    active: care,
    editor: { text: '900', message: '2020/21 is closed' },
    pending: new Map(),
  })
})

test('a refusal does not pull anybody out of another cell; its text waits where it was typed', () => {
  const waiting = after(
    ...typed('900'),
    { kind: 'send', changes: [change('care', 900_000_00)], next: helm },
    { kind: 'edit', at: helmCell, text: '5', isTypedOver: true },
    { kind: 'refuse-saved', at: careCell, text: '900', message: 'stale' },
  )
  expect(waiting.editor).toMatchObject({ rowId: 'helm', text: '5' })
  const back = gridReducer(waiting, { kind: 'edit', at: careCell, text: '100.0', isTypedOver: false })
  expect(back.editor).toMatchObject({ rowId: 'care', text: '900', message: 'stale' })
  expect(gridReducer(back, { kind: 'give-up' })).toMatchObject({ editor: null, refused: new Map() })
})

test('a text that cannot be read stays in the editor, and its reason goes as soon as it is changed', () => {
  const refused = after(...typed('abc'), { kind: 'refuse-typed', message: 'text' })
  expect(refused.editor).toMatchObject({ text: 'abc', message: 'text' })
  expect(gridReducer(refused, { kind: 'type', text: '1' }).editor).toMatchObject({ text: '1', message: null })
})

test('a text that cannot be read waits at its cell when another cell is chosen', () => {
  const left = after(...typed('abc'), { kind: 'refuse-typed', message: 'text' }, { kind: 'focus', at: helm })
  expect(left).toMatchObject({
    active: helm,
    editor: null,
    refused: new Map([['care plan', { text: 'abc', message: 'text' }]]),
  })
})
