import { z } from 'zod'
import { Id } from '../id.ts'
import { Mapping } from './mapping.ts'

/** How the extracts of one system are read, under a name by which it is found again. */
export const SpendMapping = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(100),
  mapping: Mapping,
})
export type SpendMapping = z.infer<typeof SpendMapping>
