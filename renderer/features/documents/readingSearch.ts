import { z } from 'zod'

export const readingSteps = ['tables', 'names', 'findings', 'keep'] as const
export type ReadingStep = (typeof readingSteps)[number]

/** Whether the document is looked at by itself although a programme is open. */
const fresh = z.boolean().optional().catch(undefined)

export const NewDocumentSearch = z.object({ fresh })

/** Each step of looking at a document has an address, so that Back goes back one step. */
export const ReadingSearch = z.object({
  fresh,
  step: z.enum(readingSteps).optional().catch(undefined),
  /** The finding whose places are marked. */
  show: z.string().max(500).optional().catch(undefined),
})
export type ReadingSearch = z.infer<typeof ReadingSearch>
