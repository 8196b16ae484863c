import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactNumber } from '../../../renderer/ui/moneyGrid/exactNumber.ts'

test.each<[string, string | undefined, string | undefined]>([
  ['400,123.5', '400123.456', '400123.456'],
  ['(40.0)', '-40.04', '-40.04'],
  ['-£1,234', '-1234.4', '-£1234.4'],
  ['£-1,235', '-1234.5', '-£1234.5'],
  ['0.0', '1E-5', '0.00001'],
  ['120,000', '1.2E+05', '120000'],
  ['1,234.57', '1234.5650000000001', '1234.565'],
  ['0.3', '0.30000000000000004', '0.3'],
  ['(0.0)', '-0.04', '-0.04'],
  ['0', '0', '0'],
  ['41.5%', '0.415', undefined],
  ['20/08/2020', '44063', undefined],
  ['1,235', '1234567', undefined],
  ['1.2m', '1234567', undefined],
  ['40.0', '-40', undefined],
  ['abc', '1', undefined],
  ['12', '', undefined],
  ['12', undefined, undefined],
  ['12', 'NaN', undefined],
  ['12', '.', undefined],
])('%j over %j is %j', (shown, raw, expected) => {
  expect(exactNumber(shown, raw)).toBe(expected)
})

test('a number shown with fewer decimals is always found again in full', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2 }), (thousandths, decimals) => {
      const raw = `${thousandths < 0 ? '-' : ''}${Math.floor(Math.abs(thousandths) / 1000)}.${String(Math.abs(thousandths) % 1000).padStart(3, '0')}`
      const shown = (thousandths / 1000).toLocaleString('en-GB', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        roundingMode: 'halfExpand',
      })
      fc.pre(!/^-0(\.0+)?$/.test(shown))
      expect(Number(exactNumber(shown, raw))).toBe(thousandths / 1000)
    }),
  )
})
