import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import {
  belowZeroInWords,
  doubtInWords,
  overwrittenInWords,
  planInWords,
  refusedInWords,
} from '../../../renderer/ui/moneyGrid/pasteInWords.ts'
import type { RefusedCell } from '../../../renderer/ui/moneyGrid/writePlan.ts'

const change = { rowId: 'a', columnId: 'b', amount: pence(0) }
const refused: RefusedCell = { cell: 'Portal, 2020/21', text: 'abc', why: '“abc” is text' }
const plan = (writes: number, same: number, refusals: number) => ({
  cells: writes + same + refusals,
  writes: Array.from({ length: writes }, () => change),
  same,
  refused: Array.from({ length: refusals }, () => refused),
  overwrites: [],
})

test('what a paste would do is one sentence, with the first refusal in it', () => {
  expect([plan(57, 2, 1), plan(0, 0, 3), plan(1200, 1, 0), plan(1, 0, 0)].map(planInWords)).toEqual([
    '60 cells: 57 will change, 2 the same, 1 refused: Portal, 2020/21: “abc” is text',
    '3 cells: 0 will change, 3 refused, the first: Portal, 2020/21: “abc” is text',
    '1,201 cells: 1,200 will change, 1 the same',
    '1 cell: 1 will change',
  ])
  expect([refused, { ...refused, why: 'This cannot be changed here' }].map(refusedInWords)).toEqual([
    'Portal, 2020/21: “abc” is text',
    'Portal, 2020/21: this cannot be changed here',
  ])
})

test('a replaced amount stands beside the new one, in full where the unit would show no difference', () => {
  const cell = 'Portal, 2020/21'
  expect([
    overwrittenInWords({ cell, before: pence(115_000_00), after: pence(-120_000_00) }, '£000'),
    overwrittenInWords({ cell, before: pence(115_000_00), after: pence(115_000_01) }, '£000'),
  ]).toEqual(['Portal, 2020/21: 115.0 → (120.0)', 'Portal, 2020/21: £115,000 → £115,000.01'])
})

test('amounts below zero are asked about as what they may be', () => {
  expect([1, 1200].map(belowZeroInWords)).toEqual([
    '1 amount goes below zero. Apply only if you mean to take that much away',
    '1,200 amounts go below zero. Apply only if you mean to take that much away',
  ])
})

test('a doubt names the two units that would explain it', () => {
  expect(doubtInWords({ times: 1000, isLarger: true }, '£000')).toBe(
    'These amounts are about 1,000 times larger than the rest of this table. Check whether they are in pounds or £000',
  )
  expect(doubtInWords({ times: 1000, isLarger: false }, '£000')).toContain('Check whether they are in £000 or £m')
  expect(doubtInWords({ times: 1_000_000, isLarger: true }, '£m')).toContain('Check whether they are in pounds or £m')
  expect(doubtInWords({ times: 1_000_000, isLarger: false }, '£')).toContain(
    'about 1,000,000 times smaller than the rest of this table. Check whether they are in pounds or £m',
  )
  expect(doubtInWords({ times: 1000, isLarger: true }, '£')).toContain('Check them before you apply')
})
