import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ExemptReason, refuseExemptReason } from './ExemptReason.tsx'
import type { MeetingItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'

interface ExemptFormProps {
  meeting: { id: Id; revision: number }
  item: MeetingItem
  forms: MeetingForms
}

/** Keeps an item from the public, with the paragraph of the law and why. */
export function ExemptForm({ meeting, item, forms }: ExemptFormProps) {
  const [reason, setReason] = useState(item.exemptReason)
  const exempt = useMutation(
    trpc.meetings.setExemption.mutationOptions({
      onSuccess: () => {
        announce(`Exempt: ${item.title}`)
        forms.close()
      },
      onError: forms.refuse('exempt-reason'),
    }),
  )
  const onSubmit = () => {
    const error = refuseExemptReason(reason)
    forms.setErrors(error ? [error] : [])
    if (!error) exempt.mutate({ ...meeting, itemId: item.id, reason: reason.trim() })
  }
  return (
    <InlineForm
      title={`Make exempt: ${item.title}`}
      submit="Make it exempt"
      isBusy={exempt.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <ExemptReason reason={reason} errors={forms.errors} onReason={setReason} />
    </InlineForm>
  )
}
