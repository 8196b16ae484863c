import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { columnWidths } from '../../../renderer/ui/moneyGrid/columnWidths.ts'
import type { MoneyGridCell, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'

const widthOf = (...cells: MoneyGridCell[]): number | undefined => {
  const rows = cells.map((cell, index): MoneyGridRow => {
    return { id: String(index), label: '', depth: 1, isParent: false, cells: { plan: cell } }
  })
  return columnWidths([{ id: 'plan', label: '2020/21', align: 'right' }], rows, '£000', new Set())[0]
}
const money = (amount: number): MoneyGridCell => ({ kind: 'money', amount: pence(amount) })

test('a column is as wide as the longest of all its cells, whatever that holds', () => {
  const room = (widthOf() ?? 0) - '2020/21'.length
  expect({
    heading: widthOf(money(1_00)),
    largest: widthOf(money(1_00), money(1_234_567_800_00)),
    negative: widthOf(money(-1_234_567_800_00), money(1_00)),
    missing: widthOf(money(1_00), { kind: 'missing', missing: 'not-recorded' }),
    words: widthOf({ kind: 'words', text: 'Recommended 2020/21' }),
    marked: widthOf({ ...money(1_00), marks: [{ kind: 'check', words: '1 open check' }] } as MoneyGridCell),
  }).toEqual({
    heading: '2020/21'.length + room,
    largest: '1,234,567.8'.length + room,
    negative: '(1,234,567.8)'.length + room,
    missing: 'not recorded'.length + room,
    words: 'Recommended 2020/21'.length + room,
    marked: '2020/21'.length + 2 + room,
  })
})
