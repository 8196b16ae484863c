import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'

export type DraftFacts = inferOutput<typeof trpc.reports.draft>

/** Which form of a draft's page is open. */
export type DraftForm =
  | { kind: 'decline' | 'drop' | 'issue'; opener: string }
  | { kind: 'mark'; part: string; row: string | null; column: string | null; opener: string }
  | { kind: 'leak'; leak: string; cell: string; opener: string }

/** What each part of a draft's page needs. */
export interface DraftPartProps {
  facts: DraftFacts
  forms: ReturnType<typeof useForm<DraftForm>>
}
