import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { Place } from './entry.ts'
import { keyOf, type LedgerContext, linesOnOrBelow, nameOf, pathsUp } from './movementRules.ts'

/** What R05 leaves at a place, on it and below, through the year in which least is left. Pence. */
export interface AllocationRoom {
  place: Place
  name: string
  /** Null is all sources together. */
  sourceId: Id | null
  throughYear: StartYear
  /** The allocation there is, with what the lines would add to it. */
  allocation: Pence
  /** The authority given so far. */
  authority: Pence
  /** The authority that the lines ask for. */
  asked: Pence
  left: Pence
}

/**
 * The room for authority at every place with an allocation of its own that the lines touch, from their place up to the
 * programme: over all sources, and for each source that the lines state where the allocation states sources too.
 */
export const allocationRooms = (lines: readonly BalanceLine[], context: LedgerContext): AllocationRoom[] => {
  const asked = lines.filter((line) => line.level === 'authority')
  const above = pathsUp(context)
  const before = linesOnOrBelow(context.balances, above)
  const given = linesOnOrBelow(lines, above)
  const places = new Map(asked.flatMap((line) => above(line.place)).map((place) => [keyOf(place), place]))

  return [...places.values()].flatMap((place) => {
    const [old, added] = [before(place), given(place)]
    const allocated = [...old, ...added].filter((line) => line.level === 'allocation')
    if (!allocated.some((line) => keyOf(line.place) === keyOf(place))) return []
    const statesSources = allocated.some((line) => line.sourceId !== null)
    const statedSources = added.flatMap((line) => (line.level === 'authority' && line.sourceId ? [line.sourceId] : []))
    const sources: (Id | null)[] = [null, ...(statesSources ? new Set(statedSources) : [])]
    return sources.map((sourceId) => tightest(place, sourceId))

    function tightest(at: Place, sourceId: Id | null): AllocationRoom {
      const first = Math.min(...added.map((line) => line.startYear))
      const years = new Set([...old, ...added].map((line) => line.startYear).filter((year) => year >= first))
      const rooms = [...years].sort((a, b) => a - b).map((throughYear) => roomThrough(at, sourceId, throughYear))
      return rooms.reduce((least, room) => (room.left < least.left ? room : least))
    }

    function roomThrough(at: Place, sourceId: Id | null, throughYear: StartYear): AllocationRoom {
      const amountOf = (of: readonly BalanceLine[], level: BalanceLine['level']) =>
        sum(
          of
            .filter((line) => line.level === level && isCounted(line, sourceId, throughYear))
            .map((each) => each.amount),
        )
      const allocation = amountOf([...old, ...added], 'allocation')
      const [authority, more] = [amountOf(old, 'authority'), amountOf(added, 'authority')]
      const left = pence(allocation - authority - more)
      return { place: at, name: nameOf(at, context), sourceId, throughYear, allocation, authority, asked: more, left }
    }
  })
}

/** Allocation without a source may be of any source, as in the rule itself. */
function isCounted(line: BalanceLine, sourceId: Id | null, throughYear: StartYear): boolean {
  if (line.startYear > throughYear) return false
  return sourceId === null || line.sourceId === sourceId || (line.level === 'allocation' && line.sourceId === null)
}
