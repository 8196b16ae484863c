import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { readInFull, shownWords, spokenWords } from '../../../renderer/ui/moneyGrid/cellWords.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'

const columns: MoneyGridColumn[] = [
  { id: 'plan', label: '2020/21', spoken: '2020 to 2021', align: 'right' },
  { id: 'next', label: '2021/22', spoken: '2021 to 2022', align: 'right' },
]

const care: MoneyGridRow = {
  id: 'care',
  label: 'care',
  depth: 2,
  isParent: false,
  cells: { plan: { kind: 'money', amount: pence(100_000_00) }, next: { kind: 'missing', missing: 'none' } },
}

test('a cell is read in full: row, column, amount with unit, whether it can be edited, and its checks', () => {
  const format = { unit: '£000' as const, pence: false }
  expect(readInFull(care, columns[0], { ...format, isEditable: true })).toBe(
    'care, 2020 to 2021, 100.0 thousand pounds, editable, no checks',
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
