import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import type { Milestone } from './milestone.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const DependencyAttributes = z.strictObject({
  what: text(300).min(1),
  /** The milestone of another scheme, or whoever outside gives it. */
  milestoneId: Id.nullable(),
  givenBy: text(200),
  /** An office, never a person's name. */
  owner: text(200),
  neededOn: CalendarDay.nullable(),
  expectedOn: CalendarDay.nullable(),
  metOn: CalendarDay.nullable(),
})
export type DependencyAttributes = z.infer<typeof DependencyAttributes>

/** Something that a scheme needs of another scheme, or of somebody outside, by a day. */
export const Dependency = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  ...DependencyAttributes.shape,
})
export type Dependency = z.infer<typeof Dependency>

export type DependencyState = 'met' | 'in_time' | 'late' | 'not_known'

/** When it comes, by the milestone where it hangs on one, and whether that is in time. */
export const standing = (
  { metOn, expectedOn, neededOn }: Pick<Dependency, 'metOn' | 'expectedOn' | 'neededOn'>,
  milestone: Pick<Milestone, 'actualOn' | 'forecastOn' | 'baselineOn'> | null,
): { comesOn: CalendarDay | null; state: DependencyState } => {
  const met = metOn ?? milestone?.actualOn ?? null
  const comesOn = met ?? milestone?.forecastOn ?? milestone?.baselineOn ?? expectedOn
  if (met !== null) return { comesOn, state: 'met' }
  if (comesOn === null || neededOn === null) return { comesOn, state: 'not_known' }
  return { comesOn, state: comesOn <= neededOn ? 'in_time' : 'late' }
}
