import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDeadline } from '../../lib/format.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'

/** A call-in that was received while the window is open. */
export function CallInForm({ facts, errors, onErrors, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision } = facts.request
  const [draft, setDraft] = useState({ signatories: '', grounds: '', scrutinyBoard: '', hearingOn: '', on: '' })
  const call = useMutation(trpc.requests.callIn.mutationOptions())
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const submit = () => {
    const [on, hearing] = [readFormDay('act-on', draft.on), readFormDay('call-in-hearing', draft.hearingOn)]
    const found = [
      refuseText('call-in-signatories', draft.signatories, {
        label: 'Who calls it in',
        ask: 'Enter who calls it in, by office',
        longest: 2000,
      }),
      refuseText('call-in-grounds', draft.grounds, {
        label: 'Grounds',
        ask: 'Enter the grounds of the call-in',
        longest: 5000,
      }),
      refuseText('call-in-board', draft.scrutinyBoard, {
        label: 'Scrutiny board',
        ask: 'Enter which scrutiny board hears it',
        longest: 200,
      }),
      hearing.error,
      on.error,
    ].filter((error) => error !== null)
    if (found.length > 0) return onErrors(found)
    call.mutate(
      {
        id,
        revision,
        on: on.day,
        signatories: draft.signatories.trim(),
        grounds: draft.grounds.trim(),
        scrutinyBoard: draft.scrutinyBoard.trim(),
        hearingOn: hearing.day,
      },
      { onError: (error) => onRefused(error), onSuccess: () => onDone('Decision called in') },
    )
  }
  return (
    <InlineForm
      title="Call-in"
      submit="Record the call-in"
      isBusy={call.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      {facts.callInClosesOn && (
        <p className="reading">The window closes on {formatDeadline(facts.callInClosesOn)}, at the end of the day.</p>
      )}
      <div className={classes.fields}>
        <Textarea
          id="call-in-signatories"
          label="Who calls it in"
          description="By office, one a line"
          autosize
          minRows={2}
          value={draft.signatories}
          error={errorAt(errors, 'call-in-signatories')}
          onChange={(event) => set({ signatories: event.currentTarget.value })}
        />
        <Textarea
          id="call-in-grounds"
          label="Grounds"
          autosize
          minRows={2}
          value={draft.grounds}
          error={errorAt(errors, 'call-in-grounds')}
          onChange={(event) => set({ grounds: event.currentTarget.value })}
        />
        <TextInput
          id="call-in-board"
          label="Scrutiny board"
          value={draft.scrutinyBoard}
          error={errorAt(errors, 'call-in-board')}
          onChange={(event) => set({ scrutinyBoard: event.currentTarget.value })}
        />
        <DayField
          id="call-in-hearing"
          label="Hearing"
          hint="Where it is known already, for example 3 September 2020"
          text={draft.hearingOn}
          error={errorAt(errors, 'call-in-hearing')}
          onText={(hearingOn) => set({ hearingOn })}
        />
        <ActDayField text={draft.on} errors={errors} onText={(on) => set({ on })} />
      </div>
    </InlineForm>
  )
}
