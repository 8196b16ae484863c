import { z } from 'zod'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { Id } from '../../../domain/id.ts'
import { LARGEST_AMOUNT } from '../../../domain/money.ts'
import { Role } from '../../../domain/roles.ts'
import { PageSearch } from '../../lib/pages.ts'

/** Which events are shown. It stands in the address. */
export const AuditFilter = z.object({
  who: z
    .union([Role, z.literal('system')])
    .optional()
    .catch(undefined),
  what: z.string().max(100).optional().catch(undefined),
  about: Id.optional().catch(undefined),
  from: CalendarDay.optional().catch(undefined),
  to: CalendarDay.optional().catch(undefined),
  /** Pence. */
  amount: z.coerce.number().int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT).optional().catch(undefined),
  page: PageSearch,
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const isFiltered = ({ who, what, about, from, to, amount }: AuditFilter): boolean =>
  [who, what, about, from, to, amount].some((value) => value !== undefined)
