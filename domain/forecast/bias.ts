import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import { lastDayOfPeriod, type Period, periodsOfYear } from '../period/period.ts'
import type { Forecast } from './forecast.ts'
import type { LedgerYear } from './forecastYear.ts'

/** What one submitted version expected of a period or of a year, and what came. Pence. */
export interface Comparison {
  schemeId: Id
  submittedBy: string
  forecast: Pence
  spent: Pence
}

/** How far forecasts were from what came. Pence; the share is spent by forecast in basis points, null where nothing was forecast. */
export interface Bias {
  comparisons: number
  tooHigh: number
  tooLow: number
  forecast: Pence
  spent: Pence
  spentShareBp: number | null
}

/** Fewer tell more of chance than of habit. */
export const FEWEST_COMPARISONS = 3

/**
 * Every submitted version against what is closed since: period by period where it was forecast so, else the year. A version
 * is held only to what had not ended when it was submitted.
 */
export const comparisonsOf = (
  versions: readonly Forecast[],
  ledgerOf: (schemeId: Id, startYear: StartYear) => LedgerYear,
): Comparison[] =>
  versions.flatMap(({ schemeId, status, submittedBy, submittedOn, lines }) => {
    if (status !== 'submitted' || submittedOn === null || submittedBy === null) return []
    return lines.flatMap(({ startYear, period, amount }): Comparison[] => {
      const { spent, isClosed } = ledgerOf(schemeId, startYear)
      const isKnown = period === 0 ? periodsOfYear.every(isClosed) : isClosed(period)
      if (!isKnown || submittedOn > lastDayOf(startYear, period)) return []
      const came = period === 0 ? sum(spent.values()) : (spent.get(period) ?? pence(0))
      return [{ schemeId, submittedBy, forecast: amount, spent: came }]
    })
  })

const lastDayOf = (startYear: StartYear, period: number): CalendarDay =>
  lastDayOfPeriod(startYear, (period === 0 ? 12 : period) as Period)

export const biasOf = (comparisons: readonly Comparison[]): Bias => {
  const forecast = sum(comparisons.map((each) => each.forecast))
  const spent = sum(comparisons.map((each) => each.spent))
  return {
    comparisons: comparisons.length,
    tooHigh: comparisons.filter((each) => each.forecast > each.spent).length,
    tooLow: comparisons.filter((each) => each.forecast < each.spent).length,
    forecast,
    spent,
    spentShareBp: forecast > 0 && spent >= 0 ? Number(divided(BigInt(spent) * 10_000n, BigInt(forecast))) : null,
  }
}

/** What a year comes to if what remains is spent at the rate of before; null where there is too little to go by. */
export const outturnAtPastRate = (
  { spent, remaining }: { spent: Pence; remaining: Pence | null },
  bias: Bias,
): Pence | null => {
  if (remaining === null || bias.comparisons < FEWEST_COMPARISONS || bias.spentShareBp === null) return null
  return pence(spent + Number(divided(BigInt(remaining) * BigInt(bias.spent), BigInt(bias.forecast))))
}

/** Rounded half away from zero; the divisor is more than nought. */
const divided = (over: bigint, under: bigint): bigint => {
  const [size, half] = [over < 0n ? -over : over, under / 2n]
  const rounded = (size + half) / under
  return over < 0n ? -rounded : rounded
}
