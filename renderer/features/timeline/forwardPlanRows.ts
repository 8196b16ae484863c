import type { inferOutput } from '@trpc/tanstack-react-query'
import { csvText } from '../../../domain/csv.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import type { trpc } from '../../lib/trpc.ts'

export type ForwardPlanFacts = inferOutput<typeof trpc.authority.forwardPlan>
export type PlannedDecision = ForwardPlanFacts['decisions'][number]

/** The forward plan as a council publishes it, under its own headings. Days as a spreadsheet takes them. */
export const forwardPlanRows = (decisions: readonly PlannedDecision[]): string[][] => [
  ['Title', 'Ref', 'Notice published', 'Urgent?', 'Status', 'Decision due'],
  ...decisions.map(({ title, reference, noticePublishedOn, isUrgent, status, decisionDueOn }) =>
    [
      title,
      reference,
      noticePublishedOn ?? '',
      isUrgent ? 'Yes' : 'No',
      requestStateWords[status].words,
      decisionDueOn ?? '',
    ].map(csvText),
  ),
]
