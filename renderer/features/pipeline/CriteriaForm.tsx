import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import { focusLater } from '../../lib/focusLater.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { type CriterionDraft, criterionField, draftOfCriteria, readCriteria } from './criteriaDraft.ts'
import classes from './Pipeline.module.css'
import type { PipelineFacts } from './pipelineFacts.ts'

/** Lays down what schemes are scored on from a day, beginning from what is in force. */
export function CriteriaForm({ facts, forms }: { facts: PipelineFacts; forms: FormState }) {
  const { today } = useSession()
  const [draft, setDraft] = useState(() => draftOfCriteria(facts.criteria, today))
  const setCriteria = useMutation(trpc.pipeline.setCriteria.mutationOptions({ onError: forms.refuse('criteria-from') }))
  const change = (key: string, part: Partial<CriterionDraft>) =>
    setDraft({ ...draft, criteria: draft.criteria.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  const add = () => {
    const key = String(Math.max(0, ...draft.criteria.map((each) => Number(each.key))) + 1)
    setDraft({ ...draft, criteria: [...draft.criteria, { key, id: null, name: '', guidance: '', weight: '1' }] })
    focusLater(criterionField(key, 'name'))
  }
  const onSubmit = () => {
    const { value, errors } = readCriteria(draft)
    forms.setErrors(errors ?? [])
    if (!value) return
    setCriteria.mutate(value, {
      onSuccess: () => {
        announce(`Criteria are laid down from ${formatDay(value.fromOn)}`)
        forms.close()
      },
    })
  }
  return (
    <InlineForm
      title="Lay down criteria"
      submit="Lay down the criteria"
      isBusy={setCriteria.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.lines}>
        <DayField
          id="criteria-from"
          label="In force from"
          text={draft.fromOn}
          error={errorAt(forms.errors, 'criteria-from')}
          onText={(fromOn) => setDraft({ ...draft, fromOn })}
        />
        <TextInput
          id="criteria-source"
          label="Where they are laid down"
          autoComplete="off"
          value={draft.source}
          error={errorAt(forms.errors, 'criteria-source')}
          onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
        />
        {draft.criteria.map((criterion, at) => {
          const { key } = criterion
          const field = (name: 'name' | 'guidance' | 'weight') => ({
            id: criterionField(key, name),
            value: criterion[name],
            error: errorAt(forms.errors, criterionField(key, name)),
            onChange: (event: { currentTarget: { value: string } }) =>
              change(key, { [name]: event.currentTarget.value }),
          })
          return (
            <fieldset key={key} className={classes.fields}>
              <legend>Criterion {at + 1}</legend>
              <TextInput {...field('name')} label={`Name ${at + 1}`} autoComplete="off" />
              <TextInput
                {...field('weight')}
                label={`Weight ${at + 1}, 1 to 100`}
                inputMode="numeric"
                autoComplete="off"
              />
              <Textarea {...field('guidance')} label={`What a high score means ${at + 1}`} autosize minRows={1} />
              <div>
                <Button
                  variant="default"
                  aria-label={`Remove criterion ${at + 1}`}
                  onClick={() => setDraft({ ...draft, criteria: draft.criteria.filter((each) => each.key !== key) })}
                >
                  Remove
                </Button>
              </div>
            </fieldset>
          )
        })}
        <div>
          <Button variant="default" onClick={add}>
            Add a criterion
          </Button>
        </div>
      </div>
    </InlineForm>
  )
}
