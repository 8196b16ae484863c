import { addDays, type CalendarDay } from '../calendarDay.ts'
import { firstDay, type StartYear } from '../financialYear.ts'
import { type Pence, pence, sum } from '../money.ts'
import { lastDayOfPeriod, type Period } from '../period/period.ts'
import type { CurvePoint } from '../portfolio/spendCurve.ts'
import type { MonitoringRow } from './monitoring.ts'

/** A day of the curve: what is spent through the last period that counts, and from there what is expected. Pence. */
export interface ForecastPoint extends CurvePoint {
  forecast: Pence | null
}

/** How spend builds up over a year against its authority, and where the forecast takes it. */
export interface ForecastCurve {
  points: ForecastPoint[]
  today: CalendarDay | null
  authority: Pence
  spent: Pence
  outturn: Pence
}

interface CurveInput {
  startYear: StartYear
  rows: readonly MonitoringRow[]
  /** Authority of the year by the day it takes effect; what is dated before or after the year counts at its ends. */
  authority: readonly { on: CalendarDay; amount: Pence }[]
  through: Period | 0
  today: CalendarDay
}

/**
 * The curve of one year by the ends of its months; the closing period counts in March, and what is entered for the year as
 * a whole at its start. Null while nothing is spent or expected.
 */
export const forecastCurve = ({ startYear, rows, authority, through, today }: CurveInput): ForecastCurve | null => {
  const outturn = sum(rows.map((row) => row.outturn ?? row.year.spent))
  const atStart = sum(rows.map(({ year }) => year.spent - year.periods.reduce((total, { spent }) => total + spent, 0)))
  if (outturn === 0 && rows.every(({ year }) => year.spent === 0)) return null
  const [start, end] = [firstDay(startYear), addDays(firstDay(startYear + 1), -1)]
  const isWithin = start <= today && today <= end
  const given = authority.map(({ on, amount }) => ({ on: on < start ? start : on > end ? end : on, amount }))
  const authorityBy = (day: CalendarDay) => sum(given.filter(({ on }) => on <= day).map(({ amount }) => amount))
  const spentBy = (period: number) =>
    pence(atStart + sumPeriods(rows, (each) => (each.period <= period ? each.spent : 0)))
  const spentThrough = spentBy(lastMonth(through))
  // Where a year is forecast as a whole, its periods add up to it; what differs by rounding or a credit falls into March.
  const expectedBy = (period: number) =>
    period === 12
      ? outturn
      : pence(
          spentThrough +
            sumPeriods(rows, (each) => (each.period > through && each.period <= period ? each.outturn : 0)),
        )

  const months = Array.from({ length: 13 }, (_, period) => ({
    period,
    on: period === 0 ? start : lastDayOfPeriod(startYear, period as Period),
  }))
  const days = new Set([...months.map(({ on }) => on), ...given.map(({ on }) => on)])
  const points = [...days].sort().map((on): ForecastPoint => {
    const period = months.find((month) => month.on === on)?.period
    return {
      on,
      authority: authorityBy(on),
      spent: period !== undefined && period <= through ? spentBy(lastMonth(period)) : null,
      forecast: period !== undefined && period >= Math.min(through, 12) ? expectedOr(period) : null,
    }
  })
  return { points, today: isWithin ? today : null, authority: authorityBy(end), spent: spentThrough, outturn }

  function expectedOr(period: number): Pence {
    return period === Math.min(through, 12) && period < 12 ? spentThrough : expectedBy(period)
  }
}

/** March takes the closing period too. */
const lastMonth = (period: number): number => (period >= 12 ? 13 : period)

const sumPeriods = (
  rows: readonly MonitoringRow[],
  amountOf: (each: MonitoringRow['year']['periods'][number]) => number,
): Pence => sum(rows.flatMap(({ year }) => year.periods.map(amountOf)))
