import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActionList } from './ActionList.tsx'
import { ActionRows } from './ActionRows.tsx'
import { actionDrafts, readActions } from './actionDraft.ts'
import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { minutesFromRecord } from './minutesFromRecord.ts'

/** The minutes and the list of actions: written until the record is confirmed, read after that. */
export function MinutesPart({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting } = facts
  const mayWrite = useMayDo('meeting') && meeting.status === 'agenda_published'
  if (facts.areMinutesWithheld) {
    return (
      <EmptyState>
        Something on this agenda is exempt and not for you to read, and so are the minutes and actions of the meeting.
      </EmptyState>
    )
  }
  return (
    <>
      {mayWrite ? (
        <MinutesForm facts={facts} forms={forms} />
      ) : meeting.minutes === '' ? (
        <EmptyState>
          No minutes {meeting.status === 'confirmed' ? 'were written' : 'yet'}. The board secretary writes them while
          the record is open.
        </EmptyState>
      ) : (
        <p className={`${classes.paper} ${classes.paperText}`}>{meeting.minutes}</p>
      )}
      <ActionList facts={facts} forms={forms} />
    </>
  )
}

function MinutesForm({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { id, minutes, actions } = facts.meeting
  // What it was as the writing began, so that somebody else's text is never overwritten unseen.
  const [were, setWere] = useState({ minutes, actions })
  const [text, setText] = useState(minutes)
  const [drafts, setDrafts] = useState(() => actionDrafts(actions))
  const write = useMutation(
    trpc.meetings.writeMinutes.mutationOptions({
      onSuccess: ({ value }) => {
        forms.setErrors([])
        announce('Minutes saved')
        if (!value) return
        setWere({ minutes: value.minutes, actions: value.actions })
        setDrafts(actionDrafts(value.actions))
      },
      onError: forms.refuse('minutes-text'),
    }),
  )
  const onSubmit = () => {
    const read = readActions(drafts)
    const errors = [
      ...(text.length > 50_000
        ? [{ fieldId: 'minutes-text', message: 'Minutes must be 50,000 characters or fewer' }]
        : []),
      ...(read.errors ?? []),
    ]
    forms.setErrors(errors)
    if (errors.length === 0 && read.value) write.mutate({ id, minutes: text, actions: read.value, were })
  }
  return (
    <InlineForm
      title="Minutes"
      submit="Save the minutes"
      isBusy={write.isPending}
      onSubmit={onSubmit}
      takesFocus={false}
    >
      <div className={classes.fields}>
        <Textarea
          id="minutes-text"
          label="Text"
          autosize
          minRows={6}
          value={text}
          error={forms.errors.find(({ fieldId }) => fieldId === 'minutes-text')?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() === '' && (
          <div className={classes.acts}>
            <Button variant="default" onClick={() => setText(minutesFromRecord(facts))}>
              Begin from the record
            </Button>
          </div>
        )}
        <ActionRows drafts={drafts} errors={forms.errors} onDrafts={setDrafts} />
      </div>
    </InlineForm>
  )
}
