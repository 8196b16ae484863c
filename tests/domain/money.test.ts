import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../domain/errors.ts'
import {
  formatInSentence,
  formatMoney,
  formatPlain,
  LARGEST_AMOUNT,
  type MoneyUnit,
  type Pence,
  parseAmount,
  pence,
  roundToUnit,
  splitByWeights,
  sum,
} from '../../domain/money.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof Failure ? error.code : String(error)
  }
  return 'accepted'
}
const anyAmount = fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }).map((value) => value as Pence)
const units: MoneyUnit[] = ['£', '£000', '£m']

describe('reading an amount', () => {
  test.each<[string, MoneyUnit, number]>([
    ['£1,234.50', '£', 1_234_50],
    ['1.2m', '£', 1_200_000_00],
    ['£3,049k', '£', 3_049_000_00],
    ['£3.049k', '£m', 3_049_00],
    ['(12.00)', '£', -12_00],
    ['(£12k)', '£', -12_000_00],
    ['-40', '£', -40_00],
    ['-40', '£000', -40_000_00],
    ['−40.0', '£000', -40_000_00],
    ['-£40', '£000', -40_00],
    ['£-40', '£', -40_00],
    ['+7', '£', 7_00],
    ['16.99*3', '£', 50_97],
    ['3*16.99', '£000', 50_970_00],
    ['2*£1.50', '£000', 3_00],
    ['400+35.5', '£000', 435_500_00],
    ['400 - 35.5 + 1', '£', 365_50],
    ['-1+2*3', '£', 5_00],
    ['0.005+0.005', '£', 1],
    ['\u00a03,049.0\u00a0', '£000', 3_049_000_00],
    ['£ 1 k', '£', 1_000_00],
    ['3.05', '£m', 3_050_000_00],
    ['591', '£', 591_00],
    ['.5', '£', 50],
    ['1.500', '£', 1_50],
    ['0', '£m', 0],
    ['-0', '£', 0],
    ['0.1+0.2', '£', 30],
    ['90,000,000,000,000', '£', LARGEST_AMOUNT],
    ['(90000000m)', '£', -LARGEST_AMOUNT],
  ])('%j read in %s is %d pence', (text, unit, expected) => {
    expect(parseAmount(text, unit)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '-',
    '£',
    'k',
    'abc',
    '1e3',
    '0x10',
    '1.2.3',
    '5.',
    '1,23',
    '12,34,567',
    '1234,567',
    ',123',
    '1 234',
    '£1.234',
    '0.001k1',
    '1.005',
    '16.99*',
    '*3',
    '£2*£3',
    '1k*2k',
    '1/3',
    '(12',
    '12)',
    '((12))',
    '(1+2)',
    '(-12)',
    '1+-2',
    '--4',
    '££4',
    '4%',
    '$4',
    '12bn',
    'Infinity',
    'NaN',
    '1'.repeat(61),
  ])('%j is refused as bad-amount', (text) => {
    expect(codeOf(() => parseAmount(text))).toBe('bad-amount')
  })

  test.each(['90,000,000,000,000.01', '-90000000.00000001m', '9999999999m*9999999999', `${'9'.repeat(60)}`])(
    '%j is refused as amount-too-large',
    (text) => {
      expect(codeOf(() => parseAmount(text))).toBe('amount-too-large')
    },
  )

  test('the refusal repeats no more of a long text than an amount could be long', () => {
    expect(() => parseAmount('x'.repeat(1_000_000))).toThrow(
      expect.objectContaining({ code: 'bad-amount', detail: { text: 'x'.repeat(60) } }),
    )
  })

  test('a whole number of pence is taken, a fraction or too large a number refused', () => {
    expect(pence(-5)).toBe(-5)
    expect(Object.is(pence(-0), 0)).toBe(true)
    expect(codeOf(() => pence(0.5))).toBe('bad-amount')
    expect(codeOf(() => pence(Number.NaN))).toBe('bad-amount')
    expect(codeOf(() => pence(LARGEST_AMOUNT + 1))).toBe('amount-too-large')
  })

  test('whatever is written can be read again: plain, in a cell with pence, and in a sentence', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseAmount(formatPlain(amount))).toBe(amount)
        expect(parseAmount(formatMoney(amount, '£', { pence: true }))).toBe(amount)
        expect(parseAmount(formatInSentence(amount).replace('minus ', '-'))).toBe(amount)
      }),
    )
  })

  test('what a unit shows reads back in that unit as the rounded amount', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom(...units), (amount, unit) => {
        fc.pre(Math.abs(amount) <= LARGEST_AMOUNT - 1_000_000)
        expect(parseAmount(formatMoney(amount, unit), unit)).toBe(roundToUnit(amount, unit))
      }),
    )
  })

  test('no text gets past as anything but an amount or a refusal', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'0123456789.,£km()+-* \u00a0x'), maxLength: 20 })
    fc.assert(
      fc.property(soup, fc.constantFrom(...units), (text, unit) => {
        let amount: number
        try {
          amount = parseAmount(text, unit)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          return
        }
        expect(Number.isSafeInteger(amount)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('writing an amount', () => {
  test.each<[number, MoneyUnit, string]>([
    [3_049_000_00, '£', '3,049,000'],
    [3_049_000_00, '£000', '3,049.0'],
    [3_049_000_00, '£m', '3.05'],
    [1_228_000_00, '£m', '1.23'],
    [-40_000_00, '£000', '(40.0)'],
    [-40_000_00, '£', '(40,000)'],
    [0, '£', '0'],
    [0, '£000', '0.0'],
    [0, '£m', '0.00'],
    [50, '£', '1'],
    [49, '£', '0'],
    [-49, '£', '0'],
    [-50, '£', '(1)'],
    [5_000, '£000', '0.1'],
    [-5_000, '£000', '(0.1)'],
    [LARGEST_AMOUNT, '£', '90,000,000,000,000'],
  ])('%d pence in %s is %s', (amount, unit, expected) => {
    expect(formatMoney(pence(amount), unit)).toBe(expected)
  })

  test('pence are shown in pounds only when asked for, and never in £000', () => {
    expect(formatMoney(pence(1_234_05), '£', { pence: true })).toBe('1,234.05')
    expect(formatMoney(pence(-5), '£', { pence: true })).toBe('(0.05)')
    expect(formatMoney(pence(1_234_05), '£000', { pence: true })).toBe('1.2')
  })

  test('a sentence says whole pounds, pence where there are any, and minus in words', () => {
    expect([65_000_00, -40_000_00, 12_34, -5, 0].map((amount) => formatInSentence(pence(amount)))).toEqual([
      '£65,000',
      'minus £40,000',
      '£12.34',
      'minus £0.05',
      '£0',
    ])
  })

  test('CSV gets pounds and pence without separators', () => {
    expect([-40_00, 3_049_000_00, 5, 0].map((amount) => formatPlain(pence(amount)))).toEqual([
      '-40.00',
      '3049000.00',
      '0.05',
      '0.00',
    ])
  })

  test('rounding moves an amount by half of what is shown at most, and alike on both sides of zero', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom(...units), (amount, unit) => {
        fc.pre(Math.abs(amount) <= LARGEST_AMOUNT - 1_000_000)
        const step = { '£': 100, '£000': 10_000, '£m': 1_000_000 }[unit]
        const rounded = roundToUnit(amount, unit)
        expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(step)
        expect(Math.abs(rounded) % step).toBe(0)
        expect(roundToUnit(pence(-amount), unit)).toBe(pence(-rounded))
      }),
    )
  })
})

describe('adding and sharing', () => {
  test('a sum is exact and refuses to leave the range', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { maxLength: 50 }), (amounts) => {
        expect(BigInt(sum(amounts))).toBe(amounts.reduce((total, amount) => total + BigInt(amount), 0n))
      }),
    )
    expect(codeOf(() => sum([LARGEST_AMOUNT, 1]))).toBe('amount-too-large')
  })

  test('the odd penny goes to the largest remainder, then to the earlier part', () => {
    expect(splitByWeights(pence(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByWeights(pence(100), [1, 1000])).toEqual([0, 100])
    expect(splitByWeights(pence(-100), [1, 1, 1])).toEqual([-34, -33, -33])
    expect(splitByWeights(pence(5), [0, 2, 0])).toEqual([0, 5, 0])
  })

  test('the parts always add up, and none is a penny or more from its share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(anyAmount, weights, (amount, given) => {
        const whole = given.reduce((total, weight) => total + weight, 0)
        fc.pre(whole > 0)
        const parts = splitByWeights(amount, given)
        expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(amount))
        for (const [index, part] of parts.entries()) {
          const error = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(given[index] ?? 0)
          expect(error < BigInt(whole) && error > -BigInt(whole)).toBe(true)
        }
      }),
    )
  })

  test.each([[[]], [[0, 0]], [[1, -1, 5]], [[0.5, 0.5]], [[Number.NaN]]])(
    'weights %j are refused as bad-amount',
    (weights) => {
      expect(codeOf(() => splitByWeights(pence(100), weights))).toBe('bad-amount')
    },
  )
})
