import { z } from 'zod'
import { Id } from '../../../domain/id.ts'

/** Which tables are shown, and for which decision. It stands in the address. */
export const FundingSearch = z.object({
  show: z.enum(['ledger', 'printed', 'both']).optional().catch(undefined),
  decision: Id.optional().catch(undefined),
})
export type FundingSearch = z.infer<typeof FundingSearch>
