import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, pence, splitByWeights, sum, ZERO } from '../money.ts'
import type { Period } from '../period/period.ts'
import { linesByPlace } from '../portfolio/linesByPlace.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { themesOn } from '../programme/themeMembership.ts'
import type { Forecast } from './forecast.ts'
import { type ForecastYear, forecastYear, type LedgerYear, outturnOf } from './forecastYear.ts'
import { splitVariance, type VarianceSplit } from './splitVariance.ts'

/** The forecasts that monitoring goes by: of each scheme the version submitted last, and the first, by which its budget is phased. */
export interface SubmittedForecasts {
  latest: ReadonlyMap<Id, Forecast>
  first: ReadonlyMap<Id, Forecast>
}

/** One line of the monitoring report, in pence. Null stands where nobody has said anything, and is not nought. */
export interface MonitoringRow {
  place: Place
  name: string
  themeId: Id | null
  spentToDate: Pence
  programmedToDate: Pence | null
  /** Spent to date less programmed to date. */
  overToDate: Pence | null
  outturn: Pence | null
  remaining: Pence | null
  budget: Pence | null
  /** Outturn less budget, and what it is made of. */
  split: VarianceSplit | null
  /** What the year comes to by period. */
  year: ForecastYear
  note: string
  version: { number: number; submittedOn: CalendarDay | null } | null
}

export interface MonitoringTotals {
  spentToDate: Pence
  programmedToDate: Pence
  overToDate: Pence
  outturn: Pence
  remaining: Pence
  budget: Pence
  variance: Pence
  slippage: Pence
  acceleration: Pence
  overspend: Pence
  /** Budget whose place nobody has forecast: it is in the budget and in no variance. */
  budgetNotForecast: Pence
  /** What is spent to date where nobody has forecast: it is in no outturn. */
  spentNotForecast: Pence
  notForecast: number
}

interface MonitoringContext {
  startYear: StartYear
  /** The last period that counts as "to date". */
  through: Period | 0
  forecasts: SubmittedForecasts
  ledgerOf: (placeId: Id, startYear: StartYear) => LedgerYear
}

/**
 * Report 9 for one year: of every place with a budget, spend or a forecast, what is spent to date against what was
 * programmed, what the year comes to against its budget, and how the difference splits. Schemes in their order, then what
 * stands on themes and on the programme.
 */
export const monitoring = (facts: ProgrammeFacts, context: MonitoringContext): MonitoringRow[] => {
  const { startYear, through, forecasts, ledgerOf } = context
  const linesAt = linesByPlace(facts.balances)
  const themes = themesOn(facts.memberships, facts.asAt.day)
  const places: { place: Place; name: string; themeId: Id | null }[] = [
    ...facts.schemes.map(({ id, name }) => ({
      place: { kind: 'scheme' as const, id },
      name,
      themeId: themes.get(id) ?? null,
    })),
    ...facts.themes.map(({ id, name }) => ({
      place: { kind: 'theme' as const, id },
      name: `${name}, as a whole`,
      themeId: id,
    })),
    {
      place: { kind: 'programme' as const, id: facts.programme.id },
      name: 'The programme as a whole',
      themeId: null,
    },
  ]
  return places.flatMap(({ place, name, themeId }): MonitoringRow[] => {
    const own = linesAt(place.id)
    const forecast = forecasts.latest.get(place.id)
    const lines = forecast?.lines ?? []
    const budgetIn = (year: StartYear): Pence | null => {
      const planned = own.filter((line) => line.level === 'plan' && line.startYear === year)
      return planned.length === 0 ? null : sum(planned.map(({ amount }) => amount))
    }
    const years = new Set([startYear, ...own.map((line) => line.startYear), ...lines.map((line) => line.startYear)])
    const ledger = ledgerOf(place.id, startYear)
    const year = forecastYear(lines, ledger)
    const budget = budgetIn(startYear)
    const isSpent = year.spent !== 0 || year.periods.some(({ spent }) => spent !== 0)
    const isForecast = year.basis === 'as-whole' || year.basis === 'by-period'
    if (budget === null && !isSpent && !isForecast) return []
    // A closed year without budget and spend says nothing; with either it came to what was spent.
    const outturn = year.basis === 'closed' && budget === null && !isSpent ? null : year.outturn
    const split = splitVariance(
      [...years].map((each) => {
        const comesTo = each === startYear ? year.outturn : outturnOf(lines, ledgerOf(place.id, each))
        return { startYear: each, variance: comesTo === null ? ZERO : pence(comesTo - (budgetIn(each) ?? 0)) }
      }),
    ).find((each) => each.startYear === startYear)
    const first = forecasts.first.get(place.id)
    const programmedToDate = budget === null ? null : programmed(budget, profileOf(first, startYear), through)
    const spentToDate = sum([
      ledger.spent.get(0) ?? ZERO,
      ...year.periods.filter(({ period }) => period <= through).map(({ spent }) => spent),
    ])
    return [
      {
        place,
        name,
        themeId,
        spentToDate,
        programmedToDate,
        overToDate: programmedToDate === null ? null : pence(spentToDate - programmedToDate),
        outturn,
        remaining: outturn === null ? null : pence(outturn - year.spent),
        budget,
        split: outturn === null || !split ? null : split,
        year,
        note: forecast?.note ?? '',
        version: forecast ? { number: forecast.version, submittedOn: forecast.submittedOn } : null,
      },
    ]
  })
}

/** The months by which a first forecast phases a year; null where it does not. */
const profileOf = (first: Forecast | undefined, startYear: StartYear): number[] | null => {
  const lines = first?.lines.filter((line) => line.startYear === startYear && line.period > 0) ?? []
  const weights = Array.from({ length: 12 }, (_, month) =>
    lines
      .filter(({ period }) => Math.min(period, 12) === month + 1)
      .reduce((total, { amount }) => total + Math.max(0, amount), 0),
  )
  return weights.some((weight) => weight > 0) ? weights : null
}

/** What of a budget was to be spent through a period: by the first forecast of the year, else evenly over its months. */
const programmed = (budget: Pence, profile: number[] | null, through: Period | 0): Pence => {
  const shares = splitByWeights(budget, profile ?? Array.from({ length: 12 }, () => 1))
  return sum(shares.slice(0, Math.min(through, 12)))
}

/** The rows added up. What nobody has forecast is in the budget and in no variance. */
export const monitoringTotals = (rows: readonly MonitoringRow[]): MonitoringTotals => {
  const total = (amountOf: (row: MonitoringRow) => Pence | null | undefined): Pence =>
    sum(rows.map((row) => amountOf(row) ?? 0))
  const without = rows.filter(({ outturn, budget }) => outturn === null && budget !== null)
  return {
    spentToDate: total((row) => row.spentToDate),
    programmedToDate: total((row) => row.programmedToDate),
    overToDate: total((row) => row.overToDate),
    outturn: total((row) => row.outturn),
    remaining: total((row) => row.remaining),
    budget: total((row) => row.budget),
    variance: total((row) => row.split?.variance),
    slippage: total((row) => row.split?.slippage),
    acceleration: total((row) => row.split?.acceleration),
    overspend: total((row) => row.split?.overspend),
    spentNotForecast: sum(rows.filter(({ outturn }) => outturn === null).map((row) => row.spentToDate)),
    budgetNotForecast: sum(without.map(({ budget }) => budget ?? 0)),
    notForecast: without.length,
  }
}
