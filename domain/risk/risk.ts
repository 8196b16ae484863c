import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

/** The thirteen principal categories of the Orange Book, as MHCLG asks for them. */
export const RiskCategory = z.enum([
  'strategy',
  'governance',
  'operations',
  'legal',
  'property',
  'financial',
  'commercial',
  'people',
  'technology',
  'information',
  'security',
  'project',
  'reputation',
])
export type RiskCategory = z.infer<typeof RiskCategory>

export const RiskStatus = z.enum(['identified', 'assessed', 'controlled', 'escalated', 'watch', 'closed'])
export type RiskStatus = z.infer<typeof RiskStatus>

/** When it would come about, in months from now. */
export const Proximity = z.enum(['under_3', 'from_3_to_12', 'from_12_to_24', 'from_24_to_36', 'over_36'])
export type Proximity = z.infer<typeof Proximity>

/** 1 is very low, 5 very high; null while nobody has assessed it. */
const Step = z.int().min(1).max(5).nullable()

/** The line of a business case that a benefit or a risk was taken from. */
export const CaseOrigin = z.strictObject({ caseId: Id, lineId: Id })
export type CaseOrigin = z.infer<typeof CaseOrigin>

/** What its owner may say of a risk. */
export const RiskAttributes = z.strictObject({
  title: text(100).min(1),
  /** "There is a risk that … due to … which will result in …": each part without the words between. */
  riskThat: text(1000),
  dueTo: text(1000),
  resultingIn: text(1000),
  category: RiskCategory.nullable(),
  /** An office, never a person's name. */
  owner: text(200),
  isToLife: z.boolean().nullable(),
  likelihood: Step,
  impact: Step,
  mitigation: text(2000),
  plannedMitigation: text(2000),
  targetLikelihood: Step,
  targetImpact: Step,
  pathToTarget: text(2000),
  targetOn: CalendarDay.nullable(),
  proximity: Proximity.nullable(),
  approach: z.enum(['treat', 'tolerate']).nullable(),
})
export type RiskAttributes = z.infer<typeof RiskAttributes>

/** What may go wrong with a scheme, or with the programme as a whole where no scheme is named. */
export const Risk = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id.nullable(),
  status: RiskStatus,
  ...RiskAttributes.shape,
  closedOn: CalendarDay.nullable(),
  /** Who closed it, as events name them, and why. */
  closedBy: z.string().max(100).nullable(),
  closingReason: text(2000),
  origin: CaseOrigin.nullable(),
})
export type Risk = z.infer<typeof Risk>
