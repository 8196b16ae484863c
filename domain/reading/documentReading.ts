import { z } from 'zod'
import { Id } from '../id.ts'
import { Confirmation, Correction } from './reportReading.ts'

/** A document that was read into stated figures: the file, and how its reader corrected the reading. The file is never changed. */
export const DocumentReading = z.strictObject({
  id: Id,
  revision: z.int().positive(),
  isRemoved: z.boolean(),
  /** The stated figures that were made of it. */
  documentId: Id,
  /** As the file was called. */
  name: z.string().min(1).max(200),
  contentType: z.string().max(200),
  /** In bytes. */
  size: z.int().positive(),
  sha256: z.string().length(64),
  corrections: z.array(Correction).max(20_000),
  confirmations: z.array(Confirmation).max(2_000),
  /** The actor who kept it. */
  readBy: z.string().max(200),
})
export type DocumentReading = z.infer<typeof DocumentReading>
