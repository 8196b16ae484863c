import { formatYear, type StartYear, type YearRange } from '../../domain/financialYear.ts'
import type { ForecastCurve } from '../../domain/forecast/forecastCurve.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatMoney, type MoneyUnit } from '../../domain/money.ts'
import type { Cell, Cells } from '../../domain/portfolio/cell.ts'
import type { FundingMix } from '../../domain/portfolio/fundingMix.ts'
import { moneyWaterfall } from '../../domain/portfolio/moneyWaterfall.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Risk } from '../../domain/risk/risk.ts'
import { forecastCurveChart } from '../charts/curveChart.ts'
import { fundingMixChart } from '../charts/fundingMixChart.ts'
import { waterfallChart } from '../charts/waterfallChart.ts'
import { factsPart } from '../document/parts.ts'
import type { ChartPart } from '../model/chartPart.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type CalendarDate, calendarTable } from './calendarTable.ts'
import { ratingsTable } from './ratingsTable.ts'
import { risksTable } from './risksTable.ts'

interface OnePager {
  facts: ProgrammeFacts
  /** The financial year of the day. */
  startYear: StartYear
  /** The years whose money is counted. */
  years: YearRange
  /** The levels of those years together. */
  levels: Cells
  mix: FundingMix
  /** Null while nothing is spent or forecast in the year. */
  curve: ForecastCurve | null
  /** The open risks with the highest scores first. */
  risks: readonly Risk[]
  dates: readonly CalendarDate[]
  unit: MoneyUnit
}

/** Report 17: the programme on one page: its money, who pays, how spend builds up, its ratings, its dates and its risks. */
export const onePagerReport = ({
  facts,
  startYear,
  years,
  levels,
  mix,
  curve,
  risks,
  dates,
  unit,
}: OnePager): ReportContent => {
  const year = formatYear(startYear)
  const period =
    years.from === years.to ? formatYear(years.from) : `${formatYear(years.from)} to ${formatYear(years.to)}`
  const bars = moneyWaterfall(levels)
  const ratings = ratingsTable(facts)
  const charts: (ChartPart | null)[] = [
    curve === null ? null : forecastCurveChart(curve, startYear, { id: 'curve', unit, period: year }),
    fundingMixChart(mix, { id: 'mix', unit, period }),
    bars === null ? null : waterfallChart(bars, { id: 'waterfall', unit, period }),
  ]
  return {
    about: formatDay(facts.asAt.day),
    orientation: 'landscape',
    isOnePage: true,
    unit: '£000',
    parts: [
      factsPart(
        'money',
        (
          [
            ['Allocation', levels.allocation],
            ['Authority', levels.authority],
            ['Held', levels.held],
            ['Ordered', levels.committed],
            ['Spent', levels.spent],
            ['Available', levels.available],
          ] as const
        ).map(([name, cell]) => [name, amountIn(cell, unit)]),
      ),
      ...charts.filter((chart) => chart !== null),
      ratings.table,
      calendarTable(dates),
      risksTable(facts, risks),
    ],
    footnotes: [],
    missing: [
      ...(curve === null ? [`Nothing is spent or forecast in ${year}, so there is no curve.`] : []),
      ...(mix.years.length === 0 ? ['No allocation is recorded, so there is no funding mix.'] : []),
      ...(bars === null ? ['Neither allocation nor authority is recorded, so there is no waterfall.'] : []),
      ...(ratings.rated === 0 ? ['No scheme is rated.'] : []),
      ...(dates.length === 0 ? ['No date of a decision, a meeting or a funder lies ahead.'] : []),
      ...(risks.length === 0 ? ['No risk is recorded.'] : []),
    ],
    sections: [],
  }
}

const amountIn = (cell: Cell, unit: MoneyUnit): string =>
  cell.kind === 'amount' ? formatMoney(cell.amount, unit) : 'none'
