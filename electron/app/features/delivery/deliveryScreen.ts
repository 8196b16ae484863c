import type { Reading } from '../../../../db/schema.ts'
import { assurances, benefits, dependencies, issues, lessons, milestones, risks } from '../../../../db/subjects.ts'
import { AssuranceKind, fieldOf } from '../../../../domain/delivery/assurance.ts'
import { standing } from '../../../../domain/delivery/dependency.ts'
import { inOrder, slipDays } from '../../../../domain/delivery/milestone.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { score, topRisks } from '../../../../domain/risk/score.ts'
import { sentence } from '../../../../domain/risk/sentence.ts'
import { closurePart } from '../closure/closurePart.ts'

/** How a scheme is delivered and closed: milestones, what it waits for, who looked at it, and what may go wrong. */
export const deliveryScreen = async (facts: ProgrammeFacts, db: Reading, schemeId: Id) => {
  const scheme =
    facts.schemes.find(({ id }) => id === schemeId) ?? fail('not-found', { entity: 'scheme', id: schemeId })
  const every = await milestones.list(db)
  const nameOf = (id: Id) => facts.schemes.find((each) => each.id === id)?.name ?? ''
  const recorded = await assurances.list(db, { schemeId })
  const own = await risks.list(db, { schemeId })
  return {
    asAt: facts.asAt,
    scheme: { id: scheme.id, name: scheme.name, lifecycle: scheme.lifecycle, revision: scheme.revision },
    milestones: inOrder(every.filter((each) => each.schemeId === schemeId)).map((milestone) => ({
      milestone,
      slip: slipDays(milestone),
    })),
    dependencies: (await dependencies.list(db, { schemeId })).map((dependency) => {
      const milestone = every.find(({ id }) => id === dependency.milestoneId) ?? null
      return {
        dependency,
        ...standing(dependency, milestone),
        on: milestone
          ? { schemeId: milestone.schemeId, scheme: nameOf(milestone.schemeId), name: milestone.name }
          : null,
      }
    }),
    /** What other schemes wait for here. */
    waitedFor: (await dependencies.list(db)).flatMap((dependency) => {
      const milestone = every.find(({ id }) => id === dependency.milestoneId)
      if (milestone?.schemeId !== schemeId) return []
      return [{ id: dependency.id, what: dependency.what, scheme: nameOf(dependency.schemeId), name: milestone.name }]
    }),
    otherMilestones: every
      .filter((each) => each.schemeId !== schemeId)
      .map(({ id, name, schemeId: ofId }) => ({ id, name, scheme: nameOf(ofId) })),
    assurance: AssuranceKind.options.map((kind) => {
      const known = recorded.find((each) => each.kind === kind)
      const field = fieldOf[kind]
      return {
        kind,
        revision: known?.revision ?? null,
        // What is said of the scheme itself counts where it was changed since.
        status: field ? scheme[field] : (known?.status ?? ('not_recorded' as const)),
        reviewer: known?.reviewer ?? '',
        lookedOn: known?.lookedOn ?? null,
        evidence: known?.evidence ?? '',
      }
    }),
    risks: topRisks(own, own.length).map((risk) => ({ risk, score: score(risk), sentence: sentence(risk) })),
    issues: await issues.list(db, { schemeId }),
    benefits: (await benefits.list(db, { schemeId })).map(({ id, name, status, owner }) => ({
      id,
      name,
      status,
      owner,
    })),
    lessons: await lessons.list(db, { schemeId }),
    closure: await closurePart(facts, db, schemeId),
  }
}
