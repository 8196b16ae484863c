import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { pipelineCandidates, schemes, scoringCriteria } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { type CandidateCost, PipelineCandidate } from '../../../../domain/pipeline/pipelineCandidate.ts'
import { criteriaOn } from '../../../../domain/pipeline/scoringCriteria.ts'
import type { Service } from '../../command.ts'

/** `revision` is that of the candidate as it was read, null where nothing was known of it. */
const Seen = PipelineCandidate.pick({ schemeId: true }).extend({ revision: z.int().min(1).nullable() })

const yearAndNature = ({ startYear, nature }: CandidateCost): string => `${startYear} ${nature}`

export const CandidateEstimate = Seen.extend({
  costs: PipelineCandidate.shape.costs.refine((costs) => new Set(costs.map(yearAndNature)).size === costs.length),
  costsFrom: PipelineCandidate.shape.costsFrom,
})

/** Says what an unfunded scheme would cost, year by year. It is an estimate and moves no money. */
export const estimateCandidate: Service<z.infer<typeof CandidateEstimate>, PipelineCandidate> = async (
  change,
  { schemeId, revision, costs, costsFrom },
  { newId },
) => {
  const before = await candidateOf(change, schemeId, revision)
  const after = await save(change, before ?? blank(newId(), schemeId), { costs, costsFrom }, before !== undefined)
  return { subject: { kind: 'scheme', id: schemeId }, transition: 'estimated', value: after, isUndoable: true }
}

export const CandidateScores = Seen.extend({
  scores: PipelineCandidate.shape.scores
    .min(1)
    .refine((scores) => new Set(scores.map(({ criterionId }) => criterionId)).size === scores.length),
})

/**
 * Scores an unfunded scheme on criteria that are in force, each with its reason. What was scored before on a criterion that
 * is not named stays. Throws `not-found` for a criterion that is not in force.
 */
export const scoreCandidate: Service<z.infer<typeof CandidateScores>, PipelineCandidate> = async (
  change,
  { schemeId, revision, scores },
  { clock, newId },
) => {
  const before = await candidateOf(change, schemeId, revision)
  const inForce = criteriaOn(await scoringCriteria.list(change.tx), dayInLondon(clock()))
  const known = new Set(inForce?.criteria.map(({ id }) => id))
  const foreign = scores.find(({ criterionId }) => !known.has(criterionId))
  if (foreign) fail('not-found', { entity: 'criterion', id: foreign.criterionId })
  const scored = new Set(scores.map(({ criterionId }) => criterionId))
  const kept = (before?.scores ?? []).filter(({ criterionId }) => !scored.has(criterionId))
  const candidate = before ?? blank(newId(), schemeId)
  const after = await save(change, candidate, { scores: [...kept, ...scores] }, before !== undefined)
  return { subject: { kind: 'scheme', id: schemeId }, transition: 'scored', value: after, isUndoable: true }
}

/** Throws `wrong-status` for a scheme that has money or none to come, and `stale` where somebody saved first. */
const candidateOf = async (
  { tx }: Change,
  schemeId: Id,
  revision: number | null,
): Promise<PipelineCandidate | undefined> => {
  const { lifecycle } = await schemes.get(tx, schemeId)
  if (lifecycle !== 'unfunded') fail('wrong-status', { is: lifecycle, needs: 'unfunded' })
  const [known] = await pipelineCandidates.list(tx, { schemeId })
  if ((known?.revision ?? null) !== revision) fail('stale', { entity: 'pipeline_candidate', id: schemeId })
  return known
}

/** What has to hold once a candidate is brought back: its scheme has no other. */
export const checkCandidate = async ({ tx }: Change, { id, schemeId }: PipelineCandidate): Promise<void> => {
  const others = await pipelineCandidates.list(tx, { schemeId })
  if (others.some((other) => other.id !== id)) fail('stale', { entity: 'pipeline_candidate', id })
}

const blank = (id: Id, schemeId: Id): PipelineCandidate => ({
  id,
  revision: 1,
  isRemoved: false,
  schemeId,
  costs: [],
  costsFrom: '',
  scores: [],
})

const save = (
  change: Change,
  candidate: PipelineCandidate,
  said: Partial<PipelineCandidate>,
  isKnown: boolean,
): Promise<PipelineCandidate> =>
  isKnown
    ? pipelineCandidates.save(change, { ...candidate, ...said, revision: candidate.revision + 1 })
    : pipelineCandidates.insert(change, { ...candidate, ...said })
