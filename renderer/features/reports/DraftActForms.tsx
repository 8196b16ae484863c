import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { reportList } from '../../../domain/report/reportList.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ReasonForm, reasonField } from '../../ui/ReasonForm.tsx'
import type { DraftPartProps } from './draftFacts.ts'

/** The acts that are asked about once more, or need a reason. */
export function DraftActForms({ facts: { draft, heading }, forms }: DraftPartProps) {
  const navigate = useNavigate()
  const { id, revision } = draft
  const { title } = reportList[draft.report]
  const done = (words: string) => () => {
    announce(words)
    forms.close()
  }
  const decline = useMutation(
    trpc.reports.decline.mutationOptions({
      onSuccess: done('Sent back to its writers'),
      onError: forms.refuse(reasonField),
    }),
  )
  const drop = useMutation(
    trpc.reports.dropDraft.mutationOptions({
      onSuccess: () => {
        announce(`Put away: ${title}`)
        void navigate({ to: '/reports' })
      },
      onError: forms.refuse(),
    }),
  )
  const issue = useMutation(
    trpc.reports.issue.mutationOptions({
      onSuccess: ({ value }) => {
        announce(`Issued: ${title}`)
        if (value) void navigate({ to: '/reports/issued/$id', params: { id: value.id } })
      },
      onError: forms.refuse(),
    }),
  )
  const { work, progress, isStopping, stop } = useWork(issue.isPending)
  switch (forms.form?.kind) {
    case 'decline':
      return (
        <ReasonForm
          title="Send it back to its writers"
          submit="Send back"
          lead="It becomes a draft again, and is prepared anew as at another moment."
          label="Why it is sent back"
          ask="Say why it is sent back"
          longest={2000}
          isBusy={decline.isPending}
          forms={forms}
          onSubmit={(reason) => decline.mutate({ id, revision, reason })}
        />
      )
    case 'drop':
      return (
        <InlineForm
          title="Put this draft away?"
          submit="Put away"
          isBusy={drop.isPending}
          onSubmit={() => drop.mutate({ id, revision })}
          onCancel={forms.close}
        >
          <p>Its texts are no longer offered. What was issued before stays as it is.</p>
        </InlineForm>
      )
    case 'issue':
      return (
        <InlineForm
          title={`Issue: ${title}`}
          submit="Issue"
          isBusy={issue.isPending}
          running={{ words: isStopping ? 'Stopping…' : issuingWords(progress), stop }}
          onSubmit={() => issue.mutate({ id, revision, work })}
          onCancel={forms.close}
        >
          <p>
            {heading.asAtInWords}. Its files are written, hashed and kept in the programme. This cannot be changed
            afterwards: whoever finds a mistake issues the report again, and this issue stays beside it.
          </p>
        </InlineForm>
      )
    default:
      return null
  }
}

/** A report is checked once more before anything of it is written. */
const issuingWords = (progress: { done: number; of: number; piece?: number } | null): string | null => {
  if (progress === null) return null
  const { done, of, piece } = progress
  return `${piece === 1 ? 'Checking its figures' : 'Writing its files'}, step ${done} of ${of}`
}
