import type { Finding, FindingPlace } from './finding.ts'

/** The ids of the programme, themes and schemes in the ledger that a finding names: where it stands, in its figures, in its lines. */
export const placesNamed = (finding: Finding): Set<string> => {
  const places: FindingPlace[] = [
    finding.place,
    ...finding.values.map((value) => value.place),
    ...(finding.explanation?.lines ?? []).map((line) => line.place),
  ]
  return new Set(places.flatMap((place) => (place.kind === 'ledger' && place.place ? [place.place.id] : [])))
}
