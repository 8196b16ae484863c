import { z } from 'zod'

/** What a report is about and for whom; it stands in the address, so that a link shows the same. */
export const ReportSearch = z.object({
  /** As `scopeKey` writes it; without it the first that is offered. */
  scope: z.string().max(80).optional().catch(undefined),
  version: z.enum(['public']).optional().catch(undefined),
})
export type ReportSearch = z.infer<typeof ReportSearch>
