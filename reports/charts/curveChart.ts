import type { DrawnCurve } from '../../domain/chart/chartDrawing.ts'
import { curveSheet } from '../../domain/chart/curveSheet.ts'
import { forecastCurveSheet } from '../../domain/chart/forecastCurveSheet.ts'
import type { StartYear, YearRange } from '../../domain/financialYear.ts'
import type { ForecastCurve } from '../../domain/forecast/forecastCurve.ts'
import type { Pence } from '../../domain/money.ts'
import type { SpendCurve } from '../../domain/portfolio/spendCurve.ts'
import type { ChartPart } from '../model/chartPart.ts'
import type { TableCell } from '../model/tableCell.ts'
import { type ChartAbout, chartColumn, chartPartOf, chartRow, missingCell } from './chartPartOf.ts'

/** How spend builds up against authority over some years. */
export const spendCurveChart = (curve: SpendCurve, years: YearRange, about: ChartAbout): ChartPart => {
  const { headline, picture } = curveSheet(curve, { unit: about.unit, years, isToday: false })
  const spentAt = (amount: Pence | null, isAfter: boolean): TableCell =>
    amount === null ? missingCell(isAfter ? 'not-recorded' : 'not-applicable') : { kind: 'amount', amount }
  return partOf(about, {
    headline,
    measure: 'Authority and spend, added up by day',
    curve: { ...picture, points: curve.points },
    lines: [
      ['authority', 'Authority'],
      ['spent', 'Spent'],
    ],
    cells: curve.points.map(({ on, authority, spent }) => [
      amountOrDash(authority),
      spentAt(spent, on > curve.spentThrough),
    ]),
  })
}

/** How spend builds up over one year, and where the forecast takes it. */
export const forecastCurveChart = (curve: ForecastCurve, startYear: StartYear, about: ChartAbout): ChartPart => {
  const { headline, picture } = forecastCurveSheet(curve, { unit: about.unit, startYear, isToday: false })
  return partOf(about, {
    headline,
    measure: 'Authority, spend and forecast, added up by month',
    curve: { ...picture, points: curve.points },
    lines: [
      ['authority', 'Authority'],
      ['spent', 'Spent'],
      ['forecast', 'Forecast'],
    ],
    cells: curve.points.map(({ authority, spent, forecast }) => [authority, spent, forecast].map(amountOrDash)),
  })
}

interface CurveGiven {
  headline: string
  measure: string
  curve: DrawnCurve
  lines: readonly (readonly [id: string, label: string])[]
  /** One row for each point. */
  cells: readonly TableCell[][]
}

const partOf = (about: ChartAbout, { headline, measure, curve, lines, cells }: CurveGiven): ChartPart =>
  chartPartOf(about, {
    headline,
    measure,
    drawing: { picture: 'curve', data: curve },
    type: 'lines',
    series: lines.map(([id]) => id),
    columns: [chartColumn('on', 'Up to', 'day'), ...lines.map(([id, label]) => chartColumn(id, label, 'amount'))],
    rows: curve.points.map(({ on }, at) =>
      chartRow(`${about.id}/${on}`, [{ kind: 'day', day: on }, ...(cells[at] ?? [])]),
    ),
  })

const amountOrDash = (amount: Pence | null): TableCell =>
  amount === null ? missingCell('not-applicable') : { kind: 'amount', amount }
