import { type NameIndex, nameIndex, type Thing } from './nameIndex.ts'
import { comparedName, likeness, normalName } from './nameLikeness.ts'
import type { Confirmation, KnownName, NameKind, NameMatch, ReadPlace } from './reportReading.ts'

/** A name printed somewhere. Names of one context, such as the rows of a table, stand for different things. */
export interface NameUse {
  kind: NameKind
  printed: string
  context: string
  place: ReadPlace
  /** The key of what it was found to stand for, where it was looked for by that. */
  to?: string
}

export interface Names {
  matches: NameMatch[]
  things: Thing[]
}

/** Two things that are as likely to this much cannot be told apart. */
const AS_LIKELY = 0.04
const MOST_CANDIDATES = 5

/**
 * Says what each printed name stands for: a known name, or something that the document names first. A near miss is taken
 * only where one thing is likelier than the others; the reader can say otherwise.
 */
export const matchNames = (uses: NameUse[], known: KnownName[], confirmations: Confirmation[]): Names => {
  const index = nameIndex(known.map(({ key, kind, name, aliases }) => ({ key, kind, name, names: [name, ...aliases] })))
  const matches = new Map<string, NameMatch>()
  const confirmed = new Map(confirmations.map((said) => [keyOf(said), said]))
  const learn = (match: NameMatch): void => {
    matches.set(keyOf(match), match)
    const thing = match.to === null ? undefined : index.find(match.kind, match.to)
    if (thing) index.learn(thing, match.printed)
  }
  const isNew = (use: NameUse): NameMatch => {
    const thing: Thing = { key: newKey(use), kind: use.kind, name: use.printed, names: [use.printed] }
    if (!index.find(thing.kind, thing.key)) index.add(thing)
    return matchOf(use, thing, 'new', null)
  }
  // What the reader takes a name for may be printed only further on.
  for (const { kind, to } of confirmations) {
    const named = uses.find((use) => use.kind === kind && newKey(use) === to)
    if (named && to !== null && !index.find(kind, to)) isNew(named)
  }
  for (const [, inContext] of Map.groupBy(uses, ({ kind, context }) => `${kind} ${context}`)) {
    const open = firstUses(inContext).filter((use) => !matches.has(keyOf(use)))
    const taken = new Set(inContext.flatMap((use) => matches.get(keyOf(use))?.to ?? []))
    const rest = open.filter((use) => {
      const said = confirmed.get(keyOf(use))
      const match = said ? confirmedMatch(use, said, index) : exactMatch(use, index)
      if (match === null) return true
      const kept = match === 'new' ? { ...isNew(use), isConfirmed: true } : match
      learn(kept)
      if (kept.to !== null) taken.add(kept.to)
      return false
    })
    // The likeliest first, so that a name does not lose its thing to one that is less like it.
    const near = rest
      .map((use) => ({ use, likely: index.like(use.kind, use.printed) }))
      .sort((one, other) => (other.likely[0]?.score ?? 0) - (one.likely[0]?.score ?? 0))
    for (const { use, likely } of near) {
      const free = likely.filter(({ thing }) => !taken.has(thing.key))
      const [best, second] = free
      const isAmbiguous = best && second && best.score - second.score < AS_LIKELY
      const match = !best
        ? null
        : isAmbiguous
          ? { ...matchOf(use, null, 'ambiguous', 'Several names are as much like it.'), candidates: candidatesOf(free) }
          : { ...matchOf(use, best.thing, 'near', best.why), candidates: candidatesOf(free.slice(1)) }
      if (match) learn(match)
      if (match?.to) taken.add(match.to)
    }
    for (const use of rest) if (!matches.has(keyOf(use))) learn(isNew(use))
  }
  for (const use of uses) matches.get(keyOf(use))?.places.push(use.place)
  return { matches: [...matches.values()], things: index.things }
}

/** What a name is known by that the document names first. */
const newKey = ({ kind, printed }: Pick<NameUse, 'kind' | 'printed'>): string =>
  `${kind} ${normalName(printed) || printed}`

const keyOf = ({ kind, printed }: Pick<NameUse, 'kind' | 'printed'>): string => `${kind} ${printed}`

const firstUses = (uses: NameUse[]): NameUse[] =>
  [...new Map(uses.toReversed().map((use) => [keyOf(use), use])).values()].reverse()

const matchOf = (
  { kind, printed }: NameUse,
  thing: Thing | null,
  how: NameMatch['how'],
  why: string | null,
): NameMatch => ({
  kind,
  printed,
  to: thing?.key ?? null,
  name: thing?.name ?? printed,
  how,
  why,
  isConfirmed: false,
  candidates: [],
  places: [],
})

const candidatesOf = (likely: { thing: Thing }[]): NameMatch['candidates'] =>
  likely.slice(0, MOST_CANDIDATES).map(({ thing }) => ({ to: thing.key, name: thing.name }))

function confirmedMatch(use: NameUse, { to }: Confirmation, index: NameIndex): NameMatch | 'new' {
  const thing = to === null ? undefined : index.find(use.kind, to)
  return thing ? { ...matchOf(use, thing, 'alias', null), isConfirmed: true } : 'new'
}

function exactMatch(use: NameUse, index: NameIndex): NameMatch | null {
  const meant = use.to === undefined ? undefined : index.find(use.kind, use.to)
  if (meant) return meantMatch(use, meant)
  const wanted = normalName(use.printed)
  const called = index.called(use.kind, use.printed)
  const same = called.find(({ name }) => normalName(name) === wanted)
  const thing = same ?? called[0]
  return thing ? matchOf(use, thing, same ? 'same' : 'alias', null) : null
}

function meantMatch(use: NameUse, thing: Thing): NameMatch {
  const wanted = normalName(use.printed)
  if (normalName(thing.name) === wanted) return matchOf(use, thing, 'same', null)
  if (thing.names.some((name) => normalName(name) === wanted)) return matchOf(use, thing, 'alias', null)
  return matchOf(
    use,
    thing,
    'near',
    likeness(comparedName(use.printed), comparedName(thing.name))?.how === 'near' ? 'It is a part of the name.' : null,
  )
}
