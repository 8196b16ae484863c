import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingForms } from './meetingForm.ts'

/** Calls a meeting off, with the reason. */
export function CancelForm({ meeting, forms }: { meeting: { id: Id; revision: number }; forms: MeetingForms }) {
  const { id, revision } = meeting
  const [reason, setReason] = useState('')
  const cancel = useMutation(
    trpc.meetings.cancel.mutationOptions({
      onSuccess: () => {
        announce('Called off')
        forms.close()
      },
      onError: forms.refuse('cancel-reason'),
    }),
  )
  const onSubmit = () => {
    const error = refuseText('cancel-reason', reason, {
      label: 'Reason',
      ask: 'Enter why it is called off',
      longest: 500,
    })
    forms.setErrors(error ? [error] : [])
    if (!error) cancel.mutate({ id, revision, reason: reason.trim() })
  }
  return (
    <InlineForm
      title="Call it off"
      submit="Call it off"
      cancel="Keep it"
      isBusy={cancel.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        What stands on its agenda can come to another one. A meeting that is called off stays so.
      </p>
      <div className={classes.fields}>
        <Textarea
          id="cancel-reason"
          label="Reason"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(forms.errors, 'cancel-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
