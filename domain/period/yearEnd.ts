import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

/** The spend of one year from one source, as it stood when a year was closed. */
export const ActualAtClose = z.strictObject({
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
  amount: Pence,
})
export type ActualAtClose = z.infer<typeof ActualAtClose>

/** The end of a financial year. Once it is closed it holds what `TO MARCH` was then, of all years up to it (R24). */
export const YearEnd = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  startYear: StartYear,
  status: z.enum(['begun', 'closed']),
  closedOn: CalendarDay.nullable(),
  actuals: z.array(ActualAtClose).max(5000),
})
export type YearEnd = z.infer<typeof YearEnd>
