import { type ComparedName, comparedName, isShortName, likeness } from './nameLikeness.ts'
import type { NameKind } from './reportReading.ts'

/** Something that names stand for. */
export interface Thing {
  key: string
  kind: NameKind
  name: string
  /** All names that stand for it, its own among them. */
  names: string[]
}

interface LikelyThing {
  thing: Thing
  score: number
  why: string | null
}

/** Finds things by the names that stand for them, without comparing every name with every other. */
export interface NameIndex {
  things: Thing[]
  find: (kind: NameKind, key: string) => Thing | undefined
  add: (thing: Thing) => void
  learn: (thing: Thing, name: string) => void
  /** Those called the same but for case and punctuation. */
  called: (kind: NameKind, name: string) => Thing[]
  /** Those whose name is like it, the likeliest first. */
  like: (kind: NameKind, name: string) => LikelyThing[]
}

interface Entry {
  thing: Thing
  name: ComparedName
}

/** How many letters at the beginning or at the end a name has in common with a slip for it. */
const ENDS = 3

export const nameIndex = (given: readonly Thing[]): NameIndex => {
  const things = new Map<string, Thing>()
  const byNormal = new Map<string, Thing[]>()
  const byClue = new Map<string, Set<Entry>>()
  const all = new Map<NameKind, Entry[]>()
  const learn = (thing: Thing, name: string): void => {
    if (!thing.names.includes(name)) thing.names.push(name)
    const entry = { thing, name: comparedName(name) }
    const normal = `${thing.kind} ${entry.name.normal}`
    const same = byNormal.get(normal) ?? []
    if (!same.includes(thing)) byNormal.set(normal, [...same, thing])
    for (const clue of cluesOf(entry.name)) {
      const key = `${thing.kind} ${clue}`
      byClue.set(key, (byClue.get(key) ?? new Set()).add(entry))
    }
    const ofKind = all.get(thing.kind)
    if (ofKind) ofKind.push(entry)
    else all.set(thing.kind, [entry])
  }
  const add = (thing: Thing): void => {
    things.set(`${thing.kind} ${thing.key}`, thing)
    for (const name of thing.names) learn(thing, name)
  }
  for (const thing of given) add({ ...thing, names: [...thing.names] })
  return {
    get things() {
      return [...things.values()]
    },
    find: (kind, key) => things.get(`${kind} ${key}`),
    add,
    learn,
    called: (kind, name) => byNormal.get(`${kind} ${comparedName(name).normal}`) ?? [],
    like: (kind, name) => {
      const wanted = comparedName(name)
      // A short name is made of letters that no word shows.
      const entries = isShortName(name)
        ? (all.get(kind) ?? [])
        : new Set([...cluesOf(wanted), 'short'].flatMap((clue) => [...(byClue.get(`${kind} ${clue}`) ?? [])]))
      const best = new Map<Thing, LikelyThing>()
      for (const { thing, name: other } of entries) {
        const like = likeness(wanted, other)
        if (like === null) continue
        const score = like.how === 'same' ? 1 : like.score
        if (score > (best.get(thing)?.score ?? 0))
          best.set(thing, { thing, score, why: like.how === 'same' ? null : like.why })
      }
      return [...best.values()].sort((one, other) => other.score - one.score)
    },
  }
}

/** What two like names have in common: a telling word, or how they begin or end. */
const cluesOf = ({ name, normal, telling }: ComparedName): string[] => [
  ...telling,
  `begins ${normal.slice(0, ENDS)}`,
  `ends ${normal.slice(-ENDS)}`,
  ...(isShortName(name) ? ['short'] : []),
]
