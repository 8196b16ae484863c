import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { LONGEST_REASON } from '../ledger/entry.ts'
import { Pence } from '../money.ts'
import { ExtractKind, Mapping } from './mapping.ts'

const CountAndSum = z.strictObject({ rows: z.int().min(0), amount: Pence })

/** What the rows of an import came to; those of the outcomes add up to the rows read. */
export const ImportTotals = z.strictObject({
  read: z.int().min(0),
  new: CountAndSum,
  changed: CountAndSum,
  duplicate: CountAndSum,
  rejected: CountAndSum,
  ignored: CountAndSum,
  /** What the ledger moved by. */
  posted: z.strictObject({ commitment: Pence, actual: Pence }),
})
export type ImportTotals = z.infer<typeof ImportTotals>

/** An extract that was brought in: which file, how its columns were read, what it came to, and what it posted. */
export const SpendImport = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  kind: ExtractKind,
  name: z.string().min(1).max(200),
  sha256: z.string().length(64),
  /** In bytes. */
  size: z.int().min(0),
  sheet: z.string().max(200),
  mapping: Mapping,
  totals: ImportTotals,
  /** The total of the finance system as somebody typed it; null where it was brought in without one. */
  controlTotal: Pence.nullable(),
  movementId: Id,
  status: z.enum(['brought_in', 'taken_back']),
  /** As events name people. */
  broughtInBy: z.string().max(100),
  broughtInOn: CalendarDay,
  /** Empty until it is taken back. */
  takenBackBecause: z.string().max(LONGEST_REASON),
})
export type SpendImport = z.infer<typeof SpendImport>
