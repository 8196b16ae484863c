import type { Outcome, OutcomeResult } from '../board/meeting.ts'
import { addMonths, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { BusinessCase, CaseCondition } from './businessCase.ts'
import { type CaseEvent, notBefore, reasonOf, takeStep } from './caseLifecycle.ts'
import { benefitGaps } from './completeness.ts'

/** What a board does to a case by its place on the route. */
export type BoardAct = 'recommend' | 'approve'

export interface BoardActing {
  act: BoardAct
  on: CalendarDay
  /** As events name them. */
  actor: string
  newId: () => Id
  /** How long authority may take to follow an approval. */
  validityMonths: number
}

const eventOf: Record<BoardAct, Partial<Record<OutcomeResult, CaseEvent>>> = {
  recommend: {
    recommended: 'recommend',
    not_recommended: 'not_recommend',
    deferred: 'defer',
    referred_back: 'refer_back',
  },
  approve: {
    approved: 'approve',
    approved_with_conditions: 'approve_with_conditions',
    deferred: 'defer',
    refused: 'refuse',
    referred_back: 'refer_back',
  },
}

/**
 * The case after what a board did, once its chair has confirmed the record. Conditions of a recommendation stay with the
 * case, so that an approval of it is one with conditions. Throws `wrong-outcome` for what such a board cannot do,
 * `wrong-status`, `own-item` for an actor who wrote it, `reason-missing`, `date-order`, and `condition-missing` for
 * an approval with conditions that has none; `benefits-incomplete` for the approval of a full case with gaps (R33).
 */
export const applyOutcome = (
  before: BusinessCase,
  outcome: Pick<Outcome, 'result' | 'conditions' | 'reason'>,
  acting: BoardActing,
): BusinessCase => {
  const { act, on, actor } = acting
  const event = eventOf[act][outcome.result] ?? fail('wrong-outcome', { act, result: outcome.result })
  const conditions = [...before.conditions, ...outcome.conditions.map((given) => newCondition(given, acting.newId))]
  const approval = isOpen(conditions) ? 'approve_with_conditions' : 'approve'
  const isApproval = event === 'approve' || event === 'approve_with_conditions'
  const after = takeStep(before, isApproval ? approval : event)
  separateDuties(before.writers, [actor], act)
  notBefore(before.recommendedOn ?? before.submittedOn, on)
  if (event === 'approve_with_conditions' && !isOpen(conditions)) fail('condition-missing', {})
  if (isApproval) refuseBenefitGaps(before)

  if (event === 'recommend') {
    return { ...after, conditions, recommendedOn: on, stagesPassed: before.stagesPassed + 1, reason: '' }
  }
  if (!isApproval) return { ...after, reason: reasonOf(outcome.reason, event) }
  return {
    ...after,
    conditions,
    approvedOn: on,
    validUntilOn: addMonths(on, acting.validityMonths),
    approved: before.costs.filter((line) => line.amount !== 0),
    stagesPassed: before.stagesPassed + 1,
    reason: '',
  }
}

/** R33: a full business case is approved only with benefits that have an owner, a baseline, a unit and a target year. */
const refuseBenefitGaps = ({ stage, benefits }: BusinessCase): void => {
  if (stage !== 'fbc') return
  const gaps = benefitGaps(benefits)
  if (benefits.length > 0 && gaps.length === 0) return
  fail('benefits-incomplete', { benefits: gaps.map(({ at }) => benefits[at]?.name || `benefit ${at + 1}`) })
}

const newCondition = (given: Outcome['conditions'][number], newId: () => Id): CaseCondition => ({
  ...given,
  id: newId(),
  evidence: '',
  metBy: null,
  dischargedBy: null,
  dischargedOn: null,
})

const isOpen = (conditions: readonly CaseCondition[]): boolean =>
  conditions.some((condition) => condition.dischargedBy === null)
