import { Checkbox, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_FORECAST_NOTE } from '../../../domain/forecast/forecast.ts'
import { countOf } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { ForecastScheme } from './forecastFacts.ts'

const drafts = 'forecast-drafts'

/** Submits the drafts that are ticked; from then on they stay, and monitoring goes by them. */
export function SubmitForm({ schemes, forms }: { schemes: readonly ForecastScheme[]; forms: FormState }) {
  const written = schemes.flatMap(({ name, forecast }) =>
    forecast?.status === 'draft'
      ? [{ name, id: forecast.id, revision: forecast.revision, version: forecast.version }]
      : [],
  )
  const [chosen, setChosen] = useState<string[]>(() => written.map(({ id }) => id))
  const [note, setNote] = useState('')
  const submit = useMutation(trpc.forecasts.submit.mutationOptions({ onError: forms.refuse(drafts) }))
  const onSubmit = () => {
    const ticked = written.filter(({ id }) => chosen.includes(id))
    if (ticked.length === 0) {
      forms.setErrors([{ fieldId: drafts, message: 'Tick at least one forecast' }])
      return
    }
    submit.mutate(
      { forecasts: ticked.map(({ id, revision }) => ({ id, revision })), note },
      {
        onSuccess: () => {
          announce(`Submitted: ${countOf(ticked.length, 'forecast')}. Monitoring goes by them from now on`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title="Submit forecasts"
      submit="Submit"
      isBusy={submit.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <Checkbox.Group
        id={drafts}
        label="Drafts to submit"
        description="A submitted version is never changed. The next change begins the next version."
        error={errorAt(forms.errors, drafts)}
        value={chosen}
        onChange={setChosen}
      >
        {written.map(({ id, name, version }) => (
          <Checkbox key={id} value={id} label={`${name}, version ${version}`} mt="xs" />
        ))}
      </Checkbox.Group>
      <Textarea
        id="forecast-note"
        label="Note, if there is something to say"
        description="It stands beside the figures in monitoring"
        autosize
        minRows={2}
        maxLength={LONGEST_FORECAST_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
