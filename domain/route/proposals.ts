import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Proposal } from './proposal.ts'
import { changeOf } from './proposedChange.ts'
import type { DatedSeverity } from './ruleCatalogue.ts'

/** Every step that a proposal can take. */
export const proposalSteps: readonly { from: Proposal['status'] | null; event: string; to: Proposal['status'] }[] = [
  { from: null, event: 'propose', to: 'proposed' },
  { from: 'proposed', event: 'accept', to: 'accepted' },
  { from: 'proposed', event: 'refuse', to: 'refused' },
  { from: 'proposed', event: 'withdraw', to: 'withdrawn' },
]

/** A control is never changed backwards: throws `date-order` for a day before today (R38). */
export const refuseBackdating = (fromOn: CalendarDay, today: CalendarDay): void => {
  if (fromOn < today) fail('date-order', { earlier: today, later: fromOn })
}

/**
 * The proposal as a second person accepts it. Throws `own-item` for whoever proposed it, whatever role they act in;
 * `date-order` once its day has passed, and `wrong-status` when it has been decided.
 */
export const acceptProposal = (before: Proposal, actor: string, today: CalendarDay): Proposal => {
  const after = decide(before, 'accepted', actor, '')
  separateDuties([before.proposedBy], [actor], 'accept')
  refuseBackdating(before.fromOn, today)
  return after
}

/** The proposal as a second person refuses it, with why. */
export const refuseProposal = (before: Proposal, actor: string, answer: string): Proposal => {
  const after = decide(before, 'refused', actor, answer)
  separateDuties([before.proposedBy], [actor], 'accept')
  return after
}

/** The proposal as whoever proposed it takes it back, with why. Throws `not-proposer` for anybody else. */
export const withdrawProposal = (before: Proposal, actor: string, answer: string): Proposal => {
  const after = decide(before, 'withdrawn', actor, answer)
  if (before.proposedBy !== actor) fail('not-proposer', {})
  return after
}

const decide = (before: Proposal, status: Proposal['status'], actor: string, answer: string): Proposal => {
  if (before.status !== 'proposed') fail('wrong-status', { is: before.status, needs: 'proposed' })
  return { ...before, status, decidedBy: actor, answer, revision: before.revision + 1 }
}

/** The severities that were accepted, for `severityOn`. */
export const acceptedSeverities = (proposals: readonly Proposal[]): DatedSeverity[] =>
  proposals.flatMap((proposal) => {
    if (proposal.status !== 'accepted' || proposal.kind !== 'rule_severity') return []
    const change = changeOf(proposal)
    return change.kind === 'rule_severity' ? [{ ...change.severity, fromOn: proposal.fromOn }] : []
  })
