import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { tidy } from '../reading/plainText.ts'

export type NamedKind = 'scheme' | 'theme' | 'source' | 'decision'

export interface NamedThing {
  id: Id
  name: string
  /** All that it may be called, its own name first and its id last. */
  names: string[]
}

/** The things of a kind with all their names. */
export const namedThings = (facts: ProgrammeFacts, kind: NamedKind): NamedThing[] => {
  const thing = (id: Id, name: string, others: readonly string[] = []): NamedThing => ({
    id,
    name,
    names: [name, ...others, id].filter((each) => each !== ''),
  })
  switch (kind) {
    case 'scheme':
      return facts.schemes.map((each) => thing(each.id, each.name, [each.shortName, each.ref, ...each.aliases]))
    case 'theme':
      return facts.themes.map((each) => thing(each.id, each.name, each.aliases))
    case 'source':
      return facts.sources.map((each) => thing(each.id, each.name, each.aliases))
    case 'decision':
      return facts.decisions.map((each) => thing(each.id, each.reference, [each.title]))
  }
}

/**
 * The one thing that a name stands for: by a whole name, else by words that stand in only one name. Throws `bad-figure` for
 * none and for several.
 */
export const findThing = (facts: ProgrammeFacts, kind: NamedKind, name: string, token: string): NamedThing => {
  const fitting = thingsCalled(namedThings(facts, kind), name)
  const [only, other] = fitting
  if (only === undefined) return fail('bad-figure', { token, why: `no-${kind}`, about: name })
  if (other === undefined) return only
  const about = fitting.slice(0, 3).map((each) => `“${each.name}”`)
  return fail('bad-figure', { token, why: 'several', about: about.join(' or ') })
}

/** What a name can stand for: what is called so itself, else what has it as another name, else what has its words in its name. */
export const thingsCalled = <Thing extends Pick<NamedThing, 'name' | 'names'>>(
  things: readonly Thing[],
  name: string,
): Thing[] => {
  const wanted = fold(name)
  const called = things.filter(({ names }) => names.some((each) => fold(each) === wanted))
  const byOwnName = called.filter((each) => fold(each.name) === wanted)
  const partly = wanted === '' ? [] : things.filter((each) => ` ${wordsOf(each.name)} `.includes(` ${wordsOf(name)} `))
  return [byOwnName, called, partly].find((each) => each.length > 0) ?? []
}

const fold = (text: string): string => tidy(text).toLowerCase()

const wordsOf = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
