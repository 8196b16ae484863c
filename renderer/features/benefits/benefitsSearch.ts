import { z } from 'zod'
import { Id } from '../../../domain/id.ts'

/** Whose benefits are listed. It stands in the address. */
export const BenefitsSearch = z.object({ scheme: Id.optional().catch(undefined) })
export type BenefitsSearch = z.infer<typeof BenefitsSearch>
