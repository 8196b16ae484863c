import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Scheme } from '../../programme/scheme.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace } from '../ledgerSums.ts'

/** Names of fewer telling words say too little to be compared with a description. */
const FEWEST_WORDS = 3

/** Four of five words of a name found in another scheme's words are no accident; three of five often are. */
const SHARE = 0.75

const commonWords = new Set(['and', 'the', 'for', 'with', 'of', 'from', 'org', 'orgs', 'other', 'eg', 'inc', 'system'])

/** R37: a scheme whose name, word by word, is found in what another scheme says of itself may be the same work. */
export const nearDuplicates = (facts: ProgrammeFacts): Draft[] => {
  const schemes = facts.schemes
    .filter((scheme) => !['closed', 'cancelled'].includes(scheme.lifecycle))
    .map((scheme) => ({ scheme, name: wordsOf(scheme.name), all: new Set(wordsOf(allTextOf(scheme))) }))
  const withWord = new Map<string, number[]>()
  for (const [at, { all }] of schemes.entries()) {
    for (const word of all) {
      const known = withWord.get(word)
      if (known) known.push(at)
      else withWord.set(word, [at])
    }
  }
  return schemes.flatMap(({ scheme, name }) => {
    const words = [...new Set(name)]
    const shares = new Map<number, number>()
    for (const at of words.flatMap((word) => withWord.get(word) ?? [])) shares.set(at, (shares.get(at) ?? 0) + 1)
    // Schemes that share too few words are left out here: looking at every pair takes the square of their number.
    const near = [...shares].filter(([, count]) => count >= SHARE * words.length).map(([at]) => at)
    return near
      .sort((one, other) => one - other)
      .flatMap((at): Draft[] => {
        const other = schemes[at]
        if (!other || other.scheme === scheme) return []
        const isSameName = name.join(' ') === other.name.join(' ')
        // Work that names other work is beside it, not the same.
        const isReference = other.scheme.briefDescription.toLowerCase().includes(scheme.name.toLowerCase())
        const isNear = !isReference && name.length >= FEWEST_WORDS
        // Two schemes of one name find each other; that is one finding.
        if (!isNear && !isSameName) return []
        // Amounts of one cell are called by their place in it, and are not one amount.
        if (scheme.amountsNote !== '' && scheme.amountsNote === other.scheme.amountsNote) return []
        if (isSameName && scheme.id > other.scheme.id) return []
        return [
          {
            key: `${scheme.id}/${other.scheme.id}`,
            place: ledgerPlace(facts, null, { kind: 'scheme', id: scheme.id }, null),
            subject: {
              kind: 'near-duplicate',
              name: scheme.name,
              other: other.scheme.name,
              words: words.filter((word) => other.all.has(word)),
            },
          },
        ]
      })
  })
}

const allTextOf = ({ name, aliases, briefDescription }: Scheme): string =>
  [name, ...aliases, briefDescription].join(' ')

/**
 * Telling words in a form that endings do not change: `sharing` and `shared` are `shar`, `information` is `info`. A number
 * tells one phase from the next, however short it is.
 */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\d/.test(word) || (word.length > 2 && !commonWords.has(word)))
    .map((word) => (word.startsWith('info') ? 'info' : stemOf(word)))

const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ings?|ed|es|e|s)$/, '')
  return stem.length > 2 ? stem : word
}
