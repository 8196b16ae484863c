import { z } from 'zod'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { Id } from '../../../domain/id.ts'
import { Decision } from '../../../domain/programme/decision.ts'

export const authorityTabs = ['force', 'year', 'asked', 'ledger'] as const
export type AuthorityTab = (typeof authorityTabs)[number]

/** `2020-08-20_01J…`: the decision after which an older page begins. */
const After = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_/)
  .refine((text) => CalendarDay.safeParse(text.slice(0, 10)).success && Id.safeParse(text.slice(11)).success)

/** Which part of the register is shown, and of which decisions. It stands in the address. */
export const AuthoritySearch = z.object({
  list: z.enum(authorityTabs).optional().catch(undefined),
  state: Decision.shape.status.optional().catch(undefined),
  decision: Id.optional().catch(undefined),
  after: After.optional().catch(undefined),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type AuthoritySearch = z.infer<typeof AuthoritySearch>

export const afterOf = (search: AuthoritySearch) =>
  search.after === undefined
    ? null
    : { madeOn: search.after.slice(0, 10) as CalendarDay, id: search.after.slice(11) as Id }
