import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { Scope } from '../portfolio/cell.ts'
import { linesByPlace } from '../portfolio/linesByPlace.ts'
import { shareInYears } from '../portfolio/shareOfTheme.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { themesOn } from '../programme/themeMembership.ts'

const known = new WeakMap<ProgrammeFacts, WeakMap<readonly BalanceLine[], Map<Id, Scope>>>()

/** The lines of a place with those below and above it, as the portfolio has them. Found once for the same facts and lines. */
export const scopeOf = (facts: ProgrammeFacts, lines: readonly BalanceLine[], place: Place): Scope => {
  const ofFacts = known.get(facts) ?? new WeakMap<readonly BalanceLine[], Map<Id, Scope>>()
  known.set(facts, ofFacts)
  const scopes = ofFacts.get(lines) ?? new Map<Id, Scope>()
  ofFacts.set(lines, scopes)
  const found = scopes.get(place.id) ?? makeScope(facts, lines, place)
  scopes.set(place.id, found)
  return found
}

const members = new WeakMap<ProgrammeFacts, Map<Id, Id[]>>()

/** The schemes of each theme on the day of the facts. Found once for the same facts: every scheme asks for its theme's. */
export const schemesByTheme = (facts: ProgrammeFacts): ReadonlyMap<Id, Id[]> => {
  const before = members.get(facts)
  if (before) return before
  const themes = themesOn(facts.memberships, facts.asAt.day)
  const found = Map.groupBy(
    facts.schemes.map(({ id }) => id).filter((id) => themes.has(id)),
    (id) => themes.get(id) as Id,
  )
  members.set(facts, found)
  return found
}

function makeScope(facts: ProgrammeFacts, lines: readonly BalanceLine[], { kind, id }: Place): Scope {
  const linesAt = linesByPlace(lines)
  const own = linesAt(id)
  if (kind === 'programme') return { own, all: lines, above: [] }
  const atProgramme = { kind: 'at-programme' as const, own: linesAt(facts.programme.id) }
  const ofThemes = schemesByTheme(facts)
  if (kind === 'theme') {
    return {
      own,
      all: [...own, ...(ofThemes.get(id) ?? []).flatMap((scheme) => linesAt(scheme))],
      above: [atProgramme],
    }
  }
  const [themeId, siblings] = [...ofThemes].find(([, schemes]) => schemes.includes(id)) ?? []
  if (themeId === undefined || siblings === undefined) return { own, all: own, above: [atProgramme] }
  const share = shareInYears(
    linesAt(themeId),
    siblings.map((scheme) => linesAt(scheme)),
  )
  return {
    own,
    all: own,
    above: [{ kind: 'at-theme', own: linesAt(themeId) }, atProgramme],
    shareOfTheme: (holds) => share(own, holds),
  }
}
