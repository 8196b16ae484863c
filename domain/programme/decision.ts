import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, Place } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

/** A line that a decision brings to the ledger on the day it takes effect. */
export const DecisionLine = z.strictObject({
  /** Plan moves by decision only where a change request is approved, together with its funding. */
  level: z.enum(['plan', 'allocation', 'authority', 'released']),
  place: Place,
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
  amount: Pence,
})
export type DecisionLine = z.infer<typeof DecisionLine>

/** A decision of a body or an officer. Its lines are posted by time, on `effectiveOn`, and never before (R12). */
export const Decision = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  reference: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  /** The role or the body that decides, never a person's name. */
  decisionTaker: z.string().trim().min(1).max(200),
  kind: z.enum(['key', 'significant_operational', 'administrative']),
  madeOn: CalendarDay,
  publishedOn: CalendarDay.nullable(),
  isCallInEligible: z.boolean(),
  effectiveOn: CalendarDay,
  /** What the allocation lines do to the capital programme; a virement or a reprofile nets to zero (R17, R18). */
  allocationKind: z.enum(['injection', 'reduction', 'virement', 'reprofile', 'correction']),
  /**
   * A decision that is called in has no effect until scrutiny releases it. One that a document asks for has none whatever its
   * day: whether it was given is not known.
   */
  status: z.enum(['asked', 'made', 'called_in', 'effective']),
  lines: z.array(DecisionLine).max(2000),
  /** What is assumed or not known, in words. */
  note: z.string().max(2000),
  /** What was decided on, where that was done in the program, and the SHA-256 of the paper that was before them. */
  about: z.strictObject({ kind: z.enum(['business_case', 'authority_request', 'change_request']), id: Id }).nullable(),
  paperSha256: z.string().length(64).nullable(),
})
export type Decision = z.infer<typeof Decision>
