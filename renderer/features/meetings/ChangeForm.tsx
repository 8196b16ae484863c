import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingForms } from './meetingForm.ts'

interface ChangeFormProps {
  meeting: { id: Id; revision: number; heldOn: CalendarDay; venue: string }
  forms: MeetingForms
}

/** Moves a meeting to another day or place. */
export function ChangeForm({ meeting, forms }: ChangeFormProps) {
  const { id, revision } = meeting
  const [day, setDay] = useState(dayText(meeting.heldOn))
  const [venue, setVenue] = useState(meeting.venue)
  const change = useMutation(
    trpc.meetings.change.mutationOptions({
      onSuccess: () => {
        announce('Day and place changed')
        forms.close()
      },
      onError: forms.refuse('meeting-day'),
    }),
  )
  const onSubmit = () => {
    const read = readFormDay('meeting-day', day, { isNeeded: true })
    const long = refuseText('meeting-venue', venue, { label: 'Place', longest: 200 })
    const errors = [read.error, long].filter((error) => error !== null)
    forms.setErrors(errors)
    if (errors.length === 0 && read.day) change.mutate({ id, revision, heldOn: read.day, venue: venue.trim() })
  }
  return (
    <InlineForm
      title="Change day or place"
      submit="Save"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <DayField
          id="meeting-day"
          label="Day"
          text={day}
          error={errorAt(forms.errors, 'meeting-day')}
          onText={setDay}
        />
        <TextInput
          id="meeting-venue"
          label="Place"
          autoComplete="off"
          value={venue}
          error={errorAt(forms.errors, 'meeting-venue')}
          onChange={(event) => setVenue(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
