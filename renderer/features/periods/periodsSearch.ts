import { z } from 'zod'
import { StartYear } from '../../../domain/financialYear.ts'
import { Period } from '../../../domain/period/period.ts'

const Year = z.coerce.number().pipe(StartYear).optional().catch(undefined)

/** Which year's periods are shown, and which period is about to be closed. It stands in the address. */
export const PeriodsSearch = z.object({
  year: Year,
  close: z.coerce.number().pipe(Period).optional().catch(undefined),
})
export type PeriodsSearch = z.infer<typeof PeriodsSearch>

/** Which year ends, and whether its closing is about to be confirmed. */
export const YearEndSearch = z.object({
  year: Year,
  part: z.enum(['close']).optional().catch(undefined),
})
export type YearEndSearch = z.infer<typeof YearEndSearch>
