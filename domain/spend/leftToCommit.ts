import { available } from '../ledger/available.ts'
import type { Place } from '../ledger/entry.ts'
import { keyOf, type LedgerContext, linesOnOrBelow, nameOf, pathsUp } from '../ledger/movementRules.ts'
import { type Pence, sum } from '../money.ts'

/** What of a release is ordered, spent, and left to commit. */
export interface LeftToCommit {
  place: Place
  name: string
  released: Pence
  committed: Pence
  spent: Pence
  left: Pence
}

/** By each place that has a release, over all years, as R08 counts it: with what is ordered and spent on it and below it. */
export const leftToCommit = (ledger: LedgerContext): LeftToCommit[] => {
  const concerned = ledger.balances.filter(({ level }) => ['released', 'commitment', 'actual'].includes(level))
  const onOrBelow = linesOnOrBelow(concerned, pathsUp(ledger))
  const released = concerned.filter(({ level }) => level === 'released').map(({ place }) => place)
  return [...new Map(released.map((place) => [keyOf(place), place])).values()].map((place) => {
    const lines = onOrBelow(place)
    const totalOf = (level: string): Pence =>
      sum(lines.filter((line) => line.level === level).map(({ amount }) => amount))
    const [given, committed, spent] = [totalOf('released'), totalOf('commitment'), totalOf('actual')]
    return {
      place,
      name: nameOf(place, ledger),
      released: given,
      committed,
      spent,
      left: available(given, committed, spent),
    }
  })
}
