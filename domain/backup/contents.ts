import { z } from 'zod'
import { Instant } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { Level } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

export const countedThings = [
  'schemes',
  'themes',
  'sources',
  'decisions',
  'organisations',
  'documents',
  'movements',
  'entries',
] as const

/** What a programme file holds, in counts and sums: enough to see at a glance whether two files say the same. */
export const Contents = z.strictObject({
  programme: z.strictObject({ id: Id, name: z.string(), capitalSchemeNumber: z.string(), isSample: z.boolean() }),
  lastEvent: z.strictObject({ seq: z.int().min(1), recordedAt: Instant, hash: z.string().length(64) }),
  /** Things that were removed are not counted. */
  counts: z.record(z.enum(countedThings), z.int().min(0)),
  /** All years and places together. */
  sums: z.record(Level, Pence),
})
export type Contents = z.infer<typeof Contents>
