import { expect, test } from 'vitest'
import type { Failure } from '../../../domain/errors.ts'
import { messages } from '../../../domain/messages.ts'
import { type MoneyUnit, type Pence, pence, ZERO } from '../../../domain/money.ts'
import { readAmountExpression } from '../../../renderer/ui/moneyGrid/readAmountExpression.ts'

const before = pence(300_000_00)

const refusalOf = (text: string, old: Pence | 'none' = ZERO): Pick<Failure, 'code' | 'detail'> | number => {
  try {
    return readAmountExpression(text, '£000', old === 'none' ? undefined : old)
  } catch (error) {
    const { code, detail } = error as Failure
    return { code, detail }
  }
}

test.each<[string, MoneyUnit, number]>([
  ['400', '£000', 400_000_00],
  ['=120+35', '£000', 155_000_00],
  ['400/2', '£', 200_00],
  ['1.2m-15k', '£000', 1_185_000_00],
  ['*2', '£000', 600_000_00],
  ['/4', '£', 75_000_00],
  ['÷ 7', '£m', 42_857_14],
  ['× 1.5 + 10', '£000', 460_000_00],
  ['+20', '£000', 20_000_00],
  ['-20', '£000', -20_000_00],
  ['100/3', '£', 33_33],
  ['=-200/3', '£', -66_67],
  ['0.01/2', '£', 1],
  ['-0.01/2', '£', -1],
  ['(40)', '£000', -40_000_00],
])('%j typed in %s over £300,000 is %d pence', (text, unit, expected) => {
  expect(readAmountExpression(text, unit, before)).toBe(expected)
})

test('only a division is rounded: a fraction of a penny that was typed is refused', () => {
  expect(refusalOf('1.23456789')).toEqual({ code: 'bad-amount', detail: { text: '1.23456789' } })
})

test('what looks like a year or a date is not divided', () => {
  expect(['2020/21', '1/4/2020', ' 01/04/20 '].map((text) => refusalOf(text))).toEqual(
    ['2020/21', '1/4/2020', '01/04/20'].map((text) => ({ code: 'bad-amount', detail: { text } })),
  )
})

test('a leading factor needs an amount in the cell, and the refusal says so', () => {
  expect([refusalOf('*2', 'none'), refusalOf('/4', 'none')]).toEqual([
    { code: 'nothing-to-calculate', detail: { text: '*2' } },
    { code: 'nothing-to-calculate', detail: { text: '/4' } },
  ])
  expect(messages['nothing-to-calculate']({ text: '*2' })).toBe(
    '“*2” needs an amount that is there already. Enter the whole amount',
  )
})

test('a division by zero, too large an amount and too long a text are refused', () => {
  expect([refusalOf('4/0'), refusalOf('90000000m*2'), refusalOf(`=${'1+'.repeat(130)}1`)]).toEqual([
    { code: 'divided-by-zero', detail: {} },
    { code: 'amount-too-large', detail: { text: '90000000m*2' } },
    { code: 'bad-amount', detail: { text: `=${'1+'.repeat(130)}1`.slice(0, 60) } },
  ])
})
