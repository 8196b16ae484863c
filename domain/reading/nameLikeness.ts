import { tidy } from './plainText.ts'

/** How alike two names are: `same` but for case and punctuation, `near` with a score below 1, or not at all. */
type Likeness = { how: 'same' } | { how: 'near'; score: number; why: string } | null

/** Words that say too little to tell one thing from another. */
const common = new Set(
  'and the for with of from in on to a an at by or eg inc org orgs other new digital system systems project projects programme scheme schemes tool tools service services theme care health city council'.split(
    ' ',
  ),
)

/** Names shorter than this are not compared letter by letter. */
const SHORTEST_SPELT = 6
/** One slip for so many letters. */
const LETTERS_PER_SLIP = 7
/** From this share of words in common on, two names may be one. */
const SHARE = 0.6

const ofWords = (text: string): string[] =>
  tidy(text)
    .toLowerCase()
    .replace(/'s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A name as it is compared: without case, punctuation and articles. */
export const normalName = (name: string): string =>
  ofWords(name.replace(/&/g, ' and '))
    .filter((word) => word !== 'the')
    .join(' ')

const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ings?|ed|es|e|s)$/, '')
  return stem.length > 2 ? stem : word
}

const tellingWords = (name: string): string[] => [
  ...new Set(
    ofWords(name)
      .filter((word) => /\d/.test(word) || (word.length > 1 && !common.has(word)))
      .map(stemOf),
  ),
]

/** A name with what is compared of it, so that it is taken apart once. */
export interface ComparedName {
  name: string
  normal: string
  telling: string[]
  numbers: string
}

export const comparedName = (name: string): ComparedName => {
  const normal = normalName(name)
  // `Phase 1` is not a slip for `Phase 2`.
  return { name, normal, telling: tellingWords(name), numbers: (normal.match(/\d+/g) ?? []).join(' ') }
}

export const likeness = (one: ComparedName, other: ComparedName): Likeness => {
  const [first, second] = [one.normal, other.normal]
  if (first === '' || second === '') return null
  if (first === second) return { how: 'same' }
  if (one.numbers !== other.numbers) return null
  if (isShortFor(one.name, other.name) || isShortFor(other.name, one.name)) {
    return { how: 'near', score: 0.9, why: 'One is made of the first letters of the other.' }
  }
  const shorter = Math.min(first.length, second.length)
  const slips = shorter < SHORTEST_SPELT ? null : slipsBetween(first, second, Math.floor(shorter / LETTERS_PER_SLIP))
  if (slips !== null) {
    return {
      how: 'near',
      score: 0.95 - slips / 100,
      why: slips === 1 ? 'One letter differs.' : `${slips} letters differ.`,
    }
  }
  return byWords(one.telling, other.telling)
}

function byWords(first: string[], second: string[]): Likeness {
  const shared = first.filter((word) => second.includes(word)).length
  if (shared === 0) return null
  const [fewer, more] = [Math.min(first.length, second.length), Math.max(first.length, second.length)]
  if (shared === fewer)
    return { how: 'near', score: 0.6 + (0.3 * fewer) / more, why: 'All words of one are in the other.' }
  const share = shared / (first.length + second.length - shared)
  return share >= SHARE ? { how: 'near', score: share * 0.8, why: 'Most of their words are the same.' } : null
}

/** `PHR`, which may be made of the first letters of another name. */
export const isShortName = (name: string): boolean => /^[A-Z]{2,6}$/.test(name)

/** Whether a name such as `PHR` is made of the first letters of words that follow each other in the other. */
function isShortFor(letters: string, long: string): boolean {
  if (!isShortName(letters)) return false
  const words = ofWords(long)
  const all = words.map((word) => word.charAt(0)).join('')
  const telling = words.filter((word) => !['and', 'of', 'the', 'for'].includes(word)).map((word) => word.charAt(0))
  const wanted = letters.toLowerCase()
  return all.includes(wanted) || telling.join('').includes(wanted)
}

/** How many letters to add, leave out, change or swap; null for more than `most`. */
function slipsBetween(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1]
      let least = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (isSwap) least = Math.min(least, (before[at - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return null
    before = last
    last = next
  }
  const slips = last[other.length] ?? 0
  return slips > 0 && slips <= most ? slips : null
}
