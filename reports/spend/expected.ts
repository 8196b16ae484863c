import type { StartYear } from '../../domain/financialYear.ts'
import type { MonitoringRow } from '../../domain/forecast/monitoring.ts'
import { outturnBySource } from '../../domain/forecast/outturnBySource.ts'
import type { Id } from '../../domain/id.ts'
import { type Pence, pence, splitByWeights, sum } from '../../domain/money.ts'
import type { BalanceLine } from '../../domain/programme/facts.ts'

/** What a year of a place comes to, as monitoring has it. Pence. */
export interface ExpectedYear extends Pick<MonitoringRow, 'place' | 'outturn' | 'split'> {
  startYear: StartYear
}

/** The same by source: the parts of all sources add up to the place's. Pence. */
export interface ExpectedLine {
  placeId: Id
  startYear: StartYear
  sourceId: Id | null
  forecastRemaining: Pence
  forecastOutturn: Pence
  variance: Pence
  slippage: Pence
  overspend: Pence
}

/** What is expected of each place, year and source. A year that nobody has forecast and that is not closed has no line. */
export const expectedLines = (years: readonly ExpectedYear[], balances: readonly BalanceLine[]): ExpectedLine[] => {
  const byPlace = Map.groupBy(balances, ({ place }) => place.id)
  return years.flatMap(({ place, startYear, outturn, split }): ExpectedLine[] => {
    if (outturn === null || split === null) return []
    const own = (byPlace.get(place.id) ?? []).filter((line) => line.startYear === startYear)
    const at = (level: BalanceLine['level'], sourceId: Id | null): Pence =>
      sum(own.filter((line) => line.level === level && line.sourceId === sourceId).map(({ amount }) => amount))
    const parts = [...outturnBySource(own, outturn)].map(([sourceId, amount]) => ({
      sourceId,
      outturn: amount,
      variance: pence(amount - at('plan', sourceId)),
    }))
    const moved = shareOfMoved(
      pence(split.slippage + split.acceleration),
      parts.map(({ variance }) => variance),
    )
    return parts.map(({ sourceId, outturn: amount, variance }, index) => ({
      placeId: place.id,
      startYear,
      sourceId,
      forecastRemaining: pence(amount - at('actual', sourceId)),
      forecastOutturn: amount,
      variance,
      slippage: moved[index] ?? pence(0),
      overspend: pence(variance - (moved[index] ?? 0)),
    }))
  })
}

/** What moves to and from other years, over the sources that differ the same way: there is always as much of them. */
const shareOfMoved = (moved: Pence, variances: readonly Pence[]): Pence[] =>
  moved === 0
    ? []
    : splitByWeights(
        moved,
        variances.map((variance) => Math.max(0, Math.sign(moved) * variance)),
      )
