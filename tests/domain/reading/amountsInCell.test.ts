import { expect, test } from 'vitest'
import type { MoneyUnit } from '../../../domain/money.ts'
import { amountsInCell } from '../../../domain/reading/amountsInCell.ts'

const read = (text: string, unit: MoneyUnit, isOfOneLabel?: boolean) =>
  amountsInCell(text, unit, isOfOneLabel).map(({ value, unit: own, marks, confidence, start, end }) => [
    value === null ? null : value / 100,
    own,
    marks.join(' '),
    confidence,
    text.slice(start, end),
  ])

test.each<[string, MoneyUnit, number | null, MoneyUnit, string, string]>([
  ['1135.0', '£000', 1_135_000, '£000', '', 'read'],
  ['635.00', '£000', 635_000, '£000', '', 'read'],
  ['400000', '£', 400_000, '£', '', 'read'],
  ['3,049,000', '£', 3_049_000, '£', '', 'read'],
  ['3\u00a0049\u00a0000', '£', 3_049_000, '£', '', 'read'],
  ['1\u2009228.0', '£000', 1_228_000, '£000', '', 'read'],
  ['(40.0)', '£000', -40_000, '£000', '', 'read'],
  ['(£40k)', '£', -40_000, '£000', '', 'read'],
  ['-40', '£', -40, '£', '', 'read'],
  ['−40.5', '£', -40.5, '£', '', 'read'],
  ['£-40', '£', -40, '£', '', 'read'],
  ['*591000', '£', 591_000, '£', '*', 'read'],
  ['591.0 †', '£000', 591_000, '£000', '†', 'read'],
  ['591.0¹', '£000', 591_000, '£000', '¹', 'read'],
  ['0.0', '£000', 0, '£000', '', 'read'],
  ['-', '£', null, '£', '', 'read'],
  ['–', '£', null, '£', '', 'read'],
  ['Nil', '£', null, '£', '', 'read'],
  ['*', '£', null, '£', '*', 'read'],
  ['1.22m', '£000', 1_220_000, '£m', '', 'read'],
  ['£3,049k', '£', 3_049_000, '£000', '', 'read'],
  ['£2 billion', '£', 2_000_000_000, '£m', '', 'read'],
  ['3.05', '£m', 3_050_000, '£m', '', 'read'],
  ['.5', '£m', 500_000, '£m', '', 'read'],
  ['£635', '£000', 635_000, '£000', '', 'inferred'],
  ['£635,000', '£000', 635_000, '£', '', 'inferred'],
  ['1 228.0', '£000', 1_228_000, '£000', '', 'inferred'],
  ['400,000 (estimate)', '£', 400_000, '£', '', 'inferred'],
  ['40.0-', '£000', -40_000, '£000', '', 'inferred'],
  ['0.001', '£', 0, '£', '', 'inferred'],
  ['see note 2', '£', null, '£', '', 'not-understood'],
  ['up to 400,000', '£', null, '£', '', 'not-understood'],
  ['41.5%', '£', null, '£', '', 'not-understood'],
  ['(40.0', '£', null, '£', '', 'not-understood'],
  ['2020/21', '£', null, '£', '', 'not-understood'],
  ['12345678901234', '£', null, '£', '', 'not-understood'],
  ['TBC', '£', null, '£', '', 'not-understood'],
])('a cell with %j in a column of %s', (text, unit, value, own, marks, confidence) => {
  expect(read(text, unit)).toEqual([[value, own, marks, confidence, text]])
})

test('an empty cell has no amount', () => {
  expect([amountsInCell('', '£'), amountsInCell(' \u00a0', '£')]).toEqual([[], []])
})

test('several amounts on a line are each read, with the characters they stand on', () => {
  expect([read('145000 40000  *70000', '£', false), read('145 000', '£', false), read('145 000', '£', true)]).toEqual([
    [
      [145_000, '£', '', 'read', '145000'],
      [40_000, '£', '', 'read', '40000'],
      [70_000, '£', '*', 'read', '*70000'],
    ],
    [
      [145, '£', '', 'read', '145'],
      [0, '£', '', 'read', '000'],
    ],
    [[145_000, '£', '', 'inferred', '145 000']],
  ])
})

test('what is inferred says why', () => {
  expect(
    ['£635', '1 228.0', '400,000 (estimate)', '40.0-', '0.001', 'TBC'].map(
      (text) => amountsInCell(text, '£000')[0]?.why,
    ),
  ).toEqual([
    'It has a pound sign in a column in £000 and is read in £000.',
    'The spaces are read as separators of thousands.',
    'The words beside the amount are left out.',
    'The minus behind it is read as one before it.',
    null,
    'This is not read as an amount.',
  ])
})
