import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorAt } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'
import { type NoticeDraft, particulars, proposedNotice, readNotice } from './noticeDraft.ts'
import classes from './Request.module.css'

/** The notice of a key decision with what regulation 9 asks for, or an exception with the agreement that it needs. */
export function NoticeForm({ facts, errors, onErrors, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision } = facts.request
  const [draft, setDraft] = useState<NoticeDraft>(() => proposedNotice(facts))
  const publish = useMutation(trpc.requests.publishNotice.mutationOptions())
  const set = (change: Partial<NoticeDraft>) => setDraft((before) => ({ ...before, ...change }))
  const isException = draft.route !== 'notice'
  const submit = () => {
    const read = readNotice(draft)
    if (read.errors) return onErrors(read.errors)
    publish.mutate(
      { id, revision, ...read.value },
      { onError: (error) => onRefused(error), onSuccess: () => onDone('Notice of the key decision published') },
    )
  }
  return (
    <InlineForm
      title="Notice of the key decision"
      submit="Publish the notice"
      isBusy={publish.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      <p className="reading">
        (a) A key decision is to be made. The letters are those of regulation 9 of SI 2012/2089. Publishing it here
        records it; it is put on the council's website there.
      </p>
      <div className={classes.fields}>
        <NativeSelect
          id="notice-route"
          label="How notice is given"
          value={draft.route}
          onChange={(event) => set({ route: event.currentTarget.value as NoticeDraft['route'] })}
          data={[
            { value: 'notice', label: 'Notice and 28 clear days' },
            { value: 'general_exception', label: 'General exception, 5 clear days (regulation 10)' },
            { value: 'special_urgency', label: 'Special urgency (regulation 11)' },
          ]}
        />
        {isException && (
          <>
            <TextInput
              id="notice-agreed-by"
              label={draft.route === 'special_urgency' ? 'Who agreed that it is urgent' : 'Who was told'}
              description="As a rule the chair of the scrutiny board"
              value={draft.agreedBy}
              error={errorAt(errors, 'notice-agreed-by')}
              onChange={(event) => set({ agreedBy: event.currentTarget.value })}
            />
            <DayField
              id="notice-agreed-on"
              label="On which day"
              text={draft.agreedOn}
              error={errorAt(errors, 'notice-agreed-on')}
              onText={(agreedOn) => set({ agreedOn })}
            />
            <Textarea
              id="notice-reason"
              label="Why it cannot wait for 28 clear days"
              autosize
              minRows={2}
              value={draft.reason}
              error={errorAt(errors, 'notice-reason')}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
          </>
        )}
        {particulars.map(({ field, label }) => (
          <Textarea
            key={field}
            id={`notice-${field}`}
            label={label}
            autosize
            minRows={1}
            value={draft[field]}
            error={errorAt(errors, `notice-${field}`)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <Checkbox
          label="(g) Other documents may be submitted"
          checked={draft.isMoreToCome}
          onChange={(event) => set({ isMoreToCome: event.currentTarget.checked })}
        />
        <ActDayField text={draft.on} errors={errors} onText={(on) => set({ on })} />
      </div>
    </InlineForm>
  )
}
