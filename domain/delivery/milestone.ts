import { z } from 'zod'
import { CalendarDay, daysBetween } from '../calendarDay.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

/** What may be said of a milestone. */
export const MilestoneAttributes = z.strictObject({
  name: text(200).min(1),
  /** The day that was promised; a later promise needs a reason. */
  baselineOn: CalendarDay.nullable(),
  forecastOn: CalendarDay.nullable(),
  actualOn: CalendarDay.nullable(),
  note: text(1000),
})
export type MilestoneAttributes = z.infer<typeof MilestoneAttributes>

/** A day by which a scheme reaches something: as promised, as expected now, and as it came. */
export const Milestone = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  ...MilestoneAttributes.shape,
  /** Why the promise was changed last; empty while it stands as first made. */
  baselineReason: text(500),
})
export type Milestone = z.infer<typeof Milestone>

/** Days behind the promise, by what came or is expected; negative when ahead, null while either day is not known. */
export const slipDays = ({
  baselineOn,
  forecastOn,
  actualOn,
}: Pick<Milestone, 'baselineOn' | 'forecastOn' | 'actualOn'>): number | null => {
  const comes = actualOn ?? forecastOn
  return baselineOn === null || comes === null ? null : daysBetween(baselineOn, comes)
}

/** By the day on which they come or were to come; those without any day last. */
export const inOrder = (milestones: readonly Milestone[]): Milestone[] =>
  [...milestones].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))

const dayOf = ({ baselineOn, forecastOn, actualOn }: Milestone): string =>
  actualOn ?? forecastOn ?? baselineOn ?? '9999'
