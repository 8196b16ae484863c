import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'

/** The amounts that stand beside each other and are never derived from one another. `released` is the part of authority set free. */
export const Level = z.enum(['plan', 'allocation', 'authority', 'released', 'commitment', 'actual'])
export type Level = z.infer<typeof Level>

/** Where money stands: on the programme, on a theme, or on a scheme. */
export const Place = z.strictObject({ kind: z.enum(['programme', 'theme', 'scheme']), id: Id })
export type Place = z.infer<typeof Place>

export const Nature = z.enum(['capital', 'revenue'])
export type Nature = z.infer<typeof Nature>

/** One line of a movement: pence with sign, in one financial year. A null source is "not stated". */
export const Entry = z.strictObject({
  level: Level,
  place: Place,
  startYear: StartYear,
  /** 0 is the year as a whole, 1 to 12 its months from April, 13 the closing period. */
  period: z.int().min(0).max(13).default(0),
  sourceId: Id.nullable(),
  nature: Nature.default('capital'),
  amount: Pence,
  effectiveOn: CalendarDay,
  ledgerRef: z.string().max(100).nullable().default(null),
})
export type Entry = z.infer<typeof Entry>

export const MovementKind = z.enum([
  'plan-set',
  'injection',
  'reduction',
  'virement',
  'reprofile',
  'authority-granted',
  'authority-released',
  'order-placed',
  'order-reduced',
  'payment',
  'correction',
])
export type MovementKind = z.infer<typeof MovementKind>

/** In characters. */
export const LONGEST_REASON = 500

/** What happened to the money, why, and under which decision; its entries are the lines. */
export const Movement = z.strictObject({
  id: Id,
  kind: MovementKind,
  reason: z.string().trim().min(1).max(LONGEST_REASON),
  decisionId: Id.nullable(),
  reversesId: Id.nullable(),
  entries: z.array(Entry).min(1),
})
export type Movement = z.infer<typeof Movement>
