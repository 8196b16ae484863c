import { z } from 'zod'

export const extractSteps = ['columns', 'rows', 'totals'] as const
export type ExtractStep = (typeof extractSteps)[number]

/** Which step of an extract is looked at; it stands in the address. */
export const ExtractSearch = z.object({ step: z.enum(extractSteps).optional().catch(undefined) })
export type ExtractSearch = z.infer<typeof ExtractSearch>

/** Which rows of an import are shown, and after which row the page begins. */
export const ImportSearch = z.object({
  rows: z.enum(['rejected', 'new', 'changed', 'duplicate', 'ignored']).optional().catch(undefined),
  after: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type ImportSearch = z.infer<typeof ImportSearch>
