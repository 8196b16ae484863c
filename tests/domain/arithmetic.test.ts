import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculate, roundedPence } from '../../domain/arithmetic.ts'

const inPence = (text: string, power = 2): bigint | undefined => {
  const exact = calculate(text, { power })
  return exact && roundedPence(exact)
}

test.each([
  ['=120+35', 155_00n],
  ['400/2', 200_00n],
  ['400÷2×3', 600_00n],
  ['1.2m-15k', 1_185_000_00n],
  ['2*(3+4)', 14_00n],
  ['(3+4)*2', 14_00n],
  ['=(40)', 40_00n],
  ['(40)', -40_00n],
  ['£(1,234)', -1_234_00n],
  ['=-(1+2)*3', -9_00n],
  ['100/3', 33_33n],
  ['-100/3', -33_33n],
  ['1/200', 1n],
  ['-1/200', -1n],
  ['=((1+2)*(3+4))/7', 3_00n],
  ['1 234\u00a0', undefined],
  ['1\u00a0234', 1_234_00n],
  ['3\u2009049\u2009000.50', 3_049_000_50n],
  ['–40', -40_00n],
  ['\u200b40\u200e', 40_00n],
  ['£1k/4', 250_00n],
  ['10-2-3', 5_00n],
  ['64/4/2', 8_00n],
])('%j is %s pence', (text, expected) => {
  expect(inPence(text)).toBe(expected)
})

test.each([
  '',
  '=',
  '()',
  '=()',
  '2*',
  '/2',
  '=*2',
  '(1+2)',
  '(-12)',
  '2+(3)',
  '1/2k',
  '1k*2k',
  '2**3',
  '(1',
  '1)',
  '1\u00a0234,567',
  '=1=2',
])('%j is no arithmetic', (text) => {
  expect(inPence(text)).toBe(undefined)
})

test('a mark makes its term an amount, and a number beside it is in the unit of the page', () => {
  expect([inPence('1.2m+15', 5), inPence('(100+20)*2', 5), inPence('£50+1', 5), inPence('2*£3', 5)]).toEqual([
    1_215_000_00n,
    240_000_00n,
    1_050_00n,
    6_00n,
  ])
})

test('nothing is divided by zero', () => {
  expect(() => calculate('4/(2-2)', { power: 2 })).toThrow(expect.objectContaining({ code: 'divided-by-zero' }))
})

test('sums, products and quotients are those of whole numbers, whatever is nested', () => {
  type Tree = { text: string; over: bigint; under: bigint }
  const leaf = fc
    .integer({ min: 1, max: 999 })
    .map((value): Tree => ({ text: String(value), over: BigInt(value), under: 1n }))
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([a, sign, b]): Tree => {
        const text = `(${a.text}${sign}${b.text})`
        if (sign === '*') return { text, over: a.over * b.over, under: a.under * b.under }
        if (sign === '/') return { text, over: a.over * b.under, under: a.under * b.over }
        return { text, over: a.over * b.under + (sign === '+' ? 1n : -1n) * b.over * a.under, under: a.under * b.under }
      }),
    ),
  }))
  fc.assert(
    fc.property(tree, ({ text, over, under }) => {
      fc.pre(under !== 0n)
      const read = calculate(`=${text}`, { power: 2 })!
      expect(read.over * under).toBe(over * 100n * read.under)
    }),
  )
})
