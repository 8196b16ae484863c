import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { findFailure } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Authority.module.css'
import type { RegisterFacts } from './registerFacts.ts'
import { blankStart, readStart, type StartDraft } from './startDraft.ts'

interface StartRequestFormProps {
  facts: RegisterFacts
  forms: ReturnType<typeof useForm<{ opener: string }>>
}

/** Begins a request with what is planned and has no authority yet. */
export function StartRequestForm({ facts, forms }: StartRequestFormProps) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState<StartDraft>(blankStart)
  const start = useMutation(trpc.requests.start.mutationOptions())
  const set = (change: Partial<StartDraft>) => setDraft((before) => ({ ...before, ...change }))
  const { errors } = forms

  const submit = () => {
    const read = readStart(draft)
    if (read.errors) return forms.setErrors(read.errors)
    start.mutate(read.value, {
      onError: (error) =>
        forms.refuse(findFailure(error)?.code === 'name-taken' ? 'request-reference' : undefined)(error),
      onSuccess: ({ value }) => {
        if (!value) return
        announce(`Request begun: ${value.reference}`)
        void navigate({ to: '/authority/$id', params: { id: value.id } })
      },
    })
  }
  return (
    <InlineForm
      title="Ask for authority"
      submit="Begin the request"
      isBusy={start.isPending}
      onSubmit={submit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput
          id="request-reference"
          label="Reference"
          maw="16rem"
          value={draft.reference}
          error={errorAt(errors, 'request-reference')}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <TextInput
          id="request-title"
          label="What the authority is for"
          value={draft.title}
          error={errorAt(errors, 'request-title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Autocomplete
          id="request-taker"
          label="Decision taker"
          description="The office that decides. It can be said later"
          data={facts.decisionTakers}
          value={draft.decisionTaker}
          error={errorAt(errors, 'request-taker')}
          onChange={(decisionTaker) => set({ decisionTaker })}
        />
        <DayField
          id="request-due"
          label="Decision due"
          hint="The day on which the decision is wanted, for example 20 August 2020"
          text={draft.dueOn}
          error={errorAt(errors, 'request-due')}
          onText={(dueOn) => set({ dueOn })}
        />
        <NativeSelect
          id="request-lines"
          label="Lines"
          description="Proposed from what is planned and has no authority yet"
          value={draft.linesBy}
          onChange={(event) => set({ linesBy: event.currentTarget.value as StartDraft['linesBy'] })}
          data={[
            { value: 'scheme', label: 'One for each scheme and year' },
            { value: 'theme', label: 'One for each theme and year' },
            { value: 'nothing', label: 'None, I enter them' },
          ]}
        />
      </div>
    </InlineForm>
  )
}
