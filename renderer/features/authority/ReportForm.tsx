import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDeadline } from '../../lib/format.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'

/** The day on which the report was published that the decision will be made on. */
export function ReportForm({ facts, errors, onErrors, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision } = facts.request
  const [day, setDay] = useState('')
  const publish = useMutation(trpc.requests.publishReport.mutationOptions())
  const due = facts.clock.steps.find(({ step }) => step === 'report')
  const submit = () => {
    const on = readFormDay('act-on', day)
    if (on.error) return onErrors([on.error])
    publish.mutate(
      { id, revision, on: on.day },
      { onError: (error) => onRefused(error), onSuccess: () => onDone('Report published') },
    )
  }
  return (
    <InlineForm
      title="Report"
      submit="Record that the report is published"
      isBusy={publish.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      {due && (
        <p className="reading">
          It is due by {formatDeadline(due.on)}: {due.reason.toLowerCase()}.
        </p>
      )}
      <ActDayField text={day} errors={errors} onText={setDay} />
    </InlineForm>
  )
}
