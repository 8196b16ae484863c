import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear, yearOf } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Level, Place } from '../../domain/ledger/entry.ts'
import { type Pence, pence, sum } from '../../domain/money.ts'
import { CLOSING_PERIOD, periodOf } from '../../domain/period/period.ts'
import type { BalanceLine, ProgrammeFacts } from '../../domain/programme/facts.ts'
import { amountCell, amountsOf, type Cell, cellOf, NONE } from '../cell.ts'
import { type Places, placesOf } from '../places.ts'
import { type YearsAsked, yearsOf } from '../yearsAsked.ts'
import { type ExpectedLine, type ExpectedYear, expectedLines } from './expected.ts'

/** The amounts of a spend row, in the order of the report's columns. */
export const spendMeasures = [
  'allocation',
  'authority',
  'held',
  'committed',
  'actual',
  'forecastRemaining',
  'forecastOutturn',
  'budget',
  'variance',
  'slippage',
  'overspend',
  'available',
] as const
export type SpendMeasure = (typeof spendMeasures)[number]

export interface SpendRow {
  place: Place
  schemeNumber: string
  theme: string
  scheme: string
  sourceId: Id | null
  source: string
  amounts: Record<SpendMeasure, Cell>
  rating: string
  comment: string
}

export interface SpendBlock {
  /** Null is the block of all years together. */
  startYear: StartYear | null
  label: string
  rows: SpendRow[]
  totalLabel: string
  totals: Record<SpendMeasure, Cell>
}

/** Every level by place, source and year, then all years together. Amounts in pence. */
export interface SpendReport {
  years: { startYear: StartYear; label: string }[]
  blocks: SpendBlock[]
  /** The period that the payments go up to: `P5 2020/21`. */
  actualTo: string
}

/**
 * Report 8, for the years asked for or for all years with money or a forecast, beside what is expected of them. Throws
 * `bad-year`.
 */
export const spendReport = (
  facts: ProgrammeFacts,
  range: YearsAsked = {},
  expected: readonly ExpectedYear[] = [],
): SpendReport => {
  const places = placesOf(facts)
  const { programme } = facts
  const allExpected = expectedLines(expected, facts.balances)
  const recorded = [...facts.balances, ...allExpected].map(({ startYear }) => startYear)
  const years = yearsOf(range, recorded.length > 0 ? recorded : [programme.startYear, programme.endYear])
  const within = new Set(years)
  const lines = facts.balances.filter(({ startYear }) => within.has(startYear))
  const linesByYear = Map.groupBy(lines, ({ startYear }) => startYear)
  const forecast = allExpected.filter(({ startYear }) => within.has(startYear))
  const forecastByYear = Map.groupBy(forecast, ({ startYear }) => startYear)
  const block = (startYear: StartYear | null, label: string, own: BalanceLine[], of: ExpectedLine[]) =>
    spendBlock(startYear, label, own, of, facts, places)
  return {
    years: years.map((startYear) => ({ startYear, label: formatYear(startYear) })),
    blocks: [
      ...years.map((startYear) =>
        block(startYear, formatYear(startYear), linesByYear.get(startYear) ?? [], forecastByYear.get(startYear) ?? []),
      ),
      block(null, 'Cumulative', lines, forecast),
    ],
    actualTo: lastPeriod(facts.asAt.day, years),
  }
}

/** The month of the day; for years that ended before it their closing period. */
const lastPeriod = (day: CalendarDay, years: readonly StartYear[]): string => {
  const last = years.at(-1)
  return last === undefined || yearOf(day) <= last
    ? `P${periodOf(day)} ${formatYear(yearOf(day))}`
    : `P${CLOSING_PERIOD} ${formatYear(last)}`
}

function spendBlock(
  startYear: StartYear | null,
  label: string,
  lines: BalanceLine[],
  expected: ExpectedLine[],
  facts: ProgrammeFacts,
  places: Places,
): SpendBlock {
  const schemeById = new Map(facts.schemes.map((scheme) => [scheme.id, scheme]))
  const sourceNames = new Map(facts.sources.map(({ id, name }) => [id, name]))
  const linesByPlace = Map.groupBy(lines, ({ place }) => place.id)
  const expectedByPlace = Map.groupBy(expected, ({ placeId }) => placeId)
  const higherWith = (level: Level, schemeId: Id): Cell => {
    const theme = places.themeOf(schemeId)
    const stands = (id: Id) => linesByPlace.get(id)?.some((line) => line.level === level)
    if (theme !== undefined && stands(theme.id)) return { kind: 'given-at', place: 'theme' }
    return stands(facts.programme.id) ? { kind: 'given-at', place: 'programme' } : NONE
  }

  const rows = places.inOrder.flatMap((place): SpendRow[] => {
    const scheme = schemeById.get(place.id)
    const bySource = Map.groupBy(linesByPlace.get(place.id) ?? [], ({ sourceId }) => sourceId)
    const expectedBySource = Map.groupBy(expectedByPlace.get(place.id) ?? [], ({ sourceId }) => sourceId)
    return [...new Set([...bySource.keys(), ...expectedBySource.keys()])]
      .toSorted((one, other) => sourceOrder(facts, one, other))
      .map((sourceId) => {
        const amounts = measures(bySource.get(sourceId) ?? [], expectedBySource.get(sourceId) ?? [])
        if (scheme !== undefined) {
          if (amounts.allocation.kind === 'none') amounts.allocation = higherWith('allocation', scheme.id)
          if (amounts.authority.kind === 'none') {
            const given = higherWith('authority', scheme.id)
            amounts.authority = given
            // What is held or available of it stands where it was given, so that the columns add up.
            if (amounts.held.kind === 'none') amounts.held = given
            if (amounts.available.kind === 'none') amounts.available = given
          }
        }
        return {
          place,
          schemeNumber:
            scheme?.capitalSchemeNumber || (place.kind === 'programme' ? facts.programme.capitalSchemeNumber : ''),
          theme: place.kind === 'theme' ? places.label(place) : (places.themeOf(place.id)?.name ?? ''),
          scheme: scheme?.name ?? `${place.kind === 'theme' ? 'Theme' : 'Programme'} as a whole`,
          sourceId,
          source: sourceId === null ? 'not stated' : (sourceNames.get(sourceId) ?? sourceId),
          amounts,
          rating: scheme === undefined ? '–' : (scheme.ragFinance ?? 'not assessed'),
          comment: scheme?.amountsNote ?? '',
        }
      })
  })
  return {
    startYear,
    label,
    rows,
    totalLabel: startYear === null ? 'Cumulative total' : `Total ${label}`,
    totals: eachMeasure((measure) => cellOf(amountsOf(rows.map((row) => row.amounts[measure])))),
  }
}

function measures(lines: BalanceLine[], expected: ExpectedLine[]): SpendRow['amounts'] {
  const at = (level: Level): Cell => cellOf(lines.filter((line) => line.level === level).map(({ amount }) => amount))
  const value = (level: Level): Pence => sum(amountsOf([at(level)]))
  const hasAuthority = lines.some(({ level }) => level === 'authority' || level === 'released')
  const isSpendable = hasAuthority || lines.some(({ level }) => level === 'commitment' || level === 'actual')
  const expects = (measure: Exclude<keyof ExpectedLine, 'placeId' | 'startYear' | 'sourceId'>): Cell =>
    cellOf(expected.map((line) => line[measure]))
  return {
    allocation: at('allocation'),
    authority: at('authority'),
    held: hasAuthority ? amountCell(pence(value('authority') - value('released'))) : NONE,
    committed: at('commitment'),
    actual: at('actual'),
    forecastRemaining: expects('forecastRemaining'),
    forecastOutturn: expects('forecastOutturn'),
    budget: at('plan'),
    variance: expects('variance'),
    slippage: expects('slippage'),
    overspend: expects('overspend'),
    available: isSpendable ? amountCell(pence(value('released') - value('commitment') - value('actual'))) : NONE,
  }
}

const eachMeasure = <Value>(make: (measure: SpendMeasure) => Value): Record<SpendMeasure, Value> =>
  Object.fromEntries(spendMeasures.map((measure) => [measure, make(measure)])) as Record<SpendMeasure, Value>

function sourceOrder({ sources }: ProgrammeFacts, one: Id | null, other: Id | null): number {
  const place = (id: Id | null) => sources.find((source) => source.id === id)?.sort ?? Number.MAX_SAFE_INTEGER
  return place(one) - place(other) || ((one ?? '') < (other ?? '') ? -1 : 1)
}
