import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const LessonCategory = z.enum([
  'governance',
  'business_case',
  'procurement',
  'delivery',
  'technology',
  'information',
  'people',
  'money',
  'benefits',
])
export type LessonCategory = z.infer<typeof LessonCategory>

export const LessonAttributes = z.strictObject({
  title: text(200).min(1),
  category: LessonCategory,
  whatHappened: text(3000).min(1),
  recommendation: text(3000).min(1),
  /** Which work it is for, in words that a search finds. */
  appliesTo: text(500),
  learnedOn: CalendarDay,
})
export type LessonAttributes = z.infer<typeof LessonAttributes>

/** What a scheme taught, and which schemes act on it. */
export const Lesson = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  ...LessonAttributes.shape,
  adoptedBy: z.array(z.strictObject({ schemeId: Id, on: CalendarDay })).max(500),
})
export type Lesson = z.infer<typeof Lesson>
