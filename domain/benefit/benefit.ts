import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'
import { CaseOrigin } from '../risk/risk.ts'
import { Quantity } from './quantity.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const BenefitState = z.enum([
  'identified',
  'baselined',
  'target_agreed',
  'tracking',
  'realised',
  'partly_realised',
  'not_realised',
  'closed',
])
export type BenefitState = z.infer<typeof BenefitState>

/** An amount of the benefit's own unit in one financial year. */
export const YearQuantity = z.strictObject({ startYear: StartYear, quantity: Quantity })
export type YearQuantity = z.infer<typeof YearQuantity>

/** What may be said of a benefit, beside its targets and what came of them. */
export const BenefitAttributes = z.strictObject({
  name: text(200).min(1),
  /** An office, never a person's name. */
  owner: text(200),
  ownerOrganisationId: Id.nullable(),
  measure: text(500),
  unit: text(100),
  /** As it was stated, and as a number where it is one. */
  baseline: text(200),
  baselineQuantity: Quantity.nullable(),
  baselineOn: CalendarDay.nullable(),
  /** Pence a year; null where it releases no cash. */
  cashReleasing: Pence.nullable(),
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  evidence: text(2000),
})
export type BenefitAttributes = z.infer<typeof BenefitAttributes>

/** Whether it is counted in another benefit too: asked by one, answered by another. */
export const DoubleCountQuery = z.strictObject({
  withId: Id,
  question: text(1000).min(1),
  askedBy: z.string().max(100),
  askedOn: CalendarDay,
  answer: z.enum(['counted_once', 'counted_twice']).nullable(),
  answerNote: text(1000),
  answeredBy: z.string().max(100).nullable(),
})
export type DoubleCountQuery = z.infer<typeof DoubleCountQuery>

/** What a scheme is to bring, for whom, from where to where by when (domain A3.7). */
export const Benefit = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  status: BenefitState,
  ...BenefitAttributes.shape,
  targets: z.array(YearQuantity).max(50),
  actuals: z.array(YearQuantity).max(50),
  /** Why its targets were opened again, or how it ended. */
  reason: text(2000),
  doubleCount: DoubleCountQuery.nullable(),
  origin: CaseOrigin.nullable(),
})
export type Benefit = z.infer<typeof Benefit>
