import { z } from 'zod'
import { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { Id } from '../../domain/id.ts'
import { MoneyUnit } from '../../domain/money.ts'
import { ReportOrder } from '../../domain/report/reportOrder.ts'

/** What stands above every report, and by which it can be made again or found. */
export const ReportHeading = z.strictObject({
  order: ReportOrder,
  number: z.int().min(1).max(22),
  title: z.string(),
  about: z.string(),
  programme: z.string(),
  schemeNumber: z.string(),
  status: z.enum(['DRAFT', 'PREPARED', 'CERTIFIED', 'ISSUED']),
  /** Of an issued report. */
  snapshotId: Id.nullable(),
  asAt: z.strictObject({ seq: z.int(), recordedAt: Instant, hash: z.string(), day: CalendarDay }),
  asAtInWords: z.string(),
  madeInWords: z.string(),
  unit: MoneyUnit,
  /** `DEMONSTRATION: nobody signs in`, or empty; it must stand on every page. */
  demonstration: z.string(),
  /** What the reader should know of where the figures come from. */
  note: z.string(),
})
export type ReportHeading = z.infer<typeof ReportHeading>
