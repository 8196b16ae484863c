import { expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import { editableText } from '../../renderer/ui/editableText.ts'
import { fullAmount } from '../../renderer/ui/fullAmount.ts'

test('an open editor holds the exact amount in the unit shown', () => {
  expect([
    editableText(pence(400_000_00), '£000'),
    editableText(pence(400_123_45), '£000'),
    editableText(pence(-40_00), '£'),
    editableText(pence(12_50), '£'),
    editableText(pence(5), '£'),
    editableText(pence(3_049_000_00), '£m'),
    editableText(pence(0), '£000'),
  ]).toEqual(['400.0', '400.12345', '-40', '12.5', '0.05', '3.049', '0.0'])
})

test('the amount meant is said in full pounds, and nothing is said of what cannot be read', () => {
  expect([
    fullAmount('400', '£000'),
    fullAmount('£400', '£000'),
    fullAmount('1.2m', '£'),
    fullAmount('x', '£'),
  ]).toEqual(['= £400,000', '= £400', '= £1,200,000', ''])
})
