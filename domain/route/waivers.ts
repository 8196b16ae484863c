import type { Waiver } from '../authority/waiver.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Severity } from '../tieOut/finding.ts'

/** Every step that a waiver can take. */
export const waiverSteps: readonly { from: Waiver['status'] | null; event: string; to: Waiver['status'] }[] = [
  { from: null, event: 'ask', to: 'asked' },
  { from: 'asked', event: 'approve', to: 'approved' },
  { from: 'asked', event: 'refuse', to: 'refused' },
]

/** Only a warning can be let pass, and only for a time to come: throws `cannot-waive` and `date-order`. */
export const checkWaiver = (
  { rule, expiresOn }: Pick<Waiver, 'rule' | 'expiresOn'>,
  severity: Severity,
  today: CalendarDay,
): void => {
  if (severity !== 'warn') fail('cannot-waive', { rule })
  if (expiresOn <= today) fail('date-order', { earlier: addDays(today, 1), later: expiresOn })
}

/** The waiver as approved. Throws `own-item` for whoever asked, and `cannot-waive` where the rule has become a stop since. */
export const approveWaiver = (before: Waiver, actor: string, severity: Severity, today: CalendarDay): Waiver => {
  const after = answer(before, 'approved', actor)
  checkWaiver(before, severity, today)
  return after
}

/** The waiver as refused: the warning stands. */
export const refuseWaiver = (before: Waiver, actor: string): Waiver => answer(before, 'refused', actor)

const answer = (before: Waiver, status: Waiver['status'], actor: string): Waiver => {
  if (before.status !== 'asked') fail('wrong-status', { is: before.status, needs: 'asked' })
  separateDuties([before.askedBy], [actor], 'waive')
  return { ...before, status, approvedBy: actor, revision: before.revision + 1 }
}
