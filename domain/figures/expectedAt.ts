import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { themesOf } from '../tieOut/ledgerSums.ts'
import type { ForecastLine } from './figureContext.ts'

const known = new WeakMap<ProgrammeFacts, WeakMap<readonly ForecastLine[], Map<Id, ForecastLine[]>>>()

/** What is forecast at a place and below it. Sorted once for the same facts and lines: those of all schemes are many. */
export const expectedAt = (
  facts: ProgrammeFacts,
  forecasts: readonly ForecastLine[],
  { kind, id }: Place,
): readonly ForecastLine[] => {
  if (kind === 'programme') return forecasts
  const ofFacts = known.get(facts) ?? new WeakMap<readonly ForecastLine[], Map<Id, ForecastLine[]>>()
  known.set(facts, ofFacts)
  const byPlace = ofFacts.get(forecasts) ?? sortByPlace(facts, forecasts)
  ofFacts.set(forecasts, byPlace)
  return byPlace.get(id) ?? []
}

function sortByPlace(facts: ProgrammeFacts, forecasts: readonly ForecastLine[]): Map<Id, ForecastLine[]> {
  const byPlace = new Map<Id, ForecastLine[]>()
  for (const line of forecasts) {
    const { kind, id } = line.place
    for (const place of new Set(kind === 'scheme' ? [id, ...themesOf(facts, id)] : [id])) {
      const own = byPlace.get(place)
      if (own) own.push(line)
      else byPlace.set(place, [line])
    }
  }
  return byPlace
}
