import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** A warning that is let pass on one thing, why, for how long, and who approved it: never the person who asked (R38). */
export const Waiver = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  rule: z.string().regex(/^R\d\d$/),
  subjectKind: z.enum(['business_case', 'authority_request', 'scheme']),
  subjectId: Id,
  reason: z.string().trim().min(1).max(2000),
  askedBy: z.string().max(100),
  approvedBy: z.string().max(100).nullable(),
  status: z.enum(['asked', 'approved', 'refused']),
  expiresOn: CalendarDay,
})
export type Waiver = z.infer<typeof Waiver>
