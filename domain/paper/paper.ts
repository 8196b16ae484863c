import { z } from 'zod'
import { Id } from '../id.ts'

/** What people decided on, frozen: the thing in RFC 8785 form, and the SHA-256 of that text. Never changed. */
export const Paper = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  subjectKind: z.enum(['business_case', 'authority_request']),
  subjectId: Id,
  /** The revision of the thing that was frozen. */
  subjectRevision: z.int().min(1),
  sha256: z.string().length(64),
  content: z.string().max(10_000_000),
})
export type Paper = z.infer<typeof Paper>
