import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** The rules of law and local policy that have a number: pence, working days, months, or a share in percent. */
export const RuleName = z.enum([
  'key_decision_threshold',
  'call_in_working_days',
  'report_working_days',
  'case_validity_months',
  'change_limit_programme_director',
  'change_limit_s151_officer',
  'change_share_percent',
])
export type RuleName = z.infer<typeof RuleName>

/** A value that the programme gives a rule from a day on, beside those that are shipped. */
export const DatedRuleValue = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  rule: RuleName,
  value: z.int().min(0),
  fromOn: CalendarDay,
  /** Why, and where it is laid down. */
  source: z.string().trim().min(1).max(1000),
})
export type DatedRuleValue = z.infer<typeof DatedRuleValue>
