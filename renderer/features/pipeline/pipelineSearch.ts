import { z } from 'zod'

/** Which headroom the candidates are slotted into. It stands in the address. */
export const PipelineSearch = z.object({ basis: z.enum(['stated', 'ledger']).optional().catch(undefined) })
export type PipelineSearch = z.infer<typeof PipelineSearch>
