import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'

export const Lifecycle = z.enum([
  'idea',
  'live',
  'practically_complete',
  'financially_closed',
  'closed',
  'on_hold',
  'cancelled',
  'unfunded',
])
export type Lifecycle = z.infer<typeof Lifecycle>

export const Rating = z.enum(['G', 'AG', 'A', 'AR', 'R']).nullable()
export type Rating = z.infer<typeof Rating>

const text = (limit: number) => z.string().trim().max(limit)
const dates = z.strictObject({ startOn: CalendarDay.nullable(), endOn: CalendarDay.nullable() })
const AssuranceStatus = z.enum(['not_recorded', 'not_needed', 'planned', 'in_progress', 'complete'])

/** What a user may change about a scheme, beside its theme and its lifecycle. */
export const SchemeAttributes = z.strictObject({
  ref: text(40),
  capitalSchemeNumber: text(40),
  bcfSchemeId: text(40),
  name: text(200).min(1),
  shortName: text(60),
  aliases: z.array(text(200).min(1)).max(50),
  briefDescription: text(2000),
  schemeType: text(200),
  subType: text(200),
  areaOfSpend: text(200),
  commissioner: z.enum(['not_stated', 'nhs', 'la', 'joint']),
  /** Basis points of a joint commissioner's share; together 10,000 (R28). */
  nhsShareBp: z.int().min(0).max(10_000).nullable(),
  laShareBp: z.int().min(0).max(10_000).nullable(),
  providers: z.array(text(200).min(1)).max(50),
  leadOrganisationId: Id.nullable(),
  /** Role titles, never a person's name. */
  seniorResponsibleOwner: text(200),
  schemeLead: text(200),
  nature: Nature,
  planned: dates,
  forecast: dates,
  actual: dates,
  wards: z.array(text(100).min(1)).max(100),
  isExisting: z.boolean(),
  dca: Rating,
  ragDelivery: Rating,
  ragFinance: Rating,
  ragBenefits: Rating,
  edci: AssuranceStatus,
  dtac: AssuranceStatus,
  dpia: AssuranceStatus,
  clinicalSafety: AssuranceStatus,
  tags: z.array(text(60).min(1)).max(50),
  /** How the amounts on this scheme's lines were read where the source leaves room; empty when as stated. */
  amountsNote: text(500),
})
export type SchemeAttributes = z.infer<typeof SchemeAttributes>

/** A piece of work with an identity of its own, whatever theme reports it. */
export const Scheme = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  sort: z.int(),
  lifecycle: Lifecycle,
  ...SchemeAttributes.shape,
})
export type Scheme = z.infer<typeof Scheme>

/** What is known of a scheme's business case for one financial year, or for all when `startYear` is null. */
export const CaseStatus = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  startYear: StartYear.nullable(),
  status: z.enum(['not_yet_developed', 'draft', 'recommended', 'approved']),
  /** Where that is said. */
  place: text(200),
})
export type CaseStatus = z.infer<typeof CaseStatus>
