import type { Place } from '../ledger/entry.ts'
import type { Scheme } from '../programme/scheme.ts'
import type { Finding, FindingPlace } from './finding.ts'

/** A finding that compares more schemes than these is about their sum, and not about each of them. */
const MOST_SCHEMES = 2

/**
 * The ids of the programme, themes and schemes that a finding is about: where it stands, what it compares, the lines at
 * fault, and the scheme that its words name.
 */
export const placesNamed = (finding: Finding, schemes: readonly Pick<Scheme, 'id' | 'name'>[]): Set<string> => {
  const own = placesIn([finding.place, ...(finding.explanation?.lines ?? []).map((line) => line.place)])
  const compared = placesIn(finding.values.map((value) => value.place))
  const comparedSchemes = new Set(compared.filter((place) => place.kind === 'scheme').map((place) => place.id))
  const telling = compared.filter((place) => place.kind !== 'scheme' || comparedSchemes.size <= MOST_SCHEMES)
  const { subject } = finding
  const inWords = 'name' in subject ? schemes.filter((scheme) => scheme.name === subject.name) : []
  return new Set([...own, ...telling, ...inWords].map((each) => each.id))
}

const placesIn = (places: FindingPlace[]): Place[] =>
  places.flatMap((place) => (place.kind === 'ledger' && place.place ? [place.place] : []))
