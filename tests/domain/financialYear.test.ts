import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import {
  columnHolds,
  formatColumn,
  formatYear,
  parseYear,
  reportColumns,
  sumByColumns,
  yearOf,
} from '../../domain/financialYear.ts'
import { type Pence, sum } from '../../domain/money.ts'

const headings = (day: string, years?: { from: number; to: number }) =>
  reportColumns(calendarDay(day), years).map(formatColumn)
const anyYear = fc.integer({ min: 1990, max: 2100 })
const anyDay = fc
  .date({ min: new Date('1991-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => calendarDay(date.toISOString().slice(0, 10)))
const anyRange = fc.option(
  fc.tuple(anyYear, anyYear).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { nil: undefined },
)

describe('a financial year', () => {
  test('begins on 1 April', () => {
    expect(['2020-03-31', '2020-04-01', '2021-03-31'].map((day) => yearOf(calendarDay(day)))).toEqual([
      2019, 2020, 2020,
    ])
  })

  test('is written with both its calendar years and read back', () => {
    expect([formatYear(2020), formatYear(1999), formatYear(2009)]).toEqual(['2020/21', '1999/00', '2009/10'])
    fc.assert(fc.property(anyYear, (year) => parseYear(formatYear(year)) === year))
  })

  test.each(['2020', '2020/22', '2020-21', '20/21', '1989/90', '2101/02', '', '2020/21 ', '20.2/21', 'x'.repeat(99)])(
    '%j is refused as bad-year',
    (text) => {
      expect(() => parseYear(text)).toThrow(
        expect.objectContaining({ code: 'bad-year', detail: { text: text.slice(0, 20) } }),
      )
    },
  )
})

describe('the columns of a report', () => {
  test('roll forward with the day of the report', () => {
    expect(headings('2020-08-20')).toEqual(['TOTAL', 'TO MARCH 2020', '2020/21', '2021/22', '2022/23', '2023 on'])
    expect(headings('2021-03-31')).toEqual(headings('2020-04-01'))
    expect(headings('2021-04-01')).toEqual(['TOTAL', 'TO MARCH 2021', '2021/22', '2022/23', '2023/24', '2024 on'])
  })

  test('widen to the years asked for and never narrow', () => {
    expect(headings('2020-08-20', { from: 2018, to: 2020 })).toEqual([
      'TOTAL',
      'TO MARCH 2018',
      '2018/19',
      '2019/20',
      '2020/21',
      '2021/22',
      '2022/23',
      '2023 on',
    ])
    expect(headings('2020-08-20', { from: 2021, to: 2024 }).slice(-3)).toEqual(['2023/24', '2024/25', '2025 on'])
  })

  test('a range that ends before it begins is refused as bad-year', () => {
    expect(() => headings('2020-08-20', { from: 2021, to: 2020 })).toThrow(
      expect.objectContaining({ code: 'bad-year', detail: { text: '2020/21' } }),
    )
  })

  test('every year counts in the total and in exactly one other column (R25)', () => {
    fc.assert(
      fc.property(anyDay, anyRange, anyYear, (day, years, year) => {
        const holding = reportColumns(day, years).filter((column) => columnHolds(column, year))
        expect(holding.map((column) => column.kind)).toEqual([
          'total',
          expect.stringMatching(/^(to-march|year|beyond)$/),
        ])
      }),
    )
  })

  test('are contiguous, with exactly one column before and one beyond (R25)', () => {
    fc.assert(
      fc.property(anyDay, anyRange, (day, years) => {
        const columns = reportColumns(day, years)
        const starts = columns.slice(1).map((column) => ('startYear' in column ? column.startYear : Number.NaN))
        expect(columns.map((column) => column.kind)).toEqual([
          'total',
          'to-march',
          ...columns.slice(2, -1).map(() => 'year'),
          'beyond',
        ])
        expect(starts.slice(1)).toEqual(starts.slice(1).map((_, index) => (starts[0] ?? 0) + index))
      }),
    )
  })

  test('the columns beside the total add up to it', () => {
    const line = fc.record({ startYear: anyYear, amount: fc.integer({ min: -1e12, max: 1e12 }).map((p) => p as Pence) })
    fc.assert(
      fc.property(anyDay, anyRange, fc.array(line, { maxLength: 40 }), (day, years, lines) => {
        const [total, ...others] = sumByColumns(reportColumns(day, years), lines)
        expect(total).toBe(sum(others))
        expect(total).toBe(sum(lines.map((each) => each.amount)))
      }),
    )
  })
})
