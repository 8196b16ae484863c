import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { ChangeRequest, ChangeStatus } from './changeRequest.ts'
import type { ChangeRoute } from './changeRoute.ts'

/** Every step of a change; null is its beginning. */
export const changeSteps: readonly { from: ChangeStatus | null; to: ChangeStatus; operation?: string }[] = [
  { from: null, to: 'sent' },
  { from: 'sent', to: 'approved', operation: 'changes.approve' },
  { from: 'sent', to: 'approved', operation: 'changes.recordDecision' },
  { from: 'sent', to: 'refused', operation: 'changes.refuse' },
  { from: 'sent', to: 'withdrawn', operation: 'changes.withdraw' },
  { from: 'approved', to: 'withdrawn', operation: 'changes.withdraw' },
  { from: 'approved', to: 'posted', operation: 'decisions.takeEffect' },
  { from: 'posted', to: 'reversed', operation: 'changes.reverse' },
]

/** Who acts, on which day. */
interface Act {
  actor: string
  on: CalendarDay
}

/** Approved, under a decision that posts it on its day. Throws `wrong-status` and `own-item`. */
export const approveChange = (
  before: ChangeRequest,
  { actor, on }: Act,
  given: { decisionId: Id; route: ChangeRoute; answer: string },
): ChangeRequest => {
  needs(before, 'sent')
  separateDuties(before.writers, [actor], 'approve')
  return next(before, { ...given, status: 'approved', decidedOn: on, decidedBy: actor })
}

/** Refused with a reason. Throws `wrong-status` and `own-item`: whoever wrote it withdraws it. */
export const refuseChange = (before: ChangeRequest, { actor, on }: Act, reason: string): ChangeRequest => {
  needs(before, 'sent')
  separateDuties(before.writers, [actor], 'decide')
  return next(before, { status: 'refused', decidedOn: on, decidedBy: actor, answer: reason })
}

/**
 * Taken back before it has reached the ledger: by who wrote it, or, once approved, by an office that approves changes too.
 * Throws `not-proposer`, and `wrong-status` afterwards, when only a reversal is left.
 */
export const withdrawChange = (
  before: ChangeRequest,
  { actor, on, mayApprove }: Act & { mayApprove: boolean },
  reason: string,
): ChangeRequest => {
  const isApproved = before.status === 'approved'
  if (!isApproved) needs(before, 'sent')
  if (!before.writers.includes(actor) && !(isApproved && mayApprove)) fail('not-proposer', {})
  return next(before, { status: 'withdrawn', decidedOn: on, decidedBy: actor, answer: reason, decisionId: null })
}

/** Its lines have reached the ledger. Throws `wrong-status`. */
export const postChange = (before: ChangeRequest): ChangeRequest => {
  needs(before, 'approved')
  return next(before, { status: 'posted' })
}

/** Taken back by its contra. Throws `wrong-status` and `own-item`. */
export const reverseChange = (before: ChangeRequest, { actor, on }: Act, reason: string): ChangeRequest => {
  needs(before, 'posted')
  separateDuties(before.writers, [actor], 'approve')
  return next(before, { status: 'reversed', reversedOn: on, reversalReason: reason })
}

const needs = ({ status }: ChangeRequest, needed: ChangeStatus): void => {
  if (status !== needed) fail('wrong-status', { is: status, needs: needed })
}

const next = (before: ChangeRequest, after: Partial<ChangeRequest>): ChangeRequest => ({
  ...before,
  ...after,
  revision: before.revision + 1,
})
