import type { useForm } from '../../lib/useForm.ts'

/** The inline form that is open on the overview, and the button it was opened with. */
export interface OverviewForm {
  kind: 'about' | 'ratings' | 'stage' | 'case'
  opener: string
}

export type OverviewForms = ReturnType<typeof useForm<OverviewForm>>
