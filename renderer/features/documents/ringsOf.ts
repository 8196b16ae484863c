import type { Ring } from './Original.tsx'
import { placeKey } from './placeKey.ts'
import type { ReadingFacts } from './readingFacts.ts'

type Place = ReadingFacts['checks']['places'][string][number]

/** A place that a finding names, with the number of its ring. */
export type NamedPlace = Pick<Place, 'look' | 'label' | 'amount'> & { number: number }

const words = { 'at-fault': 'at fault', explains: 'explains the difference', counted: 'counted' }

/** The places of a finding as they are ringed in the document, and as a list beside it. */
export const ringsOf = (
  places: readonly Place[],
): { rings: Map<string, Ring>; named: NamedPlace[]; first: string | null } => {
  const rings = new Map<string, Ring>()
  const named: NamedPlace[] = []
  for (const { look, label, amount, place } of places) {
    const key = placeKey(place)
    if (rings.has(key)) continue
    const number = look === 'counted' ? null : named.length + 1
    if (number !== null) named.push({ number, look, label, amount })
    rings.set(key, { look, number, words: words[look] })
  }
  const [first = null] = rings.keys()
  return { rings, named, first }
}
