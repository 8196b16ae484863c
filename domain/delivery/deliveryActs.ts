import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Assurance } from './assurance.ts'
import type { Dependency, DependencyAttributes } from './dependency.ts'
import type { Milestone, MilestoneAttributes } from './milestone.ts'

/**
 * The milestone as it is said now. Throws `future-day` for an actual day that has not come and `reason-missing` where a
 * promise that stands is changed without saying why.
 */
export const changeMilestone = (
  before: Milestone,
  attributes: MilestoneAttributes,
  { today, reason }: { today: CalendarDay; reason: string },
): Milestone => {
  checkCame(attributes.actualOn, today)
  const isNewPromise = before.baselineOn !== null && attributes.baselineOn !== before.baselineOn
  if (isNewPromise && reason.trim() === '') return fail('reason-missing', { act: 'change the baseline' })
  const baselineReason = isNewPromise ? reason.trim() : before.baselineReason
  return { ...before, ...attributes, baselineReason, revision: before.revision + 1 }
}

/** Throws `future-day` for a day that is said to have come and has not. */
export const checkCame = (on: CalendarDay | null, today: CalendarDay): void => {
  if (on !== null && on > today) fail('future-day', { on, today })
}

/** A scheme does not wait for itself: throws `own-milestone`; `future-day` for what is said to have come and has not. */
export const checkDependency = (
  { schemeId }: Pick<Dependency, 'schemeId'>,
  { metOn }: DependencyAttributes,
  milestone: Milestone | null,
  today: CalendarDay,
): void => {
  if (milestone?.schemeId === schemeId) fail('own-milestone', { name: milestone.name })
  checkCame(metOn, today)
}

/** What is complete says who looked and by what that is seen; throws `assurance-unproven` and `future-day`. */
export const checkAssurance = (
  { status, reviewer, evidence, lookedOn }: Pick<Assurance, 'status' | 'reviewer' | 'evidence' | 'lookedOn'>,
  today: CalendarDay,
): void => {
  if (status === 'complete' && (reviewer === '' || evidence === '')) fail('assurance-unproven', {})
  if (status === 'complete') checkCame(lookedOn, today)
}
