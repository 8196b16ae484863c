import type { StartYear } from '../financialYear.ts'
import { type Pence, pence, splitByWeights, sum, ZERO } from '../money.ts'
import { CLOSING_PERIOD, type Period, periodsOfYear } from '../period/period.ts'
import type { ForecastLine } from './forecast.ts'

/** What is spent in one year by period; 0 is what is entered for the year as a whole. Pence. */
export type SpentByPeriod = ReadonlyMap<number, Pence>

/** What the ledger says of a year: what is spent, and which periods take no more. A closed year has no open period. */
export interface LedgerYear {
  startYear: StartYear
  spent: SpentByPeriod
  isClosed: (period: Period) => boolean
}

/** A period as its reader sees it: spent and closed, as it was forecast, its share of the year as a whole, or nothing. */
export interface PeriodForecast {
  period: Period
  kind: 'closed' | 'stated' | 'shared' | 'none'
  /** What is forecast, and of a closed period what was spent. */
  amount: Pence | null
  spent: Pence
  /** What the period comes to: what is forecast, or what is spent where that is further from nought already. */
  outturn: Pence
}

/** What a scheme's year comes to. `outturn` is what is spent and what is still expected; null where nobody has forecast it. */
export interface ForecastYear {
  startYear: StartYear
  basis: 'closed' | 'by-period' | 'as-whole' | 'none'
  periods: PeriodForecast[]
  spent: Pence
  remaining: Pence | null
  outturn: Pence | null
}

/** A year of a forecast against its ledger. What is spent stands in closed periods whatever was forecast for them. */
export const forecastYear = (lines: readonly ForecastLine[], ledger: LedgerYear): ForecastYear => {
  const { startYear, spent, isClosed } = ledger
  const stated = new Map(lines.filter((line) => line.startYear === startYear).map((line) => [line.period, line.amount]))
  const whole = stated.get(0)
  const spentIn = (period: number): Pence => spent.get(period) ?? ZERO
  const spentInAll = sum(spent.values())
  const open = periodsOfYear.filter((period) => !isClosed(period))
  const basis = open.length === 0 ? 'closed' : whole !== undefined ? 'as-whole' : stated.size > 0 ? 'by-period' : 'none'
  const wholeOutturn = whole === undefined ? null : atLeastSpent(whole, spentInAll)
  const shares = wholeOutturn === null ? new Map<Period, Pence>() : shareOut(wholeOutturn, ledger, open)

  const periods = periodsOfYear.map((period): PeriodForecast => {
    const own = spentIn(period)
    if (isClosed(period)) return { period, kind: 'closed', amount: own, spent: own, outturn: own }
    const share = shares.get(period)
    if (share !== undefined) return { period, kind: 'shared', amount: share, spent: own, outturn: share }
    const amount = stated.get(period)
    if (basis !== 'by-period' || amount === undefined) {
      return { period, kind: 'none', amount: null, spent: own, outturn: own }
    }
    return { period, kind: 'stated', amount, spent: own, outturn: atLeastSpent(amount, own) }
  })
  const added = sum([spentIn(0), ...periods.map(({ outturn }) => outturn)])
  const outturn = basis === 'none' ? null : basis === 'as-whole' ? wholeOutturn : added
  return {
    startYear,
    basis,
    periods,
    spent: spentInAll,
    remaining: outturn === null ? null : pence(outturn - spentInAll),
    outturn,
  }
}

/** What a year comes to alone, where nobody asks for its periods. */
export const outturnOf = (lines: readonly ForecastLine[], { startYear, spent, isClosed }: LedgerYear): Pence | null => {
  const own = lines.filter((line) => line.startYear === startYear)
  const spentInAll = sum(spent.values())
  const open = periodsOfYear.filter((period) => !isClosed(period))
  if (open.length === 0) return spentInAll
  const whole = own.find(({ period }) => period === 0)
  if (whole) return atLeastSpent(whole.amount, spentInAll)
  if (own.length === 0) return null
  const expected = own.filter(({ period }) => open.includes(period))
  const more = expected.map(({ period, amount }) => {
    const before = spent.get(period) ?? ZERO
    return atLeastSpent(amount, before) - before
  })
  return sum([spentInAll, ...more])
}

/** What is expected cannot be less than what is spent already, nor a credit smaller than the one received. */
const atLeastSpent = (expected: Pence, spent: Pence): Pence =>
  expected >= 0 ? pence(Math.max(expected, spent)) : pence(Math.min(expected, spent))

/** What a year as a whole leaves after its closed periods, shared evenly over the open months; the closing period takes it where they are all closed. */
const shareOut = (whole: Pence, { spent, isClosed }: LedgerYear, open: readonly Period[]): Map<Period, Pence> => {
  const months = open.filter((period) => period !== CLOSING_PERIOD)
  const shared = months.length > 0 ? months : open
  if (shared.length === 0) return new Map()
  const isSettled = (period: number) => period === 0 || isClosed(period) || !shared.includes(period)
  const settled = sum([...spent].filter(([period]) => isSettled(period)).map(([, amount]) => amount))
  const parts = splitByWeights(
    pence(whole - settled),
    shared.map(() => 1),
  )
  return new Map(shared.map((period, index) => [period, parts[index] ?? ZERO]))
}
