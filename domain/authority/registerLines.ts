import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import { type Pence, pence } from '../money.ts'

/** What stands at a place in a year at one level, over all sources. Pence. */
export interface PlaceBalance {
  level: Level
  place: Place
  startYear: StartYear
  amount: number
}

/** What has been released of the authority at a place in a year, and committed and spent of it. Pence. */
export interface AuthorityUse {
  authority: Pence
  released: Pence
  committed: Pence
  spent: Pence
}

const used = ['released', 'committed', 'spent'] as const
type Used = (typeof used)[number]

const meaning: Partial<Record<Level, keyof AuthorityUse>> = {
  authority: 'authority',
  released: 'released',
  commitment: 'committed',
  actual: 'spent',
}

export const placeYear = (placeId: string, startYear: StartYear): string => `${placeId} ${startYear}`

/**
 * Which authority a release or spend stands on: that of its own place first, and what goes beyond it is of the place above,
 * from the scheme to its theme to the programme. By place and year.
 */
export const authorityUses = (
  balances: readonly PlaceBalance[],
  themeOf: ReadonlyMap<Id, Id>,
  programmeId: Id,
): Map<string, AuthorityUse> => {
  const uses = new Map<string, Record<keyof AuthorityUse, number>>()
  const standing = (placeId: string, startYear: StartYear) => {
    const key = placeYear(placeId, startYear)
    const known = uses.get(key) ?? { authority: 0, released: 0, committed: 0, spent: 0 }
    uses.set(key, known)
    return known
  }
  for (const { level, place, startYear, amount } of balances) {
    const name = meaning[level]
    if (name) standing(place.id, startYear)[name] += amount
  }
  const goesUp = (id: Id, startYear: StartYear, aboveId: Id) => {
    const here = uses.get(placeYear(id, startYear))
    if (!here) return
    for (const name of used) {
      const beyond = Math.max(0, here[name] - Math.max(0, here.authority))
      if (beyond === 0) continue
      here[name] -= beyond
      standing(aboveId, startYear)[name] += beyond
    }
  }
  const ofSchemes = balances.filter(({ place }) => place.kind === 'scheme')
  for (const { place, startYear } of ofSchemes) goesUp(place.id, startYear, themeOf.get(place.id) ?? programmeId)
  const years = new Set(balances.map(({ startYear }) => startYear))
  for (const themeId of new Set(themeOf.values())) {
    for (const startYear of years) goesUp(themeId, startYear, programmeId)
  }
  return new Map(
    [...uses].map(([key, { authority, released, committed, spent }]) => [
      key,
      { authority: pence(authority), released: pence(released), committed: pence(committed), spent: pence(spent) },
    ]),
  )
}

/** What of a place's use falls to a line that came after so much earlier authority there: the earliest is used first. */
export const shareOfUse = (use: AuthorityUse, line: { earlier: Pence; effective: Pence }): Record<Used, Pence> => {
  const of = (name: Used) => pence(Math.max(0, Math.min(use[name] - line.earlier, line.effective)))
  return { released: of('released'), committed: of('committed'), spent: of('spent') }
}
