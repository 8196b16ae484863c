import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const ClosureState = z.enum([
  'completion_reported',
  'account_agreed',
  'residual_released',
  'reported',
  'accepted',
  'handed_over',
  'closed',
])
export type ClosureState = z.infer<typeof ClosureState>

/** How a scheme ends, step by step (domain A3.6). */
export const Closure = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  status: ClosureState,
  /** Everybody who wrote it: none of them accepts it (R14). */
  writers: z.array(text(100)).max(200),
  completedOn: CalendarDay,
  completionNote: text(2000),
  /** What the work cost in the end, as finance agreed it. Pence. */
  finalAccount: Pence.nullable(),
  accountAgreedOn: CalendarDay.nullable(),
  accountAgreedBy: text(100).nullable(),
  /** Why the final account differs from what was spent; empty where it does not. */
  accountNote: text(2000),
  /** The decision that released what was left; null where nothing was. */
  decisionId: Id.nullable(),
  report: text(10_000),
  /** The board that accepts the report. */
  boardId: Id.nullable(),
  acceptedOn: CalendarDay.nullable(),
  acceptedBy: text(100).nullable(),
  /** Who looks after the benefits from now on, and what was handed over. */
  benefitsOwner: text(200),
  handoverNote: text(2000),
  reviewDueOn: CalendarDay.nullable(),
  reviewedOn: CalendarDay.nullable(),
  reviewNote: text(5000),
})
export type Closure = z.infer<typeof Closure>
