import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

/** Strategic outline, outline and full business case, the short business justification case, and what nobody has said. */
export const CaseStage = z.enum(['bjc', 'soc', 'obc', 'fbc', 'not_stated'])
export type CaseStage = z.infer<typeof CaseStage>

/** The stages in which a case can be begun here. */
export const StartedStage = CaseStage.exclude(['not_stated'])
export type StartedStage = z.infer<typeof StartedStage>

export const CaseState = z.enum([
  'draft',
  'submitted',
  'in_review',
  'returned',
  'recommended',
  'deferred',
  'not_recommended',
  'approved',
  'approved_with_conditions',
  'refused',
  'superseded',
  'withdrawn',
  'lapsed',
])
export type CaseState = z.infer<typeof CaseState>

const text = (limit: number) => z.string().max(limit)

/** The five cases of the Five Case Model, as they are written. */
export const CaseSections = z.strictObject({
  strategic: text(50_000),
  economic: text(50_000),
  commercial: text(50_000),
  financial: text(50_000),
  management: text(50_000),
})
export type CaseSections = z.infer<typeof CaseSections>

/** What a year of the scheme costs, from one source; null is "not stated". Pence. */
export const CaseCost = z.strictObject({
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
  amount: Pence,
})
export type CaseCost = z.infer<typeof CaseCost>

export const CaseOption = z.strictObject({
  id: Id,
  kind: z.enum(['do_nothing', 'minimum', 'preferred', 'other']),
  name: text(200),
  description: text(5000),
  /** Whole-life, pence; null while it is not known. */
  cost: Pence.nullable(),
  benefit: Pence.nullable(),
})
export type CaseOption = z.infer<typeof CaseOption>

export const CaseBenefit = z.strictObject({
  id: Id,
  name: text(200),
  /** An office, never a person's name. */
  owner: text(200),
  measure: text(500),
  unit: text(100),
  baseline: text(200),
  target: text(200),
  targetYear: StartYear.nullable(),
  /** Pence a year; null where it releases no cash. */
  cashReleasing: Pence.nullable(),
})
export type CaseBenefit = z.infer<typeof CaseBenefit>

export const CaseRisk = z.strictObject({
  id: Id,
  title: text(100),
  description: text(1000),
  likelihood: z.int().min(1).max(5).nullable(),
  impact: z.int().min(1).max(5).nullable(),
  mitigation: text(2000),
  owner: text(200),
})
export type CaseRisk = z.infer<typeof CaseRisk>

export const AssuranceKind = z.enum(['edci', 'dpia', 'dtac', 'clinical_safety', 'technical_fit'])
export type AssuranceKind = z.infer<typeof AssuranceKind>

export const CaseAssurance = z.strictObject({
  kind: AssuranceKind,
  status: z.enum(['not_recorded', 'not_needed', 'planned', 'in_progress', 'complete']),
  /** The body or office that looked. */
  reviewer: text(200),
  on: CalendarDay.nullable(),
  note: text(2000),
})
export type CaseAssurance = z.infer<typeof CaseAssurance>

/** A file that belongs to the case; its bytes stand in the programme file under their SHA-256. */
export const CaseAttachment = z.strictObject({
  id: Id,
  name: text(255).min(1),
  contentType: text(200),
  /** In bytes. */
  size: z.int().min(1),
  sha256: z.string().length(64),
  addedBy: text(100),
})
export type CaseAttachment = z.infer<typeof CaseAttachment>

/** What the case was approved under. Two people: one says that it is met, another discharges it. */
export const CaseCondition = z.strictObject({
  id: Id,
  text: text(2000).min(1),
  owner: text(200).min(1),
  dueOn: CalendarDay,
  /** Money is released although it is not met yet. */
  isAfterRelease: z.boolean(),
  evidence: text(2000),
  metBy: text(100).nullable(),
  dischargedBy: text(100).nullable(),
  dischargedOn: CalendarDay.nullable(),
})
export type CaseCondition = z.infer<typeof CaseCondition>

/** What its writers may change while it is a draft. */
export const CaseContents = z.strictObject({
  title: text(300).min(1),
  /** What the reader is asked, in a paragraph. */
  ask: text(5000),
  sections: CaseSections,
  options: z.array(CaseOption).max(20),
  costs: z.array(CaseCost).max(500),
  benefits: z.array(CaseBenefit).max(100),
  risks: z.array(CaseRisk).max(100),
  assurance: z.array(CaseAssurance).max(20),
  /** Whether somebody who wrote it has an interest in it; null while nobody has said. */
  hasInterest: z.boolean().nullable(),
  interests: text(2000),
  attachments: z.array(CaseAttachment).max(100),
})
export type CaseContents = z.infer<typeof CaseContents>

/** One version of one stage of a scheme's business case (domain A3.2). */
export const BusinessCase = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  stage: CaseStage,
  version: z.int().min(1),
  reference: text(60).min(1),
  status: CaseState,
  /** Everybody who has written in it, as events name them: none of them decides on it (R14). */
  writers: z.array(text(100)).max(200),
  /** The route it goes by, fixed when it is submitted, and how many of its stages it has passed. */
  routeId: Id.nullable(),
  stagesPassed: z.int().min(0),
  submittedOn: CalendarDay.nullable(),
  recommendedOn: CalendarDay.nullable(),
  approvedOn: CalendarDay.nullable(),
  /** The last day on which authority may follow an approval. */
  validUntilOn: CalendarDay.nullable(),
  /** By year; empty until it is approved. Pence. */
  approved: z.array(CaseCost).max(500),
  conditions: z.array(CaseCondition).max(100),
  /** The version before, or the stage before, that this one takes the place of. */
  supersedesId: Id.nullable(),
  /** Why it was returned, deferred, refused, not recommended or withdrawn. */
  reason: text(2000),
  /** Where it is said that a board had recommended it before it was kept here; empty for a case that was written here. */
  statedIn: text(500),
  ...CaseContents.shape,
})
export type BusinessCase = z.infer<typeof BusinessCase>
