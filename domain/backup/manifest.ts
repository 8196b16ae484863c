import { z } from 'zod'
import { Instant } from '../calendarDay.ts'
import { Contents } from './contents.ts'

/** What stands beside a backup once it was opened again and verified: a backup without one does not count. */
export const Manifest = z.strictObject({
  format: z.literal('bcf-backup'),
  version: z.literal(1),
  /** The file's name beside this manifest. */
  file: z.string(),
  bytes: z.int().min(1),
  sha256: z.string().length(64),
  /** Counts up by one for each backup, so that their order needs no clock. */
  number: z.int().min(1),
  takenAt: Instant,
  /** The full path of the file that was backed up. */
  source: z.string(),
  contents: Contents,
  /** Each table with its rows and the SHA-256 over them in the order of their key. */
  tables: z.record(z.string(), z.strictObject({ rows: z.int().min(0), sha256: z.string().length(64) })),
  versions: z.strictObject({ program: z.string(), file: z.int().min(1), sqlite: z.string() }),
})
export type Manifest = z.infer<typeof Manifest>

/** The name of a manifest beside its backup. */
export const manifestName = (backup: string): string => backup.replace(/\.bcf$/, '.manifest')
