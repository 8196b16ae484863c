import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { planClear, planFill } from '../../../renderer/ui/moneyGrid/planFill.ts'

const columns: MoneyGridColumn[] = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase(), align: 'right' }))
const cellOf = (value: number | null | string): MoneyGridCell => {
  if (value === null) return { kind: 'missing', missing: 'none', isEditable: true }
  if (typeof value === 'string') return { kind: 'words', text: value }
  return { kind: 'money', amount: pence(value), isEditable: value >= 0 }
}
const row = (id: string, ...values: (number | null | string)[]): MoneyGridRow => ({
  id,
  label: id,
  depth: 1,
  isParent: false,
  cells: Object.fromEntries(columns.map((column, index) => [column.id, cellOf(values[index] ?? null)])),
})
const rows = [row('one', 5, null, 7), row('two', null, 8, -9), row('three', 'Green', 3, 0)]
const all = { top: 0, bottom: 2, left: 0, right: 2 }
const change = (rowId: string, columnId: string, amount: number) => ({ rowId, columnId, amount })

test('the first column is filled into the rest, and what does not take it is named', () => {
  expect(planFill('right', all, rows, columns)).toEqual({
    cells: 6,
    writes: [change('one', 'b', 5), change('one', 'c', 5)],
    same: 0,
    refused: [
      { cell: 'two, B', text: '', why: 'There is no amount in two, A to fill in here' },
      { cell: 'two, C', text: '', why: 'There is no amount in two, A to fill in here' },
      { cell: 'three, B', text: '', why: 'There is no amount in three, A to fill in here' },
      { cell: 'three, C', text: '', why: 'There is no amount in three, A to fill in here' },
    ],
    overwrites: [{ cell: 'one, C', before: 7, after: 5 }],
  })
})

test('the first row is filled into the rest', () => {
  const plan = planFill('down', { ...all, left: 1 }, rows, columns)
  expect(plan.writes).toEqual([change('three', 'c', 7)])
  expect(plan.refused).toEqual([
    { cell: 'two, B', text: '', why: 'There is no amount in one, B to fill in here' },
    { cell: 'two, C', text: '', why: 'This cannot be changed here' },
    { cell: 'three, B', text: '', why: 'There is no amount in one, B to fill in here' },
  ])
})

test('one cell is filled from the cell before it, and at the edge there is nothing to fill from', () => {
  expect(planFill('right', { top: 0, bottom: 0, left: 1, right: 1 }, rows, columns).writes).toEqual([
    change('one', 'b', 5),
  ])
  expect(planFill('down', { top: 1, bottom: 1, left: 0, right: 0 }, rows, columns).writes).toEqual([
    change('two', 'a', 5),
  ])
  const empty = { cells: 0, writes: [], same: 0, refused: [], overwrites: [] }
  expect(planFill('right', { top: 0, bottom: 1, left: 0, right: 0 }, rows, columns)).toEqual(empty)
  expect(planFill('down', { top: 0, bottom: 0, left: 0, right: 2 }, rows, columns)).toEqual(empty)
})

test('what only adds up others is never filled in: not a column of totals, nor the row of a theme', () => {
  const years: MoneyGridColumn[] = [{ ...columns[0]!, isTotal: true }, columns[1]!, columns[2]!]
  const sheet = [{ ...row('theme', 90, 60, 30), isParent: true }, row('care', 40, 20, null), row('helm', 50, 30, 20)]
  expect(planFill('right', { ...all, top: 1, bottom: 1 }, sheet, years).writes).toEqual([change('care', 'c', 20)])
  expect(planFill('down', { ...all, left: 1, right: 1 }, sheet, years).writes).toEqual([change('helm', 'b', 20)])
  const onlySums = [
    planFill('right', { top: 1, bottom: 1, left: 1, right: 1 }, sheet, years),
    planFill('down', { top: 1, bottom: 1, left: 1, right: 1 }, sheet, years),
  ]
  expect(onlySums.map(({ writes }) => writes)).toEqual([[], []])
})

test('clearing brings amounts to zero, leaves what is not recorded, and names what cannot be changed', () => {
  expect(planClear(all, rows, columns)).toEqual({
    cells: 6,
    writes: [change('one', 'a', 0), change('one', 'c', 0), change('two', 'b', 0), change('three', 'b', 0)],
    same: 1,
    refused: [{ cell: 'two, C', text: '', why: 'This cannot be changed here' }],
    overwrites: [
      { cell: 'one, A', before: 5, after: 0 },
      { cell: 'one, C', before: 7, after: 0 },
      { cell: 'two, B', before: 8, after: 0 },
      { cell: 'three, B', before: 3, after: 0 },
    ],
  })
})
