import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, formatPlain, pence } from '../../../domain/money.ts'
import type { ExtractCell } from '../../../domain/spend/extractRow.ts'
import { readAmount } from '../../../domain/spend/readAmount.ts'
import { readDay } from '../../../domain/spend/readDay.ts'
import { readPeriod, readYear } from '../../../domain/spend/readPeriod.ts'

const text = (value: string): ExtractCell => ({ text: value, value, kind: 'text', isFormula: false })
const number = (value: number): ExtractCell => ({ text: String(value), value, kind: 'number', isFormula: false })
const date = (value: string): ExtractCell => ({ text: value, value, kind: 'date', isFormula: false })

test.each([
  ['1234.5', 123_450],
  ['£1,234.50', 123_450],
  ['(1,234.50)', -123_450],
  ['1,234.50-', -123_450],
  ['-£1,234.50', -123_450],
  ['£-1,234.50', -123_450],
  ['−40', -4_000],
  ['1,234.50 CR', -123_450],
  ['1,234.50DR', 123_450],
  ['1\u00a0234.50', 123_450],
  ['\u00a0£\u2009 1\u202f234.50\u00a0', 123_450],
  ['1.234,50', 123_450],
  ['1234,5', 123_450],
  ["1'234.50", 123_450],
  ['GBP 12', 1_200],
  ['12.5000', 1_250],
  ['.5', 50],
  ['-', 0],
  ['nil', 0],
  ['(0.00)', 0],
])('the text %s is an amount', (written, amount) => {
  expect(readAmount(text(written))).toEqual({ amount })
})

test.each([
  ['TBC', 'The cell has text, ‘TBC’. Enter an amount in pounds, even if it is 0'],
  ['1,23,4', 'The cell has text, ‘1,23,4’. Enter an amount in pounds, even if it is 0'],
  ['(12', 'The cell has text, ‘(12’. Enter an amount in pounds, even if it is 0'],
  ['12.345', '12.345 has a fraction of a penny. Enter the amount in pounds and pence'],
  ['99999999999999999', '99999999999999999 is larger than any amount of a programme. Enter the right amount'],
  ['####', 'The column was too narrow when the file was saved. Widen it in Excel and save the file again'],
])('the text %s is no amount, and why is said', (written, problem) => {
  expect(readAmount(text(written))).toEqual({ problem })
})

test('a number is read to the penny that it means, and no fraction of one is rounded away', () => {
  expect([number(0.1 + 0.2), number(1234.5), number(-0), number(1e15), number(33.333)].map(readAmount)).toEqual([
    { amount: 30 },
    { amount: 123_450 },
    { amount: 0 },
    { problem: '1000000000000000 is larger than any amount of a programme. Enter the right amount' },
    { problem: '33.333 has a fraction of a penny. Enter the amount in pounds and pence' },
  ])
  expect(readAmount({ text: '#REF!', value: '#REF!', kind: 'error', isFormula: true })).toEqual({
    problem: 'The cell has the error #REF!. Put its formula right, or enter the amount',
  })
  expect(readAmount(date('2020-08-14'))).toEqual({
    problem: 'The cell has ‘2020-08-14’, which is not an amount. Enter an amount in pounds, even if it is 0',
  })
})

test('every amount reads as it is written, as a number, plainly, and as people print it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (pennies) => {
      const amount = pence(pennies)
      const written = [
        text(formatPlain(amount)),
        text(formatMoney(amount, '£', { pence: true })),
        number(pennies / 100),
      ]
      expect(written.map(readAmount)).toEqual([{ amount }, { amount }, { amount }])
    }),
  )
})

test.each([
  [date('2020-08-14'), '2020-08-14'],
  [number(44_057), '2020-08-14'],
  [number(44_057.99), '2020-08-14'],
  [text('44057'), '2020-08-14'],
  [text('14/08/2020'), '2020-08-14'],
  [text('14.8.20'), '2020-08-14'],
  [text('14-Aug-2020'), '2020-08-14'],
  [text('14 August 2020'), '2020-08-14'],
  [text('2020-08-14T09:30:00Z'), '2020-08-14'],
  [text('14/08/2020 09:30'), '2020-08-14'],
  [text('20200814'), '2020-08-14'],
])('$text is a day', (cell, day) => {
  expect(readDay(cell, 'day-month')).toEqual({ day })
})

test('the order of day and month is as the mapping says, and what is no day says so', () => {
  expect(readDay(text('08/14/2020'), 'month-day')).toEqual({ day: '2020-08-14' })
  const problem = (value: string) => ({
    problem: `The cell has ‘${value}’, which is not a date. Enter a day, for example 14/08/2020`,
  })
  const cells = ['08/14/2020', '31/02/2020', 'soon', '14/08/1066', '12'].map(text)
  expect(cells.map((cell) => readDay(cell, 'day-month'))).toEqual(cells.map((cell) => problem(cell.text)))
})

test.each([
  ['3', { period: 3, startYear: null }],
  ['03', { period: 3, startYear: null }],
  ['P3', { period: 3, startYear: null }],
  ['Period 12', { period: 12, startYear: null }],
  ['P03 2021', { period: 3, startYear: 2021 }],
  ['P03 2020/21', { period: 3, startYear: 2020 }],
  ['2020/21 P3', { period: 3, startYear: 2020 }],
  ['2020-21/03', { period: 3, startYear: 2020 }],
  ['202003', { period: 3, startYear: 2020 }],
  ['2020/003', { period: 3, startYear: 2020 }],
  ['Jun-20', { period: 3, startYear: 2020 }],
  ['March 2021', { period: 12, startYear: 2020 }],
  ['May', { period: 2, startYear: null }],
  ['P15 2020', { period: 13, startYear: 2020 }],
])('the period %s is understood', (written, reading) => {
  expect(readPeriod(text(written), { yearNamedBy: 'start', dayOrder: 'day-month' })).toEqual(reading)
})

test('a year named by its end is the one before, a date is its month, and other things are no periods', () => {
  const read = (cell: ExtractCell) => readPeriod(cell, { yearNamedBy: 'end', dayOrder: 'day-month' })
  expect(
    [text('P03 2021'), date('2020-06-01'), text('17'), text('0'), text('P3 2020/22'), text('soon')].map(read),
  ).toEqual([
    { period: 3, startYear: 2020 },
    { period: 3, startYear: 2020 },
    { problem: 'The cell has ‘17’, which is not a period. Enter one from 1 to 13' },
    { problem: 'Period 0 is what was brought forward from the year before. Leave this row out' },
    { problem: '‘P3 2020/22’ has no financial year that is understood' },
    { problem: 'The cell has ‘soon’, which is not a period. Enter one from 1 to 13' },
  ])
  expect(
    ['2020/21', '20-21', '2020-2021', 'FY21', '2021', 'x'].map((each) => readYear(text(each), { yearNamedBy: 'end' })),
  ).toEqual([
    { startYear: 2020 },
    { startYear: 2020 },
    { startYear: 2020 },
    { startYear: 2020 },
    { startYear: 2020 },
    { problem: 'The cell has ‘x’, which is not a financial year. Enter one, for example 2020/21' },
  ])
})
