import { z } from 'zod'
import { Id } from '../../../domain/id.ts'

/** The words that are looked for, and one lesson that is shown first. They stand in the address. */
export const LessonsSearch = z.object({
  find: z.string().max(200).optional().catch(undefined),
  show: Id.optional().catch(undefined),
})
export type LessonsSearch = z.infer<typeof LessonsSearch>
