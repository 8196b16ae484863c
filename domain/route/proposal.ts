import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** A change of a control, which counts only once a second person has accepted it, and from its day on (R38). */
export const Proposal = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  kind: z.enum(['route', 'rule_value', 'delegation_limit', 'rule_severity']),
  /** What is proposed, in the shape of its kind. */
  content: z.string().max(100_000),
  /** The change in a sentence. */
  summary: z.string().trim().min(1).max(500),
  fromOn: CalendarDay,
  reason: z.string().trim().min(1).max(2000),
  status: z.enum(['proposed', 'accepted', 'refused', 'withdrawn']),
  proposedBy: z.string().max(100),
  decidedBy: z.string().max(100).nullable(),
  /** Why it was refused or withdrawn. */
  answer: z.string().trim().max(2000),
})
export type Proposal = z.infer<typeof Proposal>
