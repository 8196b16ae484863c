import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { biasOf, comparisonsOf, outturnAtPastRate } from '../../../domain/forecast/bias.ts'
import { pence } from '../../../domain/money.ts'
import { forecastOf, ledgerYearOf, linesOf, pounds } from './givenForecast.ts'

const versions = [
  forecastOf(linesOf({ 1: 100, 2: 50, 3: 50 })),
  forecastOf(linesOf({ 2: 80, 3: 50 }), {
    version: 2,
    submittedOn: calendarDay('2020-05-15'),
    submittedBy: 'finance_officer',
  }),
  forecastOf(linesOf({ 2: 999 }), { version: 3, status: 'draft', submittedBy: null, submittedOn: null }),
]
const ledgerOf = () => ledgerYearOf({ 1: 80, 2: 60 }, { closedThrough: 2 })

test('every submitted version is held to the periods that had not ended when it was submitted and are closed now', () => {
  expect(
    comparisonsOf(versions, ledgerOf).map(({ submittedBy, forecast, spent }) => [submittedBy, forecast, spent]),
  ).toEqual([
    ['scheme_lead', pounds(100), pounds(80)],
    ['scheme_lead', pounds(50), pounds(60)],
    ['finance_officer', pounds(80), pounds(60)],
  ])
})

test('a year as a whole is held to what it came to once all of it is closed', () => {
  const whole = [forecastOf(linesOf({ 0: 100 }))]
  expect([
    comparisonsOf(whole, () => ledgerYearOf({ 1: 80 }, { closedThrough: 12 })),
    comparisonsOf(whole, () => ledgerYearOf({ 0: 1, 1: 80, 13: -6 }, { closedThrough: 13 })).map(({ spent }) => spent),
  ]).toEqual([[], [pounds(75)]])
})

test('the bias says how many were too high and too low, and which share of what was forecast is spent', () => {
  expect(biasOf(comparisonsOf(versions, ledgerOf))).toEqual({
    comparisons: 3,
    tooHigh: 2,
    tooLow: 1,
    forecast: pounds(230),
    spent: pounds(200),
    spentShareBp: 8696,
  })
  expect(biasOf([]).spentShareBp).toBe(null)
})

test('what remains is brought to the rate of before, unless there is too little to go by', () => {
  const bias = biasOf(comparisonsOf(versions, ledgerOf))
  const year = { spent: pounds(140), remaining: pounds(115) }
  expect([
    outturnAtPastRate(year, bias),
    outturnAtPastRate({ ...year, remaining: null }, bias),
    outturnAtPastRate(year, { ...bias, comparisons: 2 }),
    outturnAtPastRate({ spent: pence(0), remaining: pence(-1) }, { ...bias, forecast: pence(2), spent: pence(1) }),
  ]).toEqual([pounds(240), null, null, -1])
})
