import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastYear, outturnOf } from '../../../domain/forecast/forecastYear.ts'
import { sum } from '../../../domain/money.ts'
import { ledgerYearOf, linesOf, pounds } from './givenForecast.ts'

const inShort = (year: ReturnType<typeof forecastYear>) => ({
  basis: year.basis,
  spent: year.spent,
  remaining: year.remaining,
  outturn: year.outturn,
})

test('a year that nobody has forecast has no outturn, which is not nought', () => {
  expect(inShort(forecastYear([], ledgerYearOf({ 1: 10 }, { closedThrough: 1 })))).toEqual({
    basis: 'none',
    spent: pounds(10),
    remaining: null,
    outturn: null,
  })
})

test('a closed period counts what was spent, whatever was forecast for it, and an open one what is forecast', () => {
  const year = forecastYear(linesOf({ 1: 50, 2: 20, 3: 30 }), ledgerYearOf({ 1: 10, 2: 5 }, { closedThrough: 1 }))
  expect([inShort(year), year.periods.slice(0, 4).map(({ kind, amount }) => [kind, amount])]).toEqual([
    { basis: 'by-period', spent: pounds(15), remaining: pounds(45), outturn: pounds(60) },
    [
      ['closed', pounds(10)],
      ['stated', pounds(20)],
      ['stated', pounds(30)],
      ['none', null],
    ],
  ])
})

test('an open period comes to what is spent where that is more than was forecast, and to a credit that is not received yet', () => {
  const spentMore = forecastYear(linesOf({ 1: 20, 2: -10 }), ledgerYearOf({ 1: 25 }))
  expect(inShort(spentMore)).toEqual({
    basis: 'by-period',
    spent: pounds(25),
    remaining: pounds(-10),
    outturn: pounds(15),
  })
})

test('a year as a whole leaves what is not settled to its open months, evenly and to the penny', () => {
  const year = forecastYear(linesOf({ 0: 100 }), ledgerYearOf({ 1: 10, 2: 7 }, { closedThrough: 5 }))
  const shared = year.periods.filter(({ kind }) => kind === 'shared').map(({ amount }) => amount ?? 0)
  expect([inShort(year), shared, sum(shared)]).toEqual([
    { basis: 'as-whole', spent: pounds(17), remaining: pounds(83), outturn: pounds(100) },
    [1186, 1186, 1186, 1186, 1186, 1185, 1185],
    pounds(83),
  ])
})

test('the closing period takes what is left once the months are closed', () => {
  const year = forecastYear(linesOf({ 0: 100 }), ledgerYearOf({ 1: 90 }, { closedThrough: 12 }))
  expect(year.periods.at(-1)).toEqual({
    period: 13,
    kind: 'shared',
    amount: pounds(10),
    spent: 0,
    outturn: pounds(10),
  })
})

test('a closed year came to what was spent, also where it was never forecast', () => {
  expect(inShort(forecastYear([], ledgerYearOf({ 0: 3, 1: 10, 13: -1 }, { closedThrough: 13 })))).toEqual({
    basis: 'closed',
    spent: pounds(12),
    remaining: 0,
    outturn: pounds(12),
  })
})

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 })
const byPeriod = (least: number) => fc.dictionary(fc.integer({ min: least, max: 13 }).map(String), amounts)

test('the outturn is what is spent and what remains, the periods add up to it, and it is the same where it is asked for alone', () => {
  fc.assert(
    fc.property(
      byPeriod(1),
      byPeriod(0),
      fc.integer({ min: 0, max: 13 }),
      fc.option(amounts),
      (stated, spent, closedThrough, whole) => {
        const lines = linesOf(whole === null ? stated : { 0: whole })
        const year = forecastYear(lines, ledgerYearOf(spent, { closedThrough }))
        expect(outturnOf(lines, ledgerYearOf(spent, { closedThrough }))).toBe(year.outturn)
        if (year.outturn === null) return
        const ofYear = pounds(spent[0] ?? 0)
        expect(year.outturn).toBe(year.spent + (year.remaining ?? 0))
        expect(sum([ofYear, ...year.periods.map(({ outturn }) => outturn)])).toBe(year.outturn)
      },
    ),
  )
})
