import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Pence } from '../money.ts'

/** Who may approve a change, the least first; `decision` is one that a body or an officer makes after notice, on record. */
export const ChangeApprover = z.enum(['programme_director', 's151_officer', 'decision_taker', 'decision'])
export type ChangeApprover = z.infer<typeof ChangeApprover>

/** One reason for the route: what the change does, and the approver that it asks for at least. Amounts are pence. */
export const RouteReason = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('amount'), needs: ChangeApprover, amount: Pence, limit: Pence }),
  z.strictObject({ why: z.literal('key'), needs: ChangeApprover, amount: Pence, threshold: Pence }),
  z.strictObject({
    why: z.literal('share'),
    needs: ChangeApprover,
    percent: z.int(),
    limit: z.int(),
    place: z.string(),
  }),
  z.strictObject({ why: z.literal('kind'), needs: ChangeApprover, kind: z.string() }),
  z.strictObject({ why: z.literal('source'), needs: ChangeApprover, from: z.string(), to: z.string() }),
  z.strictObject({ why: z.literal('organisation'), needs: ChangeApprover, from: z.string(), to: z.string() }),
  z.strictObject({ why: z.literal('nature'), needs: ChangeApprover }),
  z.strictObject({ why: z.literal('year'), needs: ChangeApprover, from: StartYear, to: StartYear }),
])
export type RouteReason = z.infer<typeof RouteReason>

/** The route of a change with everything that it was worked out from. */
export const ChangeRoute = z.strictObject({
  approver: ChangeApprover,
  /** What the change itself moves. */
  amount: Pence,
  /** With what was approved for the same place in the same financial year before: what the limits are held against (R17). */
  cumulative: Pence,
  /** The place whose amounts are the largest together, in words. */
  countedFor: z.string().max(300),
  reasons: z.array(RouteReason).max(40),
})
export type ChangeRoute = z.infer<typeof ChangeRoute>
