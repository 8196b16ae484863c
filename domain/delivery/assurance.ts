import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import type { Scheme } from '../programme/scheme.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const AssuranceKind = z.enum(['edci', 'dtac', 'dpia', 'clinical_safety', 'dspt', 'gateway_review'])
export type AssuranceKind = z.infer<typeof AssuranceKind>

export const AssuranceStatus = z.enum(['not_recorded', 'not_needed', 'planned', 'in_progress', 'complete'])
export type AssuranceStatus = z.infer<typeof AssuranceStatus>

/** One of the looks that others take at a scheme, and where it stands; the scheme's own statuses follow it. */
export const Assurance = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  kind: AssuranceKind,
  status: AssuranceStatus,
  /** The body or office that looked. */
  reviewer: text(200),
  lookedOn: CalendarDay.nullable(),
  evidence: text(2000),
})
export type Assurance = z.infer<typeof Assurance>

/** The field of a scheme that says the same; a gateway review and the toolkit stand in none. */
export const fieldOf: Partial<Record<AssuranceKind, keyof Pick<Scheme, 'edci' | 'dtac' | 'dpia' | 'clinicalSafety'>>> =
  {
    edci: 'edci',
    dtac: 'dtac',
    dpia: 'dpia',
    clinical_safety: 'clinicalSafety',
  }
