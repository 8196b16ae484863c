import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'
import { Pence } from '../money.ts'
import { BEST_SCORE } from './scoringCriteria.ts'

/** What an unfunded scheme would cost in a year. */
export const CandidateCost = z.strictObject({
  startYear: StartYear,
  nature: Nature,
  amount: Pence.refine((amount) => amount > 0),
})
export type CandidateCost = z.infer<typeof CandidateCost>

export const CandidateScore = z.strictObject({
  criterionId: Id,
  score: z.int().min(0).max(BEST_SCORE),
  reason: z.string().trim().min(1).max(500),
})
export type CandidateScore = z.infer<typeof CandidateScore>

/** What is known of an unfunded scheme that waits for money: what it would cost, and how it scores. */
export const PipelineCandidate = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  costs: z.array(CandidateCost).max(40),
  /** Where the estimate comes from. */
  costsFrom: z.string().trim().max(500),
  scores: z.array(CandidateScore).max(40),
})
export type PipelineCandidate = z.infer<typeof PipelineCandidate>
