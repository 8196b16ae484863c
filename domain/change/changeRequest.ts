import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, Place } from '../ledger/entry.ts'
import { Pence } from '../money.ts'
import { ChangeRoute } from './changeRoute.ts'

/** What a change does to the money: slippage and acceleration are a reprofile with the direction said. */
export const ChangeKind = z.enum([
  'virement',
  'reprofile',
  'slippage',
  'acceleration',
  'injection',
  'reduction',
  'funding_swap',
  'correction',
])
export type ChangeKind = z.infer<typeof ChangeKind>

/** One line that the change brings to the ledger: pence with sign, in one year, from one source (null is not stated). */
export const ChangeLine = z.strictObject({
  level: z.enum(['plan', 'allocation', 'authority']),
  place: Place,
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
  amount: Pence,
})
export type ChangeLine = z.infer<typeof ChangeLine>

/** The national register takes what changes and why in a hundred words each. */
export const MOST_WORDS = 100

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length

const HundredWords = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((text) => words(text) <= MOST_WORDS)

export const ChangeStatus = z.enum(['sent', 'approved', 'refused', 'withdrawn', 'posted', 'reversed'])
export type ChangeStatus = z.infer<typeof ChangeStatus>

/** A request to change the money. It reaches the ledger as one movement, under a decision that somebody else made (R14). */
export const ChangeRequest = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  /** Counted up in the programme: the register's change number. */
  number: z.int().min(1),
  kind: ChangeKind,
  whatChanges: HundredWords,
  reason: HundredWords,
  /** What it means for the work, in words; may be empty. */
  impact: z.string().trim().max(2000),
  lines: z.array(ChangeLine).min(1).max(2000),
  status: ChangeStatus,
  sentOn: CalendarDay,
  /** The account ids, or the roles where nobody signs in, of those who wrote it: none of them approves it. */
  writers: z.array(z.string().min(1).max(100)).min(1).max(20),
  /** Who may approve it and why, as worked out when it was sent, and again on the day of the approval. */
  route: ChangeRoute,
  /** Where it comes from, where that is not somebody's own form. */
  origin: z.strictObject({ kind: z.enum(['scenario', 'year_end', 'swap', 'closure']), id: Id }).nullable(),
  decidedOn: CalendarDay.nullable(),
  decidedBy: z.string().min(1).max(100).nullable(),
  /** The words of whoever approved, refused or withdrew it. */
  answer: z.string().trim().max(2000),
  /** The decision under which it is posted, from the approval on. */
  decisionId: Id.nullable(),
  reversedOn: CalendarDay.nullable(),
  reversalReason: z.string().trim().max(500),
})
export type ChangeRequest = z.infer<typeof ChangeRequest>

/** What somebody asks for. Everything else is worked out when it is sent. */
export const NewChange = ChangeRequest.pick({
  kind: true,
  whatChanges: true,
  reason: true,
  impact: true,
  lines: true,
  origin: true,
})
export type NewChange = z.infer<typeof NewChange>
