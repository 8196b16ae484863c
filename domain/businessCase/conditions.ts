import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { BusinessCase, CaseCondition } from './businessCase.ts'
import { notBefore, takeStep } from './caseLifecycle.ts'

/** Says that a condition is met, and by what one sees it. Throws `evidence-missing`; `wrong-status` once it is discharged. */
export const meetCondition = (
  before: BusinessCase,
  act: { conditionId: Id; evidence: string; actor: string },
): BusinessCase => {
  const after = takeStep(before, 'discharge')
  const condition = openCondition(before, act.conditionId)
  const evidence = act.evidence.trim() === '' ? fail('evidence-missing', {}) : act.evidence.trim()
  return { ...after, conditions: replaced(before, { ...condition, evidence, metBy: act.actor }) }
}

/**
 * Discharges a condition that is said to be met; with the last of them the case is approved. Throws `own-item` for who
 * said that it is met and for who wrote the case, `evidence-missing` where nobody has said so, `date-order`.
 */
export const dischargeCondition = (
  before: BusinessCase,
  act: { conditionId: Id; on: CalendarDay; actor: string },
): BusinessCase => {
  takeStep(before, 'discharge')
  const condition = openCondition(before, act.conditionId)
  if (condition.metBy === null) return fail('evidence-missing', {})
  separateDuties([...before.writers, condition.metBy], [act.actor], 'discharge')
  notBefore(before.approvedOn, act.on)
  const conditions = replaced(before, { ...condition, dischargedBy: act.actor, dischargedOn: act.on })
  const isLast = conditions.every((each) => each.dischargedBy !== null)
  return takeStep(before, isLast ? 'discharge_last' : 'discharge', { conditions })
}

/** Whether money may be released: approved, and of its conditions only those left that may be met afterwards. */
export const mayRelease = ({ status, conditions }: Pick<BusinessCase, 'status' | 'conditions'>): boolean =>
  status === 'approved' ||
  (status === 'approved_with_conditions' &&
    conditions.every((each) => each.isAfterRelease || each.dischargedBy !== null))

const openCondition = ({ conditions }: BusinessCase, id: Id): CaseCondition => {
  const condition = conditions.find((each) => each.id === id) ?? fail('not-found', { entity: 'condition', id })
  return condition.dischargedBy === null ? condition : fail('wrong-status', { is: 'discharged', needs: 'open' })
}

const replaced = ({ conditions }: BusinessCase, next: CaseCondition): CaseCondition[] =>
  conditions.map((each) => (each.id === next.id ? next : each))
