import { NativeSelect, Radio } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { StartedStage } from '../../../domain/businessCase/businessCase.ts'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { Id } from '../../../domain/id.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { OfferedLessons } from '../../ui/OfferedLessons.tsx'
import classes from './Cases.module.css'

interface StartCaseFormProps {
  schemes: readonly { id: Id; name: string }[]
  /** The scheme from which one came. */
  schemeId: Id | undefined
  forms: ReturnType<typeof useForm<{ opener: string }>>
}

const stageNotes: Record<StartedStage, string> = {
  bjc: 'One short case, for what is small or plain',
  soc: 'Whether there is a case at all',
  obc: 'Which option, and how it is bought and paid for',
  fbc: 'What is to be signed: everything is known',
}

/** Begins a draft for a scheme at a stage, and goes to its tasks. */
export function StartCaseForm({ schemes, schemeId, forms }: StartCaseFormProps) {
  const [scheme, setScheme] = useState<string>(schemeId ?? '')
  const [stage, setStage] = useState<StartedStage>('bjc')
  const chosenScheme = Id.safeParse(scheme)
  const navigate = useNavigate()
  const start = useMutation(trpc.cases.start.mutationOptions({ onError: forms.refuse('case-scheme') }))

  const onSubmit = () => {
    forms.setErrors(
      chosenScheme.success ? [] : [{ fieldId: 'case-scheme', message: 'Choose the scheme that it is for' }],
    )
    if (!chosenScheme.success) return
    start.mutate(
      { schemeId: chosenScheme.data, stage },
      {
        onSuccess: ({ value }) => {
          if (!value) return
          announce(`Business case started: ${value.title}`)
          void navigate({ to: '/cases/$id/edit', params: { id: value.id } })
        },
      },
    )
  }

  return (
    <InlineForm
      title="Start a business case"
      submit="Start"
      isBusy={start.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <NativeSelect
        id="case-scheme"
        label="Scheme"
        maw="36rem"
        value={scheme}
        error={errorAt(forms.errors, 'case-scheme')}
        onChange={(event) => setScheme(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose a scheme' }, ...schemes.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {chosenScheme.success && <OfferedLessons schemeId={chosenScheme.data} />}
      <fieldset className={classes.choices}>
        <legend>Stage</legend>
        {StartedStage.options.map((each) => (
          <Radio
            key={each}
            name="case-stage"
            label={stageTitles[each]}
            description={stageNotes[each]}
            checked={stage === each}
            onChange={() => setStage(each)}
          />
        ))}
      </fieldset>
    </InlineForm>
  )
}
