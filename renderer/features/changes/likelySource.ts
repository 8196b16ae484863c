import type { StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import type { Place } from '../../../domain/ledger/entry.ts'
import { keyOf, pathsUp } from '../../../domain/ledger/movementRules.ts'
import type { ChangeFormFacts } from './changeFacts.ts'

/** The source that is allocated most in a year at the nearest place that has some: where a form begins, for its reader to change. */
export const likelySource = (place: Place, startYear: StartYear, facts: ChangeFormFacts): Id | null => {
  const context = { ...facts, programmes: [facts.programme], day: facts.asAt.day }
  for (const each of pathsUp(context)(place)) {
    const here = facts.balances.filter(
      (line) => line.level === 'allocation' && line.startYear === startYear && keyOf(line.place) === keyOf(each),
    )
    const totals = [...Map.groupBy(here, ({ sourceId }) => sourceId)].flatMap(([sourceId, lines]) => {
      const total = lines.reduce((sum, { amount }) => sum + amount, 0)
      return sourceId !== null && total > 0 ? [{ sourceId, total }] : []
    })
    if (totals.length > 0) return totals.reduce((most, one) => (one.total > most.total ? one : most)).sourceId
  }
  return null
}
