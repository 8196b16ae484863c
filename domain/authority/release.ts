import type { Failures } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { PlaceBalance } from './registerLines.ts'

/** What is held for a place through a year, and where: the tightest of the places from it up that have authority. Pence. */
export interface HeldRoom {
  place: Place
  room: Pence
}

/**
 * What may still be released at a place: authority on and below each place above it that has some, less what was released
 * there, through every year from the one asked for on. Nothing where no place above has authority.
 */
export const heldRooms = (
  balances: readonly PlaceBalance[],
  pathUp: (place: Place) => Place[],
): ((place: Place, startYear: StartYear) => HeldRoom) => {
  const sums = new Map<Id, { ownAuthority: boolean; byYear: Map<StartYear, number> }>()
  for (const { level, place, startYear, amount } of balances) {
    if (level !== 'authority' && level !== 'released') continue
    for (const above of pathUp(place)) {
      const here = sums.get(above.id) ?? { ownAuthority: false, byYear: new Map<StartYear, number>() }
      sums.set(above.id, here)
      if (above.id === place.id && level === 'authority') here.ownAuthority = true
      here.byYear.set(startYear, (here.byYear.get(startYear) ?? 0) + (level === 'authority' ? amount : -amount))
    }
  }
  const tightest = (byYear: ReadonlyMap<StartYear, number>, from: StartYear): number => {
    const years = [...new Set([...byYear.keys(), from])].sort((a, b) => a - b)
    let through = 0
    let least = Number.POSITIVE_INFINITY
    for (const year of years) {
      through += byYear.get(year) ?? 0
      if (year >= from) least = Math.min(least, through)
    }
    return least
  }
  return (place, startYear) => {
    const limits = pathUp(place).flatMap((above) => {
      const here = sums.get(above.id)
      return here?.ownAuthority ? [{ place: above, room: pence(tightest(here.byYear, startYear)) }] : []
    })
    const least = limits.reduce<HeldRoom | null>((low, each) => (low && low.room <= each.room ? low : each), null)
    return least ?? { place, room: pence(0) }
  }
}

/** What of an approval can be released now, year by year, and what waits, with why. */
export interface ReleasePlan {
  release: { startYear: StartYear; lines: DecisionLine[] }[]
  waiting: { startYear: StartYear; amount: Pence; held: Failures['over-held'] & { placeId: Id } }[]
}

/**
 * Releases the years of an approval for which enough is held, each whole or not at all; more than is held waits as
 * `over-held`. What was posted before is done.
 */
export const planRelease = (
  lines: readonly DecisionLine[],
  posted: readonly Pick<BalanceLine, 'startYear' | 'sourceId' | 'nature' | 'amount'>[],
  heldAt: (place: Place, startYear: StartYear) => HeldRoom,
  nameOf: (place: Place) => string,
): ReleasePlan => {
  const plan: ReleasePlan = { release: [], waiting: [] }
  const years = [...new Set(lines.map(({ startYear }) => startYear))].sort((a, b) => a - b)
  let taken = 0
  for (const startYear of years) {
    // A year is posted whole, so that anything posted of it is all of it.
    if (posted.some((line) => line.startYear === startYear)) continue
    const inYear = lines.filter((line) => line.startYear === startYear)
    const [first] = inYear
    if (!first) continue
    const amount = sum(inYear.map((line) => line.amount))
    const { place, room } = heldAt(first.place, startYear)
    const available = pence(Math.max(0, room - taken))
    if (amount > available) {
      plan.waiting.push({
        startYear,
        amount,
        held: { place: nameOf(place), placeId: place.id, startYear, requested: amount, available },
      })
    } else {
      plan.release.push({ startYear, lines: inYear })
      taken += amount
    }
  }
  return plan
}
