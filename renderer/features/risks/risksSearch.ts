import { z } from 'zod'
import { Id } from '../../../domain/id.ts'

const Step = z.coerce.number().int().min(1).max(5).optional().catch(undefined)

/** Which risks are listed, and the one that is shown. It stands in the address. */
export const RisksSearch = z.object({
  scheme: Id.optional().catch(undefined),
  likelihood: Step,
  impact: Step,
  closed: z.literal('yes').optional().catch(undefined),
})
export type RisksSearch = z.infer<typeof RisksSearch>
