import { tidy } from './plainText.ts'

/** How alike two names are: `same` but for case and punctuation, `near` with a score below 1, or not at all. */
export type Likeness = { how: 'same' } | { how: 'near'; score: number; why: string } | null

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

export const tellingWords = (name: string): string[] => [
  ...new Set(
    ofWords(name)
      .filter((word) => /\d/.test(word) || (word.length > 1 && !common.has(word)))
      .map(stemOf),
  ),
]

export const likeness = (one: string, other: string): Likeness => {
  const [first, second] = [normalName(one), normalName(other)]
  if (first === '' || second === '') return null
  if (first === second) return { how: 'same' }
  // `Phase 1` is not a slip for `Phase 2`.
  const numbers = (name: string) => (name.match(/\d+/g) ?? []).join(' ')
  if (numbers(first) !== numbers(second)) return null
  if (isShortFor(one, other) || isShortFor(other, one)) {
    return { how: 'near', score: 0.9, why: 'One is made of the first letters of the other.' }
  }
  const slips = slipsBetween(first, second, Math.floor(Math.min(first.length, second.length) / LETTERS_PER_SLIP))
  if (Math.min(first.length, second.length) >= SHORTEST_SPELT && slips !== null) {
    return {
      how: 'near',
      score: 0.95 - slips / 100,
      why: slips === 1 ? 'One letter differs.' : `${slips} letters differ.`,
    }
  }
  return byWords(one, other)
}

function byWords(one: string, other: string): Likeness {
  const [first, second] = [tellingWords(one), tellingWords(other)]
  const shared = first.filter((word) => second.includes(word)).length
  if (shared === 0) return null
  const [fewer, more] = [Math.min(first.length, second.length), Math.max(first.length, second.length)]
  if (shared === fewer)
    return { how: 'near', score: 0.6 + (0.3 * fewer) / more, why: 'All words of one are in the other.' }
  const share = shared / (first.length + second.length - shared)
  return share >= SHARE ? { how: 'near', score: share * 0.8, why: 'Most of their words are the same.' } : null
}

/** Whether a name such as `PHR` is made of the first letters of words that follow each other in the other. */
function isShortFor(short: string, long: string): boolean {
  const letters = tidy(short)
  if (!/^[A-Z]{2,6}$/.test(letters)) return false
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
