import type { FundingSource } from '../programme/fundingSource.ts'
import type { Scheme } from '../programme/scheme.ts'
import { type CodeTarget, codeKey, type Mapping } from './mapping.ts'

type KnownScheme = Pick<Scheme, 'id' | 'name' | 'shortName' | 'ref' | 'capitalSchemeNumber' | 'aliases' | 'nature'>
type KnownSource = Pick<FundingSource, 'id' | 'name' | 'aliases'>

/** What codes and sources of an extract can mean here. */
export interface KnownNames {
  schemes: readonly KnownScheme[]
  sources: readonly KnownSource[]
}

/** Asks which scheme a code is of: by its number, its reference or its name, alone or at the beginning of the code. */
export const codeGuesser = ({ schemes }: Pick<KnownNames, 'schemes'>): ((code: string) => CodeTarget | undefined) => {
  const byWord = new Map<string, KnownScheme | null>()
  for (const scheme of schemes) {
    const words = [scheme.capitalSchemeNumber, scheme.ref, scheme.name, scheme.shortName, ...scheme.aliases]
    for (const word of new Set(words.map(codeKey))) {
      // What two schemes go by says neither.
      if (word !== '') byWord.set(word, byWord.has(word) ? null : scheme)
    }
  }
  const find = (word: string): KnownScheme | undefined => byWord.get(word) ?? undefined
  return (code) => {
    const key = codeKey(code)
    const pieces = key.split(/ [-–:|] | |[:|]/)
    const scheme = find(key) ?? pieces.map((_, at) => find(startOf(key, pieces, at))).find((each) => each !== undefined)
    return scheme && { schemeId: scheme.id, sourceId: null, nature: scheme.nature }
  }
}

/** The beginning of a code up to the end of one of its pieces, the longest first. */
const startOf = (key: string, pieces: readonly string[], at: number): string => {
  const kept = pieces.length - 1 - at
  let end = 0
  for (const piece of pieces.slice(0, kept)) end = key.indexOf(piece, end) + piece.length
  return key.slice(0, end)
}

/** The codes that can be placed, as a mapping holds them. */
export const guessCodes = (codes: Iterable<string>, known: Pick<KnownNames, 'schemes'>): Mapping['codes'] => {
  const guess = codeGuesser(known)
  const placed: [string, CodeTarget][] = []
  for (const code of new Set([...codes].map(codeKey))) {
    const target = code === '' ? undefined : guess(code)
    if (target) placed.push([code, target])
  }
  return Object.fromEntries(placed)
}

/** The words of a source column that name a source here. */
export const guessSources = (words: Iterable<string>, { sources }: Pick<KnownNames, 'sources'>): Mapping['sources'] => {
  const byName = new Map(
    sources.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [codeKey(each), id] as const)),
  )
  const placed = [...new Set([...words].map(codeKey))].flatMap((word) => {
    const id = byName.get(word)
    return id === undefined || word === '' ? [] : [[word, id] as const]
  })
  return Object.fromEntries(placed)
}
