import { Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ExemptReason, refuseExemptReason } from './ExemptReason.tsx'
import classes from './Meetings.module.css'
import type { MeetingForms } from './meetingForm.ts'

/** Puts something on the agenda that is no business case: a report, a note, an election. */
export function BusinessForm({ meeting, forms }: { meeting: { id: Id; revision: number }; forms: MeetingForms }) {
  const [title, setTitle] = useState('')
  const [isExempt, setExempt] = useState(false)
  const [exemptReason, setReason] = useState('')
  const add = useMutation(
    trpc.meetings.addItem.mutationOptions({
      onSuccess: () => {
        announce(`On the agenda: ${title.trim()}`)
        forms.close()
      },
      onError: forms.refuse('business-title'),
    }),
  )
  const onSubmit = () => {
    const read = readOf({ title: title.trim(), isExempt, exemptReason: isExempt ? exemptReason.trim() : '' }, [
      refuseText('business-title', title, {
        label: 'Title',
        ask: 'Enter what the board is to consider',
        longest: 300,
      }),
      isExempt ? refuseExemptReason(exemptReason) : null,
    ])
    forms.setErrors(read.errors ?? [])
    if (read.value) add.mutate({ ...meeting, subjectKind: 'other', subjectId: null, ...read.value })
  }
  return (
    <InlineForm
      title="Add other business"
      submit="Add to the agenda"
      isBusy={add.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput
          id="business-title"
          label="What the board is to consider"
          autoComplete="off"
          value={title}
          error={errorAt(forms.errors, 'business-title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Checkbox
          label="Exempt: not for the public"
          checked={isExempt}
          onChange={(event) => setExempt(event.currentTarget.checked)}
        />
        {isExempt && <ExemptReason reason={exemptReason} errors={forms.errors} onReason={setReason} />}
      </div>
    </InlineForm>
  )
}
