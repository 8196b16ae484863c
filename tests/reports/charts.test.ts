import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { type Pence, pence } from '../../domain/money.ts'
import { cellsOf } from '../../domain/portfolio/cell.ts'
import { fundingMix } from '../../domain/portfolio/fundingMix.ts'
import { moneyWaterfall } from '../../domain/portfolio/moneyWaterfall.ts'
import { planAgainstAuthority } from '../../domain/portfolio/planAgainstAuthority.ts'
import { portfolio } from '../../domain/portfolio/portfolio.ts'
import { spendCurve } from '../../domain/portfolio/spendCurve.ts'
import { barsChart } from '../../reports/charts/barsChart.ts'
import type { ChartAbout } from '../../reports/charts/chartPartOf.ts'
import { forecastCurveChart, spendCurveChart } from '../../reports/charts/curveChart.ts'
import { fundingMixChart } from '../../reports/charts/fundingMixChart.ts'
import { pairsChart } from '../../reports/charts/pairsChart.ts'
import { waterfallChart } from '../../reports/charts/waterfallChart.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { ChartPart } from '../../reports/model/chartPart.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

const about: ChartAbout = { id: 'chart', unit: '£000', period: '2020/21 to 2021/22, as at 28 August 2020' }
const years = { from: 2020, to: 2021 }
const facts = leedsFacts()

const shown = (chart: ChartPart | null) => {
  const { headline, table, native } = ChartPart.parse(chart)
  return {
    headline,
    drawn: [native.type, ...native.series],
    columns: table.columns.map(({ label }) => label),
    rows: table.rows.map(({ cells }) =>
      cells.map((cell) => {
        if (cell.kind === 'amount') return cell.amount / 100_000
        if (cell.kind === 'percent') return `${cell.basisPoints / 100}%`
        return cell.kind === 'text' ? cell.text : cell.kind === 'day' ? cell.day : cell.kind
      }),
    ),
  }
}

test('the funding mix is a table of years by source that adds up both ways, with the shares that are drawn', () => {
  const chart = fundingMixChart(fundingMix(facts.balances, facts.sources, years), about)
  expect(shown(chart)).toEqual({
    headline: 'Borrowing pays for 97.9% of 2021/22',
    drawn: ['stacked-columns', 'source-1', 'source-2'],
    columns: [
      'Year',
      'Government Grant',
      'Dept Borrowing',
      'Total',
      'Government Grant, share',
      'Dept Borrowing, share',
    ],
    rows: [
      ['2020/21', 1228, 'none', 1228, '100%', 'not-applicable'],
      ['2021/22', 37.6, 1783.4, 1821, '2.1%', '97.9%'],
      ['Total', 1265.6, 1783.4, 3049, '41.5%', '58.5%'],
    ],
  })
  expect(addUp([chart as ChartPart])).toEqual([])
})

test('a waterfall is a table whose levels are worked out from the steps before them', () => {
  const levels = cellsOf(
    { own: facts.balances, all: facts.balances, above: [] },
    (year) => year >= 2020 && year <= 2021,
  )
  const chart = waterfallChart(moneyWaterfall(levels) ?? [], about)
  expect(shown(chart)).toEqual({
    headline: 'All £3,049,000 of authority is held, so nothing may be spent yet',
    drawn: ['columns', 'amount'],
    columns: ['Step', 'Amount'],
    rows: [
      ['Allocation', 3049],
      ['Less: Not authorised', 0],
      ['Authority', 3049],
      ['Less: Held', -3049],
      ['Less: Committed', 'none'],
      ['Less: Spent', 'none'],
      ['Available', 0],
    ],
  })
  expect(addUp([chart])).toEqual([])
})

test('plan and authority by theme are a table that adds up both ways', () => {
  const chart = pairsChart(planAgainstAuthority(portfolio(facts, years).programme.children), about)
  expect(shown(chart)).toEqual({
    headline: 'Data and intelligence plans £105,000 more than the authority for it',
    drawn: ['columns', 'plan', 'authority'],
    columns: ['Theme', 'Plan', 'Authority', 'Plan less authority'],
    rows: [
      ['Care Records and Corporate', 1726, 1726, 0],
      ['Infrastructure', 768, 808, -40],
      ['Strategy and OD', 50, 50, 0],
      ['Data and intelligence', 570, 465, 105],
      ['These themes', 3114, 3049, 65],
    ],
  })
  expect(addUp([chart as ChartPart])).toEqual([])
})

test('a curve is a table by day that says nothing of days that are not recorded', () => {
  const curve = spendCurve(
    {
      authority: [{ on: calendarDay('2020-06-10'), amount: pence(900_000_00) }],
      spent: [{ startYear: 2020, period: 3, on: calendarDay('2020-06-20'), amount: pence(300_000_00) }],
    },
    { years: { from: 2020, to: 2020 }, today: calendarDay('2020-08-28'), closedYears: [] },
  )
  if (curve === null) throw new Error('something is spent')
  const { headline, drawn, columns, rows } = shown(spendCurveChart(curve, { from: 2020, to: 2020 }, about))
  expect([headline, drawn, columns, rows.slice(0, 8)]).toEqual([
    '£300,000 is spent, 33.3% of the authority',
    ['lines', 'authority', 'spent'],
    ['Up to', 'Authority', 'Spent'],
    [
      ['2020-04-01', 0, 0],
      ['2020-04-30', 0, 0],
      ['2020-05-31', 0, 0],
      ['2020-06-10', 900, 'not-applicable'],
      ['2020-06-30', 900, 300],
      ['2020-07-31', 900, 'not-recorded'],
      ['2020-08-28', 900, 'not-recorded'],
      ['2020-08-31', 'not-applicable', 'not-recorded'],
    ],
  ])
})

test('the curve of a forecast has what is expected as a line of its own', () => {
  const point = (on: string, amounts: (number | null)[]) => {
    const [authority = null, spent = null, forecast = null] = amounts.map((each) => each as Pence | null)
    return { on: calendarDay(on), authority, spent, forecast }
  }
  const points = [
    point('2020-04-01', [900_000_00, 0, null]),
    point('2020-07-31', [900_000_00, 300_000_00, 300_000_00]),
    point('2021-03-31', [900_000_00, null, 950_000_00]),
  ]
  const curve = {
    points,
    today: null,
    authority: pence(900_000_00),
    spent: pence(300_000_00),
    outturn: pence(950_000_00),
  }
  expect(shown(forecastCurveChart(curve, 2020, about))).toEqual({
    headline: 'The year is forecast to come to £50,000 more than there is authority for',
    drawn: ['lines', 'authority', 'spent', 'forecast'],
    columns: ['Up to', 'Authority', 'Spent', 'Forecast'],
    rows: [
      ['2020-04-01', 900, 0, 'not-applicable'],
      ['2020-07-31', 900, 300, 300],
      ['2021-03-31', 900, 'not-applicable', 950],
    ],
  })
})

test('bars are a table of the same names, and nothing is drawn of nothing', () => {
  const given = {
    headline: 'A is over',
    measure: 'Variance',
    rowHeading: 'Scheme',
    column: 'Variance',
    colour: 'chart-6',
  }
  const amounts = [
    { name: 'A', amount: pence(50_000_00) },
    { name: 'B', amount: pence(-20_000_00) },
  ]
  expect(shown(barsChart({ ...given, amounts }, about))).toEqual({
    headline: 'A is over',
    drawn: ['columns', 'amount'],
    columns: ['Scheme', 'Variance'],
    rows: [
      ['A', 50],
      ['B', -20],
    ],
  })
  expect(barsChart({ ...given, amounts: [] }, about)).toBeNull()
  expect(fundingMixChart(fundingMix([], [], years), about)).toBeNull()
  expect(pairsChart([], about)).toBeNull()
})
