import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { barSheet, largest } from '../../../domain/chart/barSheet.ts'
import { forecastCurveSheet } from '../../../domain/chart/forecastCurveSheet.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, formatMoney, type Pence, pence, sum } from '../../../domain/money.ts'
import { firstDayOfPeriod, periodsOfYear } from '../../../domain/period/period.ts'
import { countOf, formatPercent } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { ChartFrame } from '../../ui/chart/ChartFrame.tsx'
import { ChartPlace } from '../../ui/chart/ChartPlace.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Forecast.module.css'
import type { MonitoringFacts } from './forecastFacts.ts'

// The drawing library is large and only some screens draw.
const BarsPicture = lazy(async () => ({
  default: (await import('../../ui/chart/pictures/BarsPicture.tsx')).BarsPicture,
}))
const CurvePicture = lazy(async () => ({
  default: (await import('../../ui/chart/pictures/CurvePicture.tsx')).CurvePicture,
}))

const MOST_BARS = 10

interface ChartProps {
  facts: MonitoringFacts
  source: Pick<MonitoringFacts, 'programme' | 'asAt'>
  period: string
}

/** The year in pictures: how spend builds up, which schemes differ from their budget, and what is spent when and with whom. */
export function MonitoringCharts({ facts }: { facts: MonitoringFacts }) {
  const { programme, asAt, startYear } = facts
  const chart = {
    facts,
    source: { programme, asAt },
    period: `${formatYear(startYear)}, as at ${formatDay(asAt.day)}`,
  }
  return (
    <div className={classes.charts}>
      <Curve {...chart} />
      <VarianceByScheme {...chart} />
      <SpendByMonth {...chart} />
      <SpendBySupplier {...chart} />
    </div>
  )
}

function Curve({ facts, source, period }: ChartProps) {
  const { view } = useView()
  const { curve, startYear } = facts
  if (!curve) {
    return (
      <ChartPlace title="Nothing is spent or forecast yet">
        <p>Authority, spend and forecast appear here month by month once something is spent or a forecast submitted.</p>
      </ChartPlace>
    )
  }
  const { headline, table, picture } = forecastCurveSheet(curve, {
    unit: view.unit,
    startYear,
    isToday: view.asAt === null,
  })
  return (
    <ChartFrame
      {...{ headline, table, source, period }}
      measure={
        facts.totals.notForecast > 0
          ? 'Authority, spend and forecast, added up by month; without a forecast a scheme counts with what it has spent'
          : 'Authority, spend and forecast, added up by month'
      }
      unit={view.unit}
      fileName="authority-forecast-actual"
    >
      {(width) => (
        <CurvePicture
          points={curve.points}
          {...picture}
          format={(amount) => formatMoney(amount as Pence, view.unit)}
          width={width}
        />
      )}
    </ChartFrame>
  )
}

function VarianceByScheme({ facts, source, period }: ChartProps) {
  const { view } = useView()
  const differing = facts.rows.flatMap(({ name, split }) =>
    split && split.variance !== 0 ? [{ name, amount: split.variance }] : [],
  )
  if (differing.length === 0) {
    return (
      <ChartPlace title="No scheme differs from its budget">
        <p>Once a forecast is submitted that differs from the budget, the schemes appear here, the largest first.</p>
      </ChartPlace>
    )
  }
  const shown = largest(differing, MOST_BARS, (count) => countOf(count, 'other'))
  const { bars, table } = barSheet(shown, view.unit, { rowHeading: 'Scheme', column: 'Variance' })
  const [first] = shown
  return (
    <ChartFrame
      headline={first ? `${first.name} differs most from its budget, by ${formatInSentence(first.amount)}` : ''}
      measure="Outturn less budget, by scheme"
      unit={view.unit}
      fileName="variance-by-scheme"
      {...{ table, source, period }}
    >
      {(width) => <BarsPicture bars={bars} colour="chart-6" below="chart-plan" width={width} />}
    </ChartFrame>
  )
}

function SpendByMonth({ facts, source, period }: ChartProps) {
  const { view } = useView()
  const { rows, startYear } = facts
  const ofYear = pence(
    sum(rows.map(({ year }) => year.spent)) - sum(rows.flatMap(({ year }) => year.periods.map(({ spent }) => spent))),
  )
  const months = [
    ...(ofYear === 0 ? [] : [{ name: 'The year as a whole', amount: ofYear }]),
    ...periodsOfYear.map((period) => ({
      name:
        period === 13
          ? 'P13, closing entries'
          : `P${period} ${formatDay(firstDayOfPeriod(startYear, period)).replace(/^\d+ /, '')}`,
      amount: sum(rows.map(({ year }) => year.periods.find((each) => each.period === period)?.spent ?? 0)),
    })),
  ]
  const last = months.findLastIndex(({ amount }) => amount !== 0)
  if (last < 0) {
    return (
      <ChartPlace title="Nothing is spent in this year yet">
        <p>Once the ledger holds payments of {formatYear(startYear)}, this shows what was spent in each month.</p>
      </ChartPlace>
    )
  }
  const shown = months.slice(0, last + 1)
  const { bars, table } = barSheet(shown, view.unit, { rowHeading: 'Period', column: 'Spent' })
  const highest = shown.reduce((most, each) => (each.amount > most.amount ? each : most))
  return (
    <ChartFrame
      headline={`Most was spent in ${highest.name}: ${formatInSentence(highest.amount)}`}
      measure="Spent, by period"
      unit={view.unit}
      fileName="spend-by-month"
      {...{ table, source, period }}
    >
      {(width) => <BarsPicture bars={bars} colour="chart-4" width={width} />}
    </ChartFrame>
  )
}

function SpendBySupplier({ facts, source, period }: ChartProps) {
  const { view } = useView()
  const { startYear } = facts
  const query = useQuery(trpc.monitoring.suppliers.queryOptions({ asAt: view.asAt, startYear }))
  return (
    <Queried query={query} doing="Adding up by supplier">
      {(suppliers) => {
        const named = suppliers.map(({ supplier, amount }) => ({ name: supplier ?? 'Supplier not stated', amount }))
        if (!suppliers.some(({ supplier }) => supplier !== null)) {
          return (
            <ChartPlace title="No supplier is known yet">
              <p>The supplier of a payment comes with the extract of the finance system that it was brought in from.</p>
            </ChartPlace>
          )
        }
        const shown = largest(named, MOST_BARS, (count) => countOf(count, 'other supplier'))
        const { bars, table } = barSheet(shown, view.unit, { rowHeading: 'Supplier', column: 'Spent' })
        const [first] = shown
        const whole = sum(named.map(({ amount }) => amount))
        const share =
          first && whole > 0 && first.amount > 0 ? `, ${formatPercent(first.amount, whole)} of the year` : ''
        return (
          <ChartFrame
            headline={first ? `${first.name} was paid most: ${formatInSentence(first.amount)}${share}` : ''}
            measure="Spent, by supplier"
            unit={view.unit}
            fileName="spend-by-supplier"
            {...{ table, source, period }}
          >
            {(width) => <BarsPicture bars={bars} colour="chart-4" width={width} />}
          </ChartFrame>
        )
      }}
    </Queried>
  )
}
