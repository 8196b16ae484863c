import { z } from 'zod'
import type { Exempt } from './exempt.ts'
import { findParagraph } from './exemptParagraphs.ts'

/**
 * What somebody marks as exempt in a draft: a part, a row or a cell of a table, or with a heading all that stands under
 * it. While it is written, its reasons may still lack.
 */
export const ExemptMark = z.strictObject({
  part: z.string().min(1).max(300),
  row: z.string().min(1).max(300).nullable(),
  /** With a row one cell; without one the whole column. */
  column: z.string().min(1).max(300).nullable(),
  paragraph: z.string().trim().max(100),
  publicInterest: z.string().trim().max(2000),
})
export type ExemptMark = z.infer<typeof ExemptMark>

export type ExemptionLacks = 'paragraph' | 'public-interest'

/**
 * R29: what is kept from the public says under which paragraph of Schedule 12A, and why that is in the public interest.
 */
export const lacksOfExemption = ({ paragraph, publicInterest }: Exempt): ExemptionLacks[] => [
  ...(findParagraph(paragraph) === null ? (['paragraph'] as const) : []),
  ...(publicInterest.trim() === '' ? (['public-interest'] as const) : []),
]
