import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'

/** A financial year of the programme; a closed one takes no more postings (R23). Years without a row are open. */
export const YearStatus = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  startYear: StartYear,
  status: z.enum(['open', 'closed']),
})
export type YearStatus = z.infer<typeof YearStatus>
