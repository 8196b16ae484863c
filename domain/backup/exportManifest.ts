import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Contents } from './contents.ts'

/** What every export of everything says of itself: of what it is, as at when, by which program, and what it must add up to. */
export const ExportManifest = z.strictObject({
  format: z.literal('bcf-export'),
  version: z.literal(1),
  /** The day in London on which it was made. */
  madeOn: CalendarDay,
  /** Whether people prove who they are, or whoever opens the programme acts in any role. */
  signIn: z.enum(['by password', 'nobody signs in']),
  /** The programme, the last event in it, counts and the sums by level in pence. */
  contents: Contents,
  /** The number of rows of each table. */
  tables: z.record(z.string(), z.int().min(0)),
  versions: z.strictObject({ program: z.string(), file: z.int().min(1), sqlite: z.string() }),
})
export type ExportManifest = z.infer<typeof ExportManifest>
