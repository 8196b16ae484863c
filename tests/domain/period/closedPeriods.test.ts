import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { yearOf } from '../../../domain/financialYear.ts'
import { contra } from '../../../domain/ledger/contra.ts'
import { Entry, type Level, type Movement } from '../../../domain/ledger/entry.ts'
import { sum } from '../../../domain/money.ts'
import { checkPeriods, inOpenPeriods, type PeriodState } from '../../../domain/period/closedPeriods.ts'
import { firstDayOfPeriod, lastDayOfPeriod, periodName, periodOf } from '../../../domain/period/period.ts'
import { idOf, placeOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const closed = (startYear: number, ...periods: number[]): PeriodState[] =>
  periods.map((period) => ({ startYear, period, status: 'closed' }))

const entryOf = (change: Partial<Entry> = {}): Entry =>
  Entry.parse({
    level: 'actual',
    place: placeOf('scheme', 'A'),
    startYear: 2020,
    period: 5,
    sourceId: null,
    amount: 100_00,
    effectiveOn: '2020-08-14',
    ...change,
  })

const movementOf = (...entries: Entry[]): Movement => ({
  id: idOf('M'),
  kind: 'payment',
  reason: 'Extract of August',
  decisionId: null,
  reversesId: null,
  entries,
})

const refusal = (change: Partial<Entry>, ...periods: PeriodState[]) =>
  refusalOf(() => checkPeriods(movementOf(entryOf(change)), periods))

const october = calendarDay('2020-10-09')

describe('the periods of a year', () => {
  test('begin in April, end in March, and the closing period stands after them', () => {
    expect([1, 5, 12, 13].map((period) => [periodName(2020, period), firstDayOfPeriod(2020, period)])).toEqual([
      ['P1, April 2020', '2020-04-01'],
      ['P5, August 2020', '2020-08-01'],
      ['P12, March 2021', '2021-03-01'],
      ['P13, closing entries', '2021-04-01'],
    ])
    expect([1, 5, 11, 12, 13].map((period) => lastDayOfPeriod(2020, period))).toEqual([
      '2020-04-30',
      '2020-08-31',
      '2021-02-28',
      '2021-03-31',
      '2021-03-31',
    ])
  })

  test('hold every day of their month and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, period) => {
        const days = [firstDayOfPeriod(year, period), lastDayOfPeriod(year, period)]
        expect(days.map((day) => [yearOf(day), periodOf(day)])).toEqual([
          [year, period],
          [year, period],
        ])
      }),
    )
  })
})

describe('a closed period', () => {
  test('takes no spend, no order and no correction, and the others stay open', () => {
    const five = closed(2020, 5)
    expect([
      refusal({}, ...five),
      refusal({ amount: -100_00 as never }, ...five),
      refusal({ level: 'commitment' }, ...five),
      refusal({ period: 6 }, ...five),
      refusal({ startYear: 2021 }, ...five),
      refusal({}, { startYear: 2020, period: 5, status: 'open' }),
    ]).toEqual([
      { code: 'closed-period', detail: { year: 2020, period: 5 } },
      { code: 'closed-period', detail: { year: 2020, period: 5 } },
      { code: 'closed-period', detail: { year: 2020, period: 5 } },
      undefined,
      undefined,
      undefined,
    ])
  })

  test('counts what is of the year as a whole by the month of its day', () => {
    const five = closed(2020, 5)
    expect([
      refusal({ period: 0 }, ...five),
      refusal({ period: 0, effectiveOn: calendarDay('2020-09-01') }, ...five),
      refusal({ period: 0, startYear: 2019 }, ...five, ...closed(2019, 5)),
    ]).toEqual([{ code: 'closed-period', detail: { year: 2020, period: 5 } }, undefined, undefined])
  })

  test('leaves plan, allocation and authority to the days of decisions', () => {
    const levels: Level[] = ['plan', 'allocation', 'authority', 'released']
    expect(levels.map((level) => refusal({ level }, ...closed(2020, 5)))).toEqual(levels.map(() => undefined))
  })
})

describe('a dated adjustment', () => {
  const adjusted = (
    movement: Movement,
    periods: PeriodState[],
    years: { startYear: number; status: 'closed' }[] = [],
  ) => inOpenPeriods(movement, { periods, years }, october)

  test('takes a payment of a closed period back in the first open one after it', () => {
    const taken = contra(movementOf(entryOf(), entryOf({ period: 7 })), {
      id: idOf('C'),
      reason: 'Paid twice',
      effectiveOn: october,
    })
    expect(adjusted(taken, closed(2020, 1, 2, 3, 4, 5, 6)).entries).toEqual([
      entryOf({ period: 7, amount: -100_00 as never, effectiveOn: october }),
      entryOf({ period: 7, amount: -100_00 as never, effectiveOn: october }),
    ])
  })

  test('of a closed year is one of the year as a whole, dated when it is made', () => {
    const all = closed(2020, ...Array.from({ length: 13 }, (_, index) => index + 1))
    const later = adjusted(movementOf(entryOf()), all, [{ startYear: 2020, status: 'closed' }])
    expect(later.entries).toEqual([entryOf({ period: 0, effectiveOn: october })])
  })

  test('finds no place where all periods of an open year are closed', () => {
    const all = closed(2020, ...Array.from({ length: 13 }, (_, index) => index + 1))
    expect(refusalOf(() => adjusted(movementOf(entryOf()), all))).toEqual({
      code: 'closed-period',
      detail: { year: 2020, period: 5 },
    })
  })

  test('changes no amount, and the ledger always takes it', () => {
    const entries = fc.array(
      fc.record({ period: fc.integer({ min: 0, max: 13 }), amount: fc.integer({ min: -10_000, max: 10_000 }) }),
      { minLength: 1, maxLength: 20 },
    )
    const shut = fc.uniqueArray(fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(entries, shut, (given, periods) => {
        const movement = movementOf(...given.map((each) => entryOf(each as Partial<Entry>)))
        const after = adjusted(movement, closed(2020, ...periods))
        expect(refusalOf(() => checkPeriods(after, closed(2020, ...periods)))).toBeUndefined()
        expect(sum(after.entries.map(({ amount }) => amount))).toBe(sum(movement.entries.map(({ amount }) => amount)))
      }),
    )
  })
})
