import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../../renderer/ui/moneyGrid/roundingRow.ts'

const columns: MoneyGridColumn[] = [{ id: 'plan', label: '2020/21', align: 'right' }]

const row = (id: string, amount: number): MoneyGridRow => ({
  id,
  label: id,
  depth: 1,
  isParent: false,
  cells: { plan: { kind: 'money', amount: pence(amount) } },
})

test('a rounding row appears where parts add up in pence but not as shown, and only there', () => {
  const parts = [row('a', 40_00), row('b', 40_00), row('c', 40_00)]
  const total = row('sum', 120_00)
  expect(roundingRow(columns, parts, total, '£000')?.cells).toEqual({ plan: { kind: 'money', amount: 100_00 } })
  expect(roundingRow(columns, parts, total, '£')).toBeUndefined()
  expect(roundingRow(columns, parts, row('other', 500_00), '£000')).toBeUndefined()
})
