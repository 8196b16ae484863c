import type { StartYear } from '../../financialYear.ts'
import type { Id } from '../../id.ts'
import type { Place } from '../../ledger/entry.ts'
import type { BalanceLine, ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { atLevel, authorityAsked, isWithin, ledgerPlace, ledgerValue, nameOf, total } from '../ledgerSums.ts'

/**
 * R05: wherever an allocation stands, authority there and below, all years up to a year, is at most the allocation there
 * and below up to that year; sources are compared where both sides state one. Reports the first year that goes over.
 */
export const withinAllocation = (facts: ProgrammeFacts): Draft[] => {
  const allocations = atLevel(facts, 'allocation')
  const asked = authorityAsked(facts)
  const places = new Map(allocations.filter((line) => line.amount !== 0).map((line) => [line.place.id, line.place]))
  return [...places.values()].flatMap((place) => {
    const allocation = allocations.filter((line) => isWithin(facts, line.place, place))
    const authority = asked.filter((line) => isWithin(facts, line.place, place))
    const sourceIds = new Set(authority.flatMap((line) => line.sourceId ?? []))
    return [
      ...overspend(facts, place, allocation, authority, null),
      ...[...sourceIds].flatMap((sourceId) => {
        const ofSource = (line: BalanceLine) => line.sourceId === sourceId
        // Allocation without a source may stand behind any of them.
        const isComparable = allocation.some(ofSource) && allocation.every((line) => line.sourceId !== null)
        return isComparable
          ? overspend(facts, place, allocation.filter(ofSource), authority.filter(ofSource), sourceId)
          : []
      }),
    ]
  })
}

const overspend = (
  facts: ProgrammeFacts,
  place: Place,
  allocation: BalanceLine[],
  authority: BalanceLine[],
  sourceId: Id | null,
): Draft[] => {
  const upTo = (lines: BalanceLine[], year: StartYear) => total(lines.filter((line) => line.startYear <= year))
  const years = [...new Set([...allocation, ...authority].map((line) => line.startYear))].toSorted((a, b) => a - b)
  const throughYear = years.find((year) => upTo(authority, year) > upTo(allocation, year))
  if (throughYear === undefined) return []
  const [printed, computed] = [upTo(allocation, throughYear), upTo(authority, throughYear)]
  const source = facts.sources.find(({ id }) => id === sourceId)?.name ?? null
  return [
    {
      key: `${place.id}/${sourceId ?? 'all'}`,
      place: ledgerPlace(facts, 'authority', place, throughYear),
      subject: { kind: 'over-allocation', name: nameOf(facts, place), throughYear, source },
      printed,
      computed,
      values: [
        ledgerValue(facts, 'allocation', place, throughYear, printed),
        ledgerValue(facts, 'authority', place, throughYear, computed),
      ],
    },
  ]
}
