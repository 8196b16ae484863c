import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type BenefitsFacts = inferOutput<typeof trpc.benefits.screen>
export type BenefitRow = BenefitsFacts['benefits'][number]

/** Which form of the page is open, and for which benefit; null is a new one. */
export interface BenefitsForm {
  kind: 'benefit' | 'figures' | 'move' | 'query' | 'answer'
  id: string | null
  /** The benefit that may be counted twice with it. */
  withId?: string
  opener: string
}
