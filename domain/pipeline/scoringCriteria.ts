import { z } from 'zod'
import type { CalendarDay as Day } from '../calendarDay.ts'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** Every criterion is scored from 0 to this. */
export const BEST_SCORE = 5

/** What candidates are held against. It keeps its id from one set to the next, and its scores with it. */
export const Criterion = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(100),
  /** What a high score means. */
  guidance: z.string().trim().max(500),
  /** How much it counts beside the others. */
  weight: z.int().min(1).max(100),
})
export type Criterion = z.infer<typeof Criterion>

/** How schemes without money are scored from a day on. */
export const ScoringCriteria = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  fromOn: CalendarDay,
  /** Where it is laid down. */
  source: z.string().trim().min(1).max(1000),
  criteria: z.array(Criterion).min(1).max(12),
})
export type ScoringCriteria = z.infer<typeof ScoringCriteria>

/** The set in force on a day, or undefined before the first. */
export const criteriaOn = (sets: readonly ScoringCriteria[], day: Day): ScoringCriteria | undefined =>
  sets
    .filter(({ fromOn, isRemoved }) => !isRemoved && fromOn <= day)
    .reduce<ScoringCriteria | undefined>((last, each) => (last && last.fromOn >= each.fromOn ? last : each), undefined)
