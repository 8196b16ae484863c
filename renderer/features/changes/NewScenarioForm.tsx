import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Changes.module.css'

/** A name for the copy, and what it is for. */
export function NewScenarioForm({ forms }: { forms: FormState }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const add = useMutation(
    trpc.scenarios.add.mutationOptions({
      onSuccess: async ({ value }) => {
        if (!value) return
        announce(`Scenario begun: ${value.name}`)
        await navigate({ to: '/scenarios', search: (before) => ({ ...before, id: value.id }) })
      },
      onError: forms.refuse('scenario-name'),
    }),
  )
  const onSubmit = () => {
    const errors = [
      refuseText('scenario-name', name, { label: 'Name', ask: 'Enter a name for the scenario', longest: 200 }),
      refuseText('scenario-note', note, { label: 'What it is for', longest: 2000 }),
    ].filter((error) => error !== null)
    forms.setErrors(errors)
    if (errors.length === 0) add.mutate({ name: name.trim(), note: note.trim() })
  }
  return (
    <InlineForm
      title="Begin a scenario"
      submit="Begin the scenario"
      isBusy={add.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput
          id="scenario-name"
          label="Name"
          autoComplete="off"
          value={name}
          error={errorAt(forms.errors, 'scenario-name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          id="scenario-note"
          label="What it is for"
          autosize
          minRows={2}
          value={note}
          error={errorAt(forms.errors, 'scenario-note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
