import { waterfallFacts } from '../../../../domain/funding/waterfallFacts.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'

/** What the waterfall, the cost of borrowing and the swap planner are worked out from. The page works out every what-if itself. */
export const plannerScreen = (facts: ProgrammeFacts) => {
  const { pots, needs, withoutSource } = waterfallFacts(facts)
  const names = new Map<string, string>(
    [facts.programme, ...facts.themes, ...facts.schemes].map(({ id, name }) => [id, name]),
  )
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    sources: facts.sources,
    years: facts.years.map(({ startYear, status }) => ({ startYear, status })),
    places: [...new Set([...pots.map(({ placeId }) => placeId)])].map((id) => ({ id, name: names.get(id) ?? '' })),
    pots,
    needs,
    withoutSource,
  }
}
