import type { Id } from '../id.ts'
import type { PipelineCandidate } from './pipelineCandidate.ts'
import { BEST_SCORE, type ScoringCriteria } from './scoringCriteria.ts'

/** How a candidate stands against the criteria in force. */
export interface Ranked {
  schemeId: Id
  /** Basis points of the best that is possible; null until every criterion is scored. */
  scoreBp: number | null
  scored: number
  criteria: number
  /** From 1; equal scores share it. Null without a score. */
  rank: number | null
}

/**
 * Unfunded schemes in the order of their weighted score, the best first. Those that are not scored on every criterion come
 * after, in the order given, because half a score is none.
 */
export const rankCandidates = (
  schemeIds: readonly Id[],
  candidates: readonly PipelineCandidate[],
  set: Pick<ScoringCriteria, 'criteria'> | undefined,
): Ranked[] => {
  const criteria = set?.criteria ?? []
  const bySchemeId = new Map(candidates.map((candidate) => [candidate.schemeId, candidate]))
  const standing = schemeIds.map((schemeId) => {
    const scores = new Map(bySchemeId.get(schemeId)?.scores.map(({ criterionId, score }) => [criterionId, score]))
    const known = criteria.flatMap(({ id, weight }) => {
      const score = scores.get(id)
      return score === undefined ? [] : [weight * score]
    })
    const best = BEST_SCORE * criteria.reduce((whole, { weight }) => whole + weight, 0)
    const isWhole = criteria.length > 0 && known.length === criteria.length
    const reached = known.reduce((whole, part) => whole + part, 0)
    return {
      schemeId,
      scoreBp: isWhole ? Math.round((reached * 10_000) / best) : null,
      scored: known.length,
      criteria: criteria.length,
    }
  })
  const inOrder = [...standing].sort((a, b) => (b.scoreBp ?? -1) - (a.scoreBp ?? -1))
  return inOrder.map((each) => ({
    ...each,
    rank:
      each.scoreBp === null ? null : 1 + inOrder.filter(({ scoreBp }) => (scoreBp ?? -1) > (each.scoreBp ?? -1)).length,
  }))
}
