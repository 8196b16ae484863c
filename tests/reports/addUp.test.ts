import { expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import { addUp } from '../../reports/model/addUp.ts'
import type { Part } from '../../reports/model/reportModel.ts'
import { leedsFacts } from '../support/leedsFacts.ts'
import { everyPart } from './support/everyPart.ts'
import { modelOf } from './support/leedsModels.ts'

const withAmount = (rowId: string, at: number, amount: number): Part[] =>
  everyPart.parts.map((part) =>
    part.kind === 'table'
      ? {
          ...part,
          rows: part.rows.map((row) =>
            row.id === rowId
              ? {
                  ...row,
                  cells: row.cells.map((cell, cellAt) =>
                    cellAt === at ? { kind: 'amount' as const, amount: pence(amount) } : cell,
                  ),
                }
              : row,
          ),
        }
      : part,
  )

test('a report whose sums hold has no miss', () => {
  expect(addUp(everyPart.parts)).toEqual([])
})

test('an amount that is off by a penny is named wherever a sum depends on it', () => {
  const misses = addUp(withAmount('money/tablets', 2, 100_040_01))
  expect(misses.map(({ row, column, stands, adds }) => [row, column, stands, adds])).toEqual([
    ['money/tablets', 'total', 150_080_00, 150_080_01],
    ['money/mobile-sum', 'y2020', 85_080_00, 85_080_01],
  ])
})

test('a total that is off by a penny is named with what its rows come to', () => {
  expect(
    addUp(withAmount('money/all', 3, 75_080_01)).map(({ row, column, stands, adds }) => [row, column, stands, adds]),
  ).toEqual([
    ['money/all', 'y2021', 75_080_01, 75_080_00],
    ['money/left', 'y2021', 4_920_00, 4_919_99],
  ])
})

test('sums go across tables, and a row that keeps the sums of its columns leaves out what it says in words', () => {
  const { parts } = modelOf('funding-and-cash-flow', leedsFacts())
  const controls = parts.find(({ id }) => id === 'controls')
  const row =
    controls?.kind === 'table' ? controls.rows.find(({ id }) => id === 'controls/funding-less-authority') : undefined
  expect([
    addUp(parts),
    row?.keepsColumnSums,
    row?.cells.map((cell) => (cell.kind === 'amount' ? cell.amount : cell.kind)),
  ]).toEqual([[], true, ['text', 0, 'not-applicable', 0, 0, 0, 0]])
})
