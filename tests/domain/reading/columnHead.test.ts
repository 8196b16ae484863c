import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYear } from '../../../domain/financialYear.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import { isOnlyUnit, readColumnHead, unitInWords, yearsIn } from '../../../domain/reading/columnHead.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, paragraph, summaryOf, table } from './given.ts'

const short = (text: string): string => {
  const { meaning, unit, why } = readColumnHead(text)
  const what = meaning === null ? '-' : meaning.kind === 'total' ? 'total' : `${meaning.kind} ${meaning.startYear}`
  return [what, ...(unit === null ? [] : [unit]), ...(why === null ? [] : ['inferred'])].join(' ')
}

test.each([
  ["TOTAL £000's", 'total £000'],
  ['Total (£)', 'total £'],
  ['Grand total £m', 'total £m'],
  ['Whole life', 'total'],
  ['TOTAL 2020/21 - 2021/22', 'total'],
  ['TO MARCH 2020', 'to-march 2020'],
  ["TO MARCH 2020 £'000", 'to-march 2020 £000'],
  ['Spend to 31st March 2020 £k', 'to-march 2020 £000'],
  ['To 31/03/2020', 'to-march 2020'],
  ['Before 2020/21', 'to-march 2020'],
  ['Pre 2020-21', 'to-march 2020'],
  ['2020/21', 'year 2020'],
  ['2020-21', 'year 2020'],
  ['2020–21', 'year 2020'],
  ['2020/2021', 'year 2020'],
  ['20/21', 'year 2020'],
  ['FY2020/21 (£)', 'year 2020 £'],
  ['2020/21 Budget £000', 'year 2020 £000'],
  ['1999/00', 'year 1999'],
  ["2000/01 £000's", 'year 2000 £000'],
  ['2020', 'year 2020 inferred'],
  ['2023 on', 'beyond 2023'],
  ['2023/24 onwards £000', 'beyond 2023 £000'],
  ['2023+', 'beyond 2023'],
  ['2023/24 and beyond', 'beyond 2023'],
  ['After 2022/23', 'beyond 2023'],
  ['Beyond March 2023', 'beyond 2023'],
  ['From 2023/24', 'beyond 2023'],
  ["£000's", '- £000'],
  ['2020/21 and 2021/22', '-'],
  ['2020-22', '-'],
  ['Description', '-'],
  ['Total overall Funding (As per latest Capital Programme)', '-'],
  ['32210/000/000', '-'],
])('the head %j', (head, meaning) => {
  expect(short(head)).toBe(meaning)
})

test('units are told from numbers and schemes', () => {
  expect(
    [
      "£000's",
      '(£k)',
      '£',
      "£'000",
      'all amounts in £m',
      'in thousands',
      '2,000',
      '£2,000',
      '32210/000/000',
      'Summary',
    ].map(unitInWords),
  ).toEqual(['£000', '£000', '£', '£000', '£m', '£000', null, null, null, null])
  expect(["£000's", '(£)', '£ 5', '2020/21 £', ''].map(isOnlyUnit)).toEqual([true, true, false, false, false])
})

test('years in a text, each once', () => {
  expect(yearsIn('In 2020/21, 21/22 and again 2020-21; 31/03/2020, 24/7 and 2020/25 are none.')).toEqual([2020, 2021])
})

const units: Record<MoneyUnit, readonly string[]> = {
  '£': ['£', '(£)', '£s'],
  '£000': ["£000's", '£000', "£'000", '(£k)', '£ thousands'],
  '£m': ['£m', '(£m)', '£ million'],
}
const years: readonly ((year: number) => string)[] = [
  formatYear,
  (year) => formatYear(year).replace('/', '-'),
  (year) => `FY ${formatYear(year)}`,
  (year) => `${year}/${year + 1}`,
  (year) => formatYear(year).replace('/', ' / '),
]
const before: readonly ((year: number) => string)[] = [
  (year) => `TO MARCH ${year}`,
  (year) => `Spend to 31 March ${year}`,
  (year) => `Before ${formatYear(year)}`,
]
const after: readonly ((year: number) => string)[] = [
  (year) => `${year} on`,
  (year) => `${formatYear(year)} onwards`,
  (year) => `${year}+`,
  (year) => `After ${formatYear(year - 1)}`,
]
const places = { '£': 0, '£000': 1, '£m': 2 }

test('a table of any years, in any unit and any form of head, is understood as it was written', () => {
  fc.assert(
    fc.property(
      fc.record({
        firstYear: fc.integer({ min: 1992, max: 2090 }),
        count: fc.integer({ min: 1, max: 8 }),
        unit: fc.constantFrom<MoneyUnit>('£', '£000', '£m'),
        words: fc.nat(),
        yearForm: fc.constantFrom(...years),
        beforeForm: fc.option(fc.constantFrom(...before)),
        afterForm: fc.option(fc.constantFrom(...after)),
        totalIs: fc.constantFrom('first', 'last', 'none'),
        unitStands: fc.constantFrom('in each head', 'below', 'in the title'),
        rows: fc.array(fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 11, maxLength: 11 }), {
          minLength: 1,
          maxLength: 4,
        }),
        hasBrackets: fc.boolean(),
        hasCommas: fc.boolean(),
      }),
      ({
        firstYear,
        count,
        unit,
        words,
        yearForm,
        beforeForm,
        afterForm,
        totalIs,
        unitStands,
        rows,
        hasBrackets,
        hasCommas,
      }) => {
        const unitWords = units[unit][words % units[unit].length] ?? ''
        const total = { head: 'TOTAL', meaning: 'total' }
        const columns = [
          ...(totalIs === 'first' ? [total] : []),
          ...(beforeForm ? [{ head: beforeForm(firstYear), meaning: `to-march ${firstYear}` }] : []),
          ...Array.from({ length: count }, (_, at) => ({
            head: yearForm(firstYear + at),
            meaning: `year ${firstYear + at}`,
          })),
          ...(afterForm ? [{ head: afterForm(firstYear + count), meaning: `beyond ${firstYear + count}` }] : []),
          ...(totalIs === 'last' ? [total] : []),
        ]
        const worth = { '£': 100, '£000': 10_000, '£m': 1_000_000 }[unit]
        const written = (amount: number): string => {
          const size = Math.abs(amount)
          const digits = String(size).padStart(places[unit] + 1, '0')
          const whole = digits.slice(0, digits.length - places[unit])
          const grouped = hasCommas ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
          const text = places[unit] === 0 ? grouped : `${grouped}.${digits.slice(-places[unit])}`
          return amount < 0 ? (hasBrackets ? `(${text})` : `-${text}`) : text
        }
        const title = `Authority to Spend required for this Approval${unitStands === 'in the title' ? ` ${unitWords}` : ''}`
        const [read] = understand(
          documentOf([
            paragraph(title),
            table([
              ['', ...columns.map(({ head }) => (unitStands === 'in each head' ? `${head}\n${unitWords}` : head))],
              ...(unitStands === 'below' ? [['', ...columns.map(() => unitWords)]] : []),
              ...rows.map((row, at) => [`Theme ${at + 1}`, ...columns.map((_, column) => written(row[column] ?? 0))]),
            ]),
          ]),
        ).tables.map(summaryOf)
        expect(read).toEqual({
          kind: 'authority',
          title,
          unit,
          columns: ['label', ...columns.map(({ meaning }) => meaning)],
          rows: rows.map((row, at) =>
            [
              'line',
              `theme Theme ${at + 1}`,
              ...columns.map((_, column) => `£${((row[column] ?? 0) * worth) / 100} ${unit}`),
            ].join(' | '),
          ),
        })
      },
    ),
    { numRuns: 60 },
  )
})
