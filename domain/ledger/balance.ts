import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { Level, Nature, Place } from './entry.ts'

/** Which lines to take; what is left out takes all. A null source takes the lines whose source is not stated. */
export interface LineFilter {
  level?: Level
  place?: Place
  fromYear?: StartYear
  throughYear?: StartYear
  sourceId?: Id | null
  nature?: Nature
}

const linesOf = <Line extends BalanceLine>(lines: readonly Line[], filter: LineFilter): Line[] =>
  lines.filter(
    (line) =>
      (filter.level === undefined || line.level === filter.level) &&
      (filter.place === undefined || isSamePlace(line.place, filter.place)) &&
      (filter.fromYear === undefined || line.startYear >= filter.fromYear) &&
      (filter.throughYear === undefined || line.startYear <= filter.throughYear) &&
      (filter.sourceId === undefined || line.sourceId === filter.sourceId) &&
      (filter.nature === undefined || line.nature === filter.nature),
  )

/** The exact sum of the lines that the filter takes, in pence. */
export const total = (lines: readonly BalanceLine[], filter: LineFilter = {}): Pence =>
  sum(linesOf(lines, filter).map((line) => line.amount))

export const isSamePlace = (a: Place, b: Place): boolean => a.id === b.id && a.kind === b.kind
