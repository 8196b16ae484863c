import type { Thing } from './nameIndex.ts'
import type { NameUse } from './names.ts'
import type { Passage } from './paragraphs.ts'
import { plainText } from './plainText.ts'

/** A theme or scheme named in a text. */
export interface Mention {
  kind: Thing['kind']
  key: string
  printed: string
  start: number
  end: number
}

/** Names are looked for in the text alone. */
type Named = Pick<Passage, 'text'>

export interface Mentions {
  in: (passage: Named) => Mention[]
}

interface Word {
  stem: string
  text: string
  start: number
  end: number
}

interface Variant {
  thing: Thing
  stems: string[]
  /** The whole name rather than a part of it. */
  isWhole: boolean
  /** Only as it is written, with its capitals. */
  exact: string | null
}

const small = new Set(['the', 'and', 'of', 'for', 'to', 'in', 'on', 'a', 'an'])
/** Shorter words after a slash or in quotes say too little. */
const SHORTEST_PART = 5

/** Finds where texts name themes and schemes: whole names, names without their place, and words that only one name has. */
export const mentionsIn = (passages: Named[], things: Thing[]): Mentions => {
  const named = things.filter(({ kind }) => kind !== 'source')
  const variants = variantsOf(named, lowerCaseWords(passages))
  const byFirst = Map.groupBy(variants, ({ stems }) => stems[0] ?? '')
  const short = variants.filter(
    ({ exact, thing }) => exact !== null && thing.kind === 'scheme' && /^\p{Lu}{3,6}$/u.test(exact),
  )
  const withStem = new Map<string, Set<Thing>>()
  for (const { isWhole, stems, thing } of variants) {
    for (const stem of isWhole ? stems : []) withStem.set(stem, (withStem.get(stem) ?? new Set()).add(thing))
  }
  const known = new Map<Named, Mention[]>()
  return {
    in: (passage) => {
      const found = known.get(passage) ?? find(passage.text, { byFirst, short, withStem })
      known.set(passage, found)
      return found
    },
  }
}

/** A mention as a use of a name. */
export const asUse = ({ kind, printed, key }: Mention, context: string, place: NameUse['place']): NameUse => ({
  kind,
  printed,
  context,
  place,
  to: key,
})

interface Lookup {
  byFirst: Map<string, Variant[]>
  short: Variant[]
  /** The things that have a word in a whole name. */
  withStem: Map<string, Set<Thing>>
}

function find(text: string, { byFirst, short, withStem }: Lookup): Mention[] {
  const words = wordsOf(text)
  const found: Mention[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    const fitting = word ? (byFirst.get(word.stem) ?? []).filter((variant) => fits(variant, words, at)) : []
    const best = bestOf(fitting) ?? quoted(words, at, text, withStem) ?? spelledOut(words, at, short)
    const last = best ? words[at + best.stems.length - 1] : undefined
    if (!word || !best || !last) continue
    const printed = text.slice(word.start, last.end)
    found.push({ kind: best.thing.kind, key: best.thing.key, printed, start: word.start, end: last.end })
    at += best.stems.length - 1
  }
  return found
}

const fits = ({ stems, exact }: Variant, words: Word[], at: number): boolean => {
  if (!stems.every((stem, index) => words[at + index]?.stem === stem)) return false
  return exact === null || words[at]?.text === exact
}

/** The longest, and a whole name before a part of one; a text that could name several things names none. */
function bestOf(variants: Variant[]): Variant | undefined {
  const [best, second] = variants.toSorted(
    (one, other) => other.stems.length - one.stems.length || Number(other.isWhole) - Number(one.isWhole),
  )
  const isOpen =
    best &&
    second &&
    second.thing !== best.thing &&
    second.stems.length === best.stems.length &&
    second.isWhole === best.isWhole
  return isOpen && second.thing.kind === best.thing.kind ? undefined : best
}

/** A single word in quotes names the one scheme that has it. */
function quoted(words: Word[], at: number, text: string, withStem: Lookup['withStem']): Variant | undefined {
  const word = words[at]
  if (!word || word.text.length < SHORTEST_PART) return undefined
  const before = plainText(text.charAt(word.start - 1))
  const after = plainText(text.charAt(word.end))
  if (!/^['"]$/.test(before) || before !== after) return undefined
  const having = withStem.get(word.stem) ?? new Set()
  const [thing] = having
  return having.size === 1 && thing?.kind === 'scheme'
    ? { thing, stems: [word.stem], isWhole: false, exact: null }
    : undefined
}

/** Words that begin with the letters of a short name: a Person Held Record is the `PHR`. */
function spelledOut(words: Word[], at: number, short: Variant[]): Variant | undefined {
  const found = short.find(({ exact }) => {
    if (exact === null) return false
    const own = words.slice(at, at + exact.length)
    return own.map(({ text }) => text.charAt(0)).join('') === exact && own.every(({ text }) => text.length > 1)
  })
  const stems = words.slice(at, at + (found?.exact?.length ?? 0)).map(({ stem }) => stem)
  return found ? { ...found, stems, isWhole: false, exact: null } : undefined
}

function variantsOf(things: Thing[], lowerCase: ReadonlySet<string>): Variant[] {
  const first = things.map(({ name }) => wordsOf(name)[0]?.text ?? '')
  // A first word that several names share is that of the place.
  const placeWords = new Set(first.filter((word, at) => word !== '' && first.indexOf(word) !== at))
  const countOf = new Map<string, Set<Thing>>()
  for (const thing of things) {
    for (const { text } of thing.names.flatMap(wordsOf)) countOf.set(text, (countOf.get(text) ?? new Set()).add(thing))
  }
  return things.flatMap((thing) =>
    thing.names.flatMap((name): Variant[] => {
      const words = wordsOf(name)
      const variant = (own: Word[], isWhole: boolean): Variant[] => {
        const [only] = own
        const isSingle = own.length === 1
        const exact = isSingle && only && /^\p{Lu}/u.test(only.text) ? only.text : null
        return own.length === 0 ? [] : [{ thing, stems: own.map(({ stem }) => stem), isWhole, exact }]
      }
      if (thing.kind === 'theme') return variant(words, true)
      const withoutPlace = words.length > 1 && placeWords.has(words[0]?.text ?? '') ? words.slice(1) : []
      const parts = name.includes('/') ? name.split('/').map(wordsOf) : []
      const alone = parts.map((part) => (part.length > 1 && placeWords.has(part[0]?.text ?? '') ? part.slice(1) : part))
      const isProper = (word: Word) =>
        /^\p{Lu}/u.test(word.text) && !lowerCase.has(word.text.toLowerCase()) && countOf.get(word.text)?.size === 1
      return [
        ...variant(words, true),
        ...(withoutPlace.length === 1 && withoutPlace.every(isLower) ? [] : variant(withoutPlace, true)),
        ...alone.flatMap((part) => variant(part, part.length > 1 || /^\p{Lu}{2,}$/u.test(part[0]?.text ?? ''))),
        ...parts.flatMap((part) => lowerVariant(thing, part)),
        ...(words.length > 1
          ? words
              .slice(0, 1)
              .filter(isProper)
              .flatMap((word) => variant([word], false))
          : []),
        ...(words.length > 2 ? variant(words.slice(1), false) : []),
      ]
    }),
  )
}

/** The last word of a part behind a slash, in whatever case: `Business Intelligence/Warehouse` is the warehouse. */
const lowerVariant = (thing: Thing, part: Word[]): Variant[] => {
  const [only] = part
  return part.length === 1 && only && only.text.length >= SHORTEST_PART
    ? [{ thing, stems: [only.stem], isWhole: false, exact: null }]
    : []
}

const isLower = ({ text }: Word): boolean => /^\p{Ll}/u.test(text)

const lowerCaseWords = (passages: Named[]): Set<string> =>
  new Set(passages.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}]+/gu) ?? []))

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(({ 0: word, index }) => ({
      text: word,
      stem: stemOf(word.toLowerCase()),
      start: index,
      end: index + word.length,
    }))
    .filter(({ stem }) => !small.has(stem))
}

const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ings?|ed|es|e|s)$/, '')
  return stem.length > 2 ? stem : word
}
