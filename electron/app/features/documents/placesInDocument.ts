import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Pence } from '../../../../domain/money.ts'
import type { ReadPlace } from '../../../../domain/reading/reportReading.ts'
import { describePlace } from '../../../../domain/tieOut/describe.ts'
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
  const read = [...document.figures, ...document.claims].flatMap(({ id, place }) => {
    const at = places.get(id)
    return at ? [{ stated: place, read: at }] : []
  })
  const find = (wanted: StatedPlace): ReadPlace[] => {
    const exact = read.filter(({ stated }) => isSame(stated, wanted))
    // A finding can speak of a whole row, a whole column or a whole table: then of all that stands in it.
    const found = exact.length > 0 ? exact : read.filter(({ stated }) => isWithin(stated, wanted))
    return found.map((each) => each.read)
  }
  return Object.fromEntries(findings.map((finding) => [finding.id, placesOf(finding, document.id, find)]))
}

const placesOf = (finding: Finding, documentId: Id, find: (place: StatedPlace) => ReadPlace[]): PlaceInDocument[] => {
  const found = new Map<string, PlaceInDocument>()
  const add = (look: PlaceInDocument['look'], at: FindingPlace, label: string, amount: Pence | null) => {
    if (at.kind !== 'stated' || at.documentId !== documentId) return
    for (const place of find(at.at)) {
      const key = canonicalJson(place)
      if (!found.has(key)) found.set(key, { look, label, amount, place })
    }
  }
  const own = finding.values.find(({ place }) => canonicalJson(place) === canonicalJson(finding.place))
  add('at-fault', finding.place, own?.label ?? describePlace(finding.place), own?.amount ?? finding.printed)
  for (const { place, label, amount } of finding.explanation?.lines ?? []) add('explains', place, label, amount)
  for (const { place, label, amount } of finding.values) add('counted', place, label, amount)
  return [...found.values()]
}

const isSame = (one: StatedPlace, other: StatedPlace): boolean =>
  one.section === other.section &&
  one.paragraph === other.paragraph &&
  one.table === other.table &&
  one.row === other.row &&
  one.column === other.column

const isWithin = (inner: StatedPlace, outer: StatedPlace): boolean =>
  outer.table !== null &&
  inner.table === outer.table &&
  (outer.row === null || inner.row === outer.row) &&
  (outer.column === null || inner.column === outer.column)
