import type { StartYear } from '../financialYear.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'

/** Capital payments of a year from one source for one service line: as paid in pence, and as the return takes them. */
export interface Cpr4Line {
  /** Null where the payments state no source. */
  sourceId: string | null
  /** Empty where no area of spend is stated. */
  service: string
  paid: Pence
  entered: number
}

/** `£9,125.25` is entered as 9: whole thousands, half of one upwards, and without a sign. */
export const wholeThousands = (amount: Pence): number => Math.round(Math.abs(amount) / 100_000)

/** The capital payments of a year by source and service line, by the users' order of sources. */
export const cpr4Lines = (facts: ProgrammeFacts, startYear: StartYear): Cpr4Line[] => {
  const { balances, schemes, sources } = facts
  const areas = new Map<string, string>(schemes.map(({ id, areaOfSpend }) => [id, areaOfSpend]))
  const paid = balances.filter(
    (line) => line.level === 'actual' && line.nature === 'capital' && line.startYear === startYear,
  )
  const sortOf = new Map<string | null, number>(sources.map(({ id, sort }) => [id, sort]))
  const keyed = Map.groupBy(paid, ({ sourceId, place }) => JSON.stringify([sourceId, areas.get(place.id) ?? '']))
  return [...keyed]
    .map(([key, lines]): Cpr4Line => {
      const [sourceId, service] = JSON.parse(key) as [string | null, string]
      const amount = sum(lines.map((line) => line.amount))
      return { sourceId, service, paid: amount, entered: wholeThousands(amount) }
    })
    .sort(
      (one, other) =>
        (sortOf.get(one.sourceId) ?? Number.MAX_SAFE_INTEGER) -
          (sortOf.get(other.sourceId) ?? Number.MAX_SAFE_INTEGER) || (one.service < other.service ? -1 : 1),
    )
}

/** By how many thousands the lines as entered miss the whole as entered (R26). */
export const cpr4Rounding = (lines: readonly Cpr4Line[]): { entered: number; rounding: number } => {
  const entered = wholeThousands(pence(sum(lines.map(({ paid }) => Math.abs(paid)))))
  return { entered, rounding: entered - lines.reduce((total, line) => total + line.entered, 0) }
}
