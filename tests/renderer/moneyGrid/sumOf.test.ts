import { expect, test } from 'vitest'
import { LARGEST_AMOUNT, pence } from '../../../domain/money.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { sumInWords, sumOf } from '../../../renderer/ui/moneyGrid/sumOf.ts'

const columns: MoneyGridColumn[] = [
  { id: 'plan', label: 'Plan', align: 'right' },
  { id: 'note', label: 'Note', align: 'left' },
]
const row = (id: string, depth: number, amount: number | null, look: MoneyGridRow['look'] = 'plain'): MoneyGridRow => ({
  id,
  label: id,
  depth,
  isParent: depth === 1 && look !== 'total',
  look,
  cells: {
    plan: amount === null ? { kind: 'missing', missing: 'none' } : { kind: 'money', amount: pence(amount) },
    note: { kind: 'words', text: id },
  },
})
const rows = [
  row('theme', 1, 635_000_00, 'group'),
  row('care', 2, 400_000_00),
  row('helm', 2, 235_000_00),
  row('ideas', 2, null),
  row('other', 1, -100_000_00, 'group'),
  row('total', 1, 535_000_00, 'total'),
]
const sum = (top: number, bottom: number, right = 0) => sumOf({ top, bottom, left: 0, right }, rows, columns)

test('cells, amounts, sum and average of the range; what is missing is not counted as an amount', () => {
  expect(sum(1, 3, 1)).toEqual({
    cells: 6,
    amounts: 2,
    sum: 635_000_00,
    average: 317_500_00,
    includesTotals: false,
  })
})

test('a total that is selected with its parts is said, whichever kind of total it is', () => {
  expect([sum(0, 1), sum(0, 0), sum(1, 4), sum(4, 5), sum(3, 3), sum(0, 5)].map((each) => each.includesTotals)).toEqual(
    [true, false, false, true, false, true],
  )
})

test('a column of totals that is selected with the columns it adds up is said too', () => {
  const years: MoneyGridColumn[] = [{ id: 'plan', label: 'Total', align: 'right', isTotal: true }, columns[0]!]
  const across = (left: number, right: number) => sumOf({ top: 1, bottom: 2, left, right }, rows, years).includesTotals
  expect([across(0, 1), across(0, 0), across(1, 1)]).toEqual([true, false, false])
})

test('the average is rounded to the penny, half away from zero', () => {
  const uneven = [row('a', 2, -1), row('b', 2, -2)]
  expect(sumOf({ top: 0, bottom: 1, left: 0, right: 0 }, uneven, columns).average).toBe(-2)
})

test('the status line says it in the unit, and nothing of one cell', () => {
  expect([sum(1, 2), sum(0, 3), sum(3, 3, 1), sum(1, 1)].map((each) => sumInWords(each, '£000'))).toEqual([
    '2 cells, sum 635.0 £000, average 317.5',
    '4 cells, 3 with an amount, sum 1,270.0 £000, average 423.3, includes totals of cells also selected',
    '2 cells, no amounts',
    '',
  ])
})

test('a sum over £90 trillion is said to be one, and the average is still right', () => {
  const large = [row('a', 2, LARGEST_AMOUNT), row('b', 2, LARGEST_AMOUNT)]
  const result = sumOf({ top: 0, bottom: 1, left: 0, right: 0 }, large, columns)
  expect(sumInWords(result, '£m')).toBe('2 cells, sum over £90 trillion, average 90,000,000.00')
})
