import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Pence } from '../../../../domain/money.ts'
import type { ReadPlace } from '../../../../domain/reading/reportReading.ts'
import type { Finding, FindingPlace } from '../../../../domain/tieOut/finding.ts'
import type { StatedDocument, StatedPlace } from '../../../../domain/tieOut/stated.ts'

/** A place of the document that a finding speaks of. */
export interface PlaceInDocument {
  look: 'at-fault' | 'explains' | 'counted'
  label: string
  amount: Pence | null
  place: ReadPlace
}

interface JudgedDocument {
  findings: readonly Finding[]
  document: StatedDocument
  /** Where each figure and claim was read. */
  places: ReadonlyMap<Id, ReadPlace>
}

/** By finding, the places of the document that disagree, that explain it, and that were counted; each place once. */
export const placesInDocument = ({ findings, document, places }: JudgedDocument): Record<string, PlaceInDocument[]> => {
  const byPlace = new Map<string, ReadPlace[]>()
  for (const { id, place } of [...document.figures, ...document.claims]) {
    const read = places.get(id)
    if (read) for (const key of keysOf(place)) byPlace.set(key, [...(byPlace.get(key) ?? []), read])
  }
  return Object.fromEntries(findings.map((finding) => [finding.id, placesOf(finding, document.id, byPlace)]))
}

const placesOf = (finding: Finding, documentId: Id, byPlace: ReadonlyMap<string, ReadPlace[]>): PlaceInDocument[] => {
  const found = new Map<string, PlaceInDocument>()
  const add = (look: PlaceInDocument['look'], at: FindingPlace, label: string, amount: Pence | null) => {
    if (at.kind !== 'stated' || at.documentId !== documentId) return
    for (const place of byPlace.get(canonicalJson(at.at)) ?? []) {
      const key = canonicalJson(place)
      if (!found.has(key)) found.set(key, { look, label, amount, place })
    }
  }
  const own = finding.values.find(({ place }) => canonicalJson(place) === canonicalJson(finding.place))
  add('at-fault', finding.place, own?.label ?? '', own?.amount ?? finding.printed)
  for (const { place, label, amount } of finding.explanation?.lines ?? []) add('explains', place, label, amount)
  for (const { place, label, amount } of finding.values) add('counted', place, label, amount)
  return [...found.values()]
}

/** A finding can speak of a whole row, a whole column or a whole table: then of the figures in it. */
const keysOf = (place: StatedPlace): string[] => [
  ...new Set(
    [place, { ...place, row: null }, { ...place, column: null }, { ...place, row: null, column: null }].map((each) =>
      canonicalJson(each),
    ),
  ),
]
