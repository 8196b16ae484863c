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
  return schemes.flatMap(({ scheme, name }) =>
    schemes.flatMap((other): Draft[] => {
      if (other.scheme === scheme) return []
      const isSameName = name.length > 0 && name.join(' ') === other.name.join(' ')
      const shared = [...new Set(name)].filter((word) => other.all.has(word))
      // Work that names other work is beside it, not the same.
      const isReference = other.scheme.briefDescription.toLowerCase().includes(scheme.name.toLowerCase())
      const isNear = !isReference && name.length >= FEWEST_WORDS && shared.length >= SHARE * new Set(name).size
      // Two schemes of one name find each other; that is one finding.
      if (!isNear && !isSameName) return []
      if (isSameName && scheme.id > other.scheme.id) return []
      return [
        {
          key: `${scheme.id}/${other.scheme.id}`,
          place: ledgerPlace(facts, null, { kind: 'scheme', id: scheme.id }, null),
          subject: { kind: 'near-duplicate', name: scheme.name, other: other.scheme.name, words: shared },
        },
      ]
    }),
  )
}

const allTextOf = ({ name, aliases, briefDescription }: Scheme): string =>
  [name, ...aliases, briefDescription].join(' ')

/**
 * Telling words in a form that endings do not change: `sharing` and `shared` are `shar`, `information` is `info`. A number
 * tells one phase from the next, however short it is.
 */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\d/.test(word) || (word.length > 2 && !commonWords.has(word)))
    .map((word) => (word.startsWith('info') ? 'info' : stemOf(word)))

const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ings?|ed|es|e|s)$/, '')
  return stem.length > 2 ? stem : word
}
