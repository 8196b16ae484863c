import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { type BudgetLine, budgetChanges, budgetReconciliation } from '../../../domain/forecast/budgetReconciliation.ts'
import { forecastCurve } from '../../../domain/forecast/forecastCurve.ts'
import { lastQuarterEnd } from '../../../domain/forecast/lastQuarterEnd.ts'
import { monitoring } from '../../../domain/forecast/monitoring.ts'
import { periodsToDate } from '../../../domain/forecast/periodsToDate.ts'
import { pence } from '../../../domain/money.ts'
import { balanceOf, factsOf, idOf, placeOf, schemeNamed } from '../given.ts'
import { forecastOf, ledgerYearOf, linesOf, pounds } from './givenForecast.ts'

const scheme = schemeNamed('S')
const facts = factsOf({ schemes: [scheme], balances: [balanceOf('plan', placeOf('scheme', 'S'), 2020, 120)] })
const forecast = forecastOf(linesOf({ 1: 30, 2: 30, 3: 60 }))
const ledgerOf = (id: string, startYear: number) =>
  id === scheme.id && startYear === 2020
    ? ledgerYearOf({ 0: 4, 1: 20 }, { closedThrough: 1 })
    : ledgerYearOf({}, { startYear })
const rowsOf = (forecasts: (typeof forecast)[]) => {
  const known = new Map(forecasts.map((each) => [each.schemeId, each]))
  return monitoring(facts, { startYear: 2020, through: 2, forecasts: { latest: known, first: known }, ledgerOf })
}

test('the budget is programmed as the first forecast of the year phases it, and evenly where there is none', () => {
  expect([rowsOf([forecast])[0]?.programmedToDate, rowsOf([])[0]?.programmedToDate]).toEqual([pounds(60), pounds(20)])
})

test('what was entered for the year as a whole counts as spent to date, and without a forecast there is no outturn', () => {
  const inShort = ({ spentToDate, outturn, remaining, split }: ReturnType<typeof rowsOf>[number]) => ({
    spentToDate,
    outturn,
    remaining,
    split: split && [split.variance, split.overspend],
  })
  expect([rowsOf([forecast]).map(inShort), rowsOf([]).map(inShort)]).toEqual([
    [{ spentToDate: pounds(24), outturn: pounds(114), remaining: pounds(90), split: [pounds(-6), pounds(-6)] }],
    [{ spentToDate: pounds(24), outturn: null, remaining: null, split: null }],
  ])
})

test('the curve is spent up to the last period that counts, runs on from there as forecast, and steps with authority', () => {
  const curve = forecastCurve({
    startYear: 2020,
    rows: rowsOf([forecast]),
    authority: [
      { on: calendarDay('2019-12-01'), amount: pounds(50) },
      { on: calendarDay('2020-05-10'), amount: pounds(70) },
    ],
    through: 1,
    today: calendarDay('2020-05-20'),
  })
  const shown = (amount: number | null) => amount && amount / 100
  expect([
    curve?.points
      .slice(0, 6)
      .map(({ on, authority, spent, forecast: expected }) => [on, shown(authority), shown(spent), shown(expected)]),
    curve?.points.at(-1)?.forecast,
    [curve?.authority, curve?.spent, curve?.outturn, curve?.today],
  ]).toEqual([
    [
      ['2020-04-01', 50, 4, null],
      ['2020-04-30', 50, 24, 24],
      ['2020-05-10', 120, null, null],
      ['2020-05-31', 120, null, 54],
      ['2020-06-30', 120, null, 114],
      ['2020-07-31', 120, null, 114],
    ],
    pounds(114),
    [pounds(120), pounds(24), pounds(114), '2020-05-20'],
  ])
})

test('there is no curve while nothing is spent and nothing forecast', () => {
  const rows = monitoring(facts, {
    startYear: 2020,
    through: 0,
    forecasts: { latest: new Map(), first: new Map() },
    ledgerOf: (_id, startYear) => ledgerYearOf({}, { startYear }),
  })
  const day = calendarDay('2020-05-20')
  expect(forecastCurve({ startYear: 2020, rows, authority: [], through: 0, today: day })).toBe(null)
})

test('to date is the last closed period, or the last month that has ended while none is closed', () => {
  const day = calendarDay('2020-08-15')
  const toDate = (closedThrough: number, on = day) => periodsToDate(2020, (period) => period <= closedThrough, on)
  expect([
    toDate(3),
    toDate(0),
    toDate(13),
    toDate(0, calendarDay('2020-04-10')),
    toDate(0, calendarDay('2022-01-01')),
  ]).toEqual([3, 4, 13, 0, 12])
})

test('the last report is by default that of the quarter before', () => {
  expect(
    ['2020-04-01', '2020-06-30', '2020-11-10', '2021-01-02'].map((day) => lastQuarterEnd(calendarDay(day))),
  ).toEqual(['2020-03-31', '2020-03-31', '2020-09-30', '2020-12-31'])
})

const lines = fc.array(
  fc.record({
    level: fc.constantFrom('plan' as const, 'allocation' as const),
    place: fc.constantFrom(placeOf('scheme', 'A'), placeOf('scheme', 'B'), {
      kind: 'programme' as const,
      id: idOf('P'),
    }),
    kind: fc.constantFrom(null, 'injection', 'virement', 'reduction', 'reprofile', 'plan-set', 'correction'),
    amount: fc.integer({ min: -1e10, max: 1e10 }).map(pence),
  }),
  { maxLength: 40 },
)

test('budget per last report and all that was done to it is the current budget, by place and in total', () => {
  fc.assert(
    fc.property(lines, (given: BudgetLine[]) => {
      for (const level of ['plan', 'allocation'] as const) {
        const { rows, total } = budgetReconciliation(given, level)
        const own = given.filter((line) => line.level === level)
        for (const row of [...rows, total]) {
          expect(budgetChanges.reduce<number>((sum, change) => sum + row[change], row.lastReport)).toBe(row.current)
        }
        expect(total.current).toBe(own.reduce<number>((sum, { amount }) => sum + amount, 0))
        expect(rows.reduce<number>((sum, { current }) => sum + current, 0)).toBe(total.current)
      }
    }),
  )
})
