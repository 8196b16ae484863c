import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { LONGEST_REOPENING_REASON } from '../../../domain/period/periodStatus.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { PeriodLine } from './periodFacts.ts'

interface ReopenFormProps {
  period: PeriodLine
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
  onRefused: (error: unknown) => void
  onDone: (words: string) => void
  onCancel: () => void
}

/** Asks for a closed period to be opened again; somebody else agrees or not. */
export function ReopenForm({ period, errors, onErrors, onRefused, onDone, onCancel }: ReopenFormProps) {
  const [reason, setReason] = useState('')
  const ask = useMutation(trpc.periods.askToReopen.mutationOptions())
  const submit = () => {
    const error = refuseText('reopen-reason', reason, {
      label: 'Reason',
      ask: 'Enter why it has to be opened again',
      longest: LONGEST_REOPENING_REASON,
    })
    if (error) return onErrors([error])
    ask.mutate(
      { id: Id.parse(period.id), revision: period.revision ?? 1, reason: reason.trim() },
      {
        onError: onRefused,
        onSuccess: () => onDone(`Asked to open ${period.name} again. Somebody else agrees or not`),
      },
    )
  }
  return (
    <InlineForm
      title={`Ask to open ${period.name} again`}
      submit="Ask"
      isBusy={ask.isPending}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <p className="reading">
        A mistake is put right by an adjustment in an open period. Ask for this only where the period itself has to
        change: it alters what was reported for it.
      </p>
      <Textarea
        id="reopen-reason"
        label="Why it has to be opened again"
        autosize
        minRows={2}
        value={reason}
        error={errorAt(errors, 'reopen-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
