import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const IssueAttributes = z.strictObject({
  kind: z.enum(['issue', 'assumption']),
  title: text(200).min(1),
  description: text(2000),
  /** An office, never a person's name. */
  owner: text(200),
  raisedOn: CalendarDay,
  dueOn: CalendarDay.nullable(),
  /** How it was settled, or what the assumption turned out to be. */
  resolution: text(2000),
  closedOn: CalendarDay.nullable(),
})
export type IssueAttributes = z.infer<typeof IssueAttributes>

/** What has gone wrong with a scheme, or what is taken as given until it is known. */
export const Issue = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  ...IssueAttributes.shape,
  /** The risk that has come about. */
  riskId: Id.nullable(),
})
export type Issue = z.infer<typeof Issue>
