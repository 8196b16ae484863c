import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { keyOf, type LedgerContext, linesOnOrBelow, nameOf, pathsUp } from '../ledger/movementRules.ts'
import { pence } from '../money.ts'
import type { OverReleased } from './dryRun.ts'

/**
 * R08: the places where what is released does not carry what orders and spend would change by, from schemes up to the
 * programme. A scheme under no release may spend nothing. What was over before may stay so, and gets no worse.
 */
export const overReleased = (changes: ReadonlyMap<Id, number>, ledger: LedgerContext): OverReleased[] => {
  const above = pathsUp(ledger)
  const concerned = ledger.balances.filter(({ level }) => ['released', 'commitment', 'actual'].includes(level))
  const onOrBelow = linesOnOrBelow(concerned, above)
  const withRelease = new Set(concerned.filter(({ level }) => level === 'released').map(({ place }) => keyOf(place)))
  const byPlace = new Map<string, { place: Place; change: number }>()
  for (const [schemeId, change] of changes) {
    const scheme: Place = { kind: 'scheme', id: schemeId }
    const limiting = above(scheme).filter((place) => withRelease.has(keyOf(place)))
    for (const place of limiting.length > 0 ? limiting : [scheme]) {
      const known = byPlace.get(keyOf(place)) ?? { place, change: 0 }
      byPlace.set(keyOf(place), { place, change: known.change + change })
    }
  }
  return [...byPlace.values()].flatMap(({ place, change }) => {
    let available = 0
    for (const { level, amount } of onOrBelow(place)) available += level === 'released' ? amount : -amount
    if (change <= 0 || change <= available) return []
    return [{ place: nameOf(place, ledger), requested: pence(change), available: pence(available) }]
  })
}
