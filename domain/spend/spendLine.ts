import { z } from 'zod'
import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { LONGEST_REASON, type Nature } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import { type ExtractKind, SpendField } from './mapping.ts'
import type { RowMessage } from './rowMessage.ts'

/** One row of an extract, understood. */
export interface SpendLine {
  kind: ExtractKind
  row: number
  ledgerRef: string
  costCode: string
  schemeId: Id
  sourceId: Id | null
  nature: Nature
  startYear: StartYear
  /** 1 to 12 from April, 13 for the closing period. */
  period: number
  postedOn: CalendarDay
  /** Spent or ordered is positive, whatever the sign in the file. */
  amount: Pence
  /** Empty where the extract does not say. */
  supplier: string
  description: string
  orderRef: string
  /** Why money spent before its authority is nevertheless brought in (R09). */
  retrospective: string | null
  isHidden: boolean
  isFormula: boolean
}

/** Why a row counts for nothing. */
export type IgnoredWhy =
  | 'above-header'
  | 'header'
  | 'blank'
  | 'subtotal'
  | 'words'
  | 'no-amount'
  | 'other-code'
  | 'hidden'
  | 'left-out'

/** What one row says. The amount of a row that is not a line is what could be read of it. */
export type RowReading =
  | { outcome: 'line'; row: number; line: SpendLine }
  | { outcome: 'ignored'; row: number; why: IgnoredWhy; amount: Pence | null }
  | { outcome: 'rejected'; row: number; messages: RowMessage[]; amount: Pence | null }

/** What a user puts right in one row: other texts in its cells, or that it is left out, each with its reason. */
export const RowCorrection = z.strictObject({
  row: z.int().min(1),
  texts: z.partialRecord(SpendField, z.string().max(500)),
  leftOut: z.string().trim().min(1).max(LONGEST_REASON).nullable(),
  retrospective: z.string().trim().min(1).max(LONGEST_REASON).nullable(),
})
export type RowCorrection = z.infer<typeof RowCorrection>
