import { z } from 'zod'

/** What is paid for, and which money counts. It stands in the address. */
export const PlannerSearch = z.object({
  for: z.enum(['plan', 'authority']).optional().catch(undefined),
  count: z.enum(['all', 'secured']).optional().catch(undefined),
})
export type PlannerSearch = z.infer<typeof PlannerSearch>
