import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { BusinessCase, CaseState } from './businessCase.ts'

export type CaseEvent =
  | 'submit'
  | 'accept'
  | 'return'
  | 'recommend'
  | 'not_recommend'
  | 'defer'
  | 'approve'
  | 'approve_with_conditions'
  | 'refuse'
  | 'refer_back'
  | 'discharge'
  | 'discharge_last'
  | 'supersede'
  | 'withdraw'
  | 'lapse'

export interface CaseStep {
  from: CaseState
  event: CaseEvent
  to: CaseState
}

const steps = (from: readonly CaseState[], event: CaseEvent, to: CaseState): CaseStep[] =>
  from.map((each) => ({ from: each, event, to }))

/**
 * Every step that a case may take (domain A3.2); it begins as a draft. Which board comes next is for its route: one may ask
 * for two recommendations, or for an approval alone. A deferred case comes back to the board that deferred it.
 */
export const caseSteps: readonly CaseStep[] = [
  ...steps(['draft'], 'submit', 'submitted'),
  ...steps(['submitted'], 'accept', 'in_review'),
  ...steps(['submitted'], 'return', 'returned'),
  ...steps(['in_review', 'recommended', 'deferred'], 'recommend', 'recommended'),
  ...steps(['in_review', 'recommended', 'deferred'], 'not_recommend', 'not_recommended'),
  ...steps(['in_review', 'recommended', 'deferred'], 'defer', 'deferred'),
  ...steps(['in_review', 'recommended', 'deferred'], 'approve', 'approved'),
  ...steps(['in_review', 'recommended', 'deferred'], 'approve_with_conditions', 'approved_with_conditions'),
  ...steps(['in_review', 'recommended', 'deferred'], 'refuse', 'refused'),
  ...steps(['in_review', 'recommended', 'deferred'], 'refer_back', 'returned'),
  ...steps(['approved_with_conditions'], 'discharge', 'approved_with_conditions'),
  ...steps(['approved_with_conditions'], 'discharge_last', 'approved'),
  ...steps(['approved', 'approved_with_conditions'], 'supersede', 'superseded'),
  ...steps(['approved', 'approved_with_conditions'], 'lapse', 'lapsed'),
  ...steps(['draft', 'submitted', 'in_review', 'returned', 'recommended', 'deferred'], 'withdraw', 'withdrawn'),
]

/** How a case comes to be here, by operation where only one may: as a draft, or as what a board had recommended before. */
export const caseBeginnings: readonly { from: null; to: CaseState; operation?: string }[] = [
  { from: null, to: 'draft' },
  { from: null, to: 'recommended', operation: 'cases.recordEarlier' },
]

/** The case after a step, one revision on. Throws `wrong-status` where there is no such step. */
export const takeStep = (before: BusinessCase, event: CaseEvent, changes: Partial<BusinessCase> = {}): BusinessCase => {
  const step = caseSteps.find((each) => each.event === event && each.from === before.status)
  if (!step) return fail('wrong-status', { is: before.status, needs: statusesBefore(event).join(' or ') })
  return { ...before, ...changes, status: step.to, revision: before.revision + 1 }
}

export const statusesBefore = (event: CaseEvent): CaseState[] =>
  caseSteps.filter((step) => step.event === event).map((step) => step.from)

/**
 * Sends a draft to the board secretary, by the route that is in force. What has to be complete is completeness.ts. Whoever
 * submits it is one of its writers, with or without a word of theirs in it (R14).
 */
export const submitCase = (
  before: BusinessCase,
  { on, actor, routeId }: { on: CalendarDay; actor: string; routeId: BusinessCase['routeId'] },
): BusinessCase => {
  const writers = [...new Set([...before.writers, actor])]
  return takeStep(before, 'submit', { submittedOn: on, writers, routeId, stagesPassed: 0, reason: '' })
}

/** Takes a submitted case to the boards. Throws `own-item` for who wrote it, `date-order` before it was submitted. */
export const acceptCase = (before: BusinessCase, act: { on: CalendarDay; actor: string }): BusinessCase => {
  const after = takeStep(before, 'accept')
  separateDuties(before.writers, [act.actor], 'accept')
  notBefore(before.submittedOn, act.on)
  return after
}

/** Sends a submitted case back to its writers, who make the next version. Throws `own-item`, `reason-missing`, `date-order`. */
export const returnCase = (
  before: BusinessCase,
  act: { on: CalendarDay; actor: string; reason: string },
): BusinessCase => {
  const after = takeStep(before, 'return', { reason: reasonOf(act.reason, 'return') })
  separateDuties(before.writers, [act.actor], 'accept')
  notBefore(before.submittedOn, act.on)
  return after
}

/** Throws `reason-missing`, and `wrong-status` once it has been decided on. */
export const withdrawCase = (before: BusinessCase, act: { reason: string }): BusinessCase =>
  takeStep(before, 'withdraw', { reason: reasonOf(act.reason, 'withdraw') })

/** The case whose place an approved one has taken. */
export const supersede = (before: BusinessCase): BusinessCase => takeStep(before, 'supersede')

/** Ends an approval that no authority has followed. Throws `wrong-status` while it is valid and where authority came. */
export const lapse = (before: BusinessCase, act: { on: CalendarDay; hasAuthority: boolean }): BusinessCase => {
  const after = takeStep(before, 'lapse')
  if (act.hasAuthority) fail('wrong-status', { is: 'followed by authority', needs: 'without authority' })
  const isOver = before.validUntilOn !== null && before.validUntilOn < act.on
  return isOver ? after : fail('wrong-status', { is: 'valid', needs: 'past its last day' })
}

/** Throws `date-order` for a day before the step that comes before it. */
export const notBefore = (earlier: CalendarDay | null, on: CalendarDay): void => {
  if (earlier !== null && on < earlier) fail('date-order', { earlier, later: on })
}

/** Throws `reason-missing` for a reason without a word. */
export const reasonOf = (reason: string, act: CaseEvent): string =>
  reason.trim() === '' ? fail('reason-missing', { act }) : reason.trim()
