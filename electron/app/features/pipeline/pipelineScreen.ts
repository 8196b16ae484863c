import { z } from 'zod'
import type { Reading } from '../../../../db/schema.ts'
import { pipelineCandidates, scoringCriteria } from '../../../../db/subjects.ts'
import { type HeadroomBasis, headroomOf } from '../../../../domain/pipeline/headroom.ts'
import { rankCandidates } from '../../../../domain/pipeline/rankCandidates.ts'
import { criteriaOn } from '../../../../domain/pipeline/scoringCriteria.ts'
import { slotCandidates } from '../../../../domain/pipeline/slotCandidates.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { themesOn } from '../../../../domain/programme/themeMembership.ts'

export const PipelineInput = z.strictObject({ basis: z.enum(['stated', 'ledger']).nullable() })

/** Schemes without money in the order of their score, and what of them the headroom takes, year by year. */
export const pipelineScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { basis: wanted }: z.infer<typeof PipelineInput>,
) => {
  const sets = await scoringCriteria.list(db)
  const criteria = criteriaOn(sets, facts.asAt.day)
  const known = await pipelineCandidates.list(db)
  const isStated = facts.programme.annualAllocation !== null
  const basis: HeadroomBasis = isStated ? (wanted ?? 'stated') : 'ledger'
  const headroom = headroomOf(facts, basis)
  const themeIds = themesOn(facts.memberships, facts.asAt.day)
  const schemes = facts.schemes
    .filter(({ lifecycle }) => lifecycle === 'unfunded')
    .map(({ id, name, ref, briefDescription, nature }) => {
      const theme = facts.themes.find((each) => each.id === themeIds.get(id))
      return { id, name, ref, briefDescription, nature, theme: theme?.name ?? null }
    })
  const unfunded = new Set(schemes.map(({ id }) => id))
  const candidates = known.filter(({ schemeId }) => unfunded.has(schemeId))
  const ranked = rankCandidates([...unfunded], candidates, criteria)
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    criteria: criteria ?? null,
    /** Laid down for a day to come. */
    laterCriteria: sets.filter(({ fromOn }) => fromOn > facts.asAt.day),
    schemes,
    candidates,
    headroom,
    bases: isStated ? (['stated', 'ledger'] as const) : (['ledger'] as const),
    ...slotCandidates(ranked, candidates, headroom),
  }
}
