import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { BEST_SCORE } from '../../../domain/pipeline/scoringCriteria.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Pipeline.module.css'
import type { PipelineFacts } from './pipelineFacts.ts'

interface ScoreFormProps {
  facts: PipelineFacts
  scheme: PipelineFacts['schemes'][number]
  forms: FormState
}

const scoreId = (criterionId: string) => `score-of-${criterionId}`
const reasonId = (criterionId: string) => `reason-of-${criterionId}`

/** Scores a scheme on every criterion in force, each with its reason. */
export function ScoreForm({ facts, scheme, forms }: ScoreFormProps) {
  const criteria = facts.criteria?.criteria ?? []
  const candidate = facts.candidates.find(({ schemeId }) => schemeId === scheme.id)
  const [drafts, setDrafts] = useState(() =>
    criteria.map(({ id }) => {
      const known = candidate?.scores.find(({ criterionId }) => criterionId === id)
      return { criterionId: id, score: known ? String(known.score) : '', reason: known?.reason ?? '' }
    }),
  )
  const score = useMutation(trpc.pipeline.score.mutationOptions({ onError: forms.refuse() }))
  const change = (criterionId: string, part: Partial<(typeof drafts)[number]>) =>
    setDrafts(drafts.map((draft) => (draft.criterionId === criterionId ? { ...draft, ...part } : draft)))
  const onSubmit = () => {
    const { value, errors } = readOf(
      drafts.map((draft) => ({ ...draft, score: Number(draft.score), reason: draft.reason.trim() })),
      drafts.flatMap(({ criterionId, score: chosen, reason }) => {
        const name = criteria.find(({ id }) => id === criterionId)?.name ?? ''
        return [
          chosen === '' ? { fieldId: scoreId(criterionId), message: `Choose a score for ${name}` } : null,
          refuseText(reasonId(criterionId), reason, {
            label: `Reason for ${name}`,
            ask: `Enter the reason for the score of ${name}`,
            longest: 500,
          }),
        ]
      }),
    )
    forms.setErrors(errors ?? [])
    if (!value) return
    score.mutate(
      { schemeId: scheme.id, revision: candidate?.revision ?? null, scores: value },
      {
        onSuccess: () => {
          announce(`Scored: ${scheme.name}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Score ${scheme.name}`}
      submit="Save the scores"
      isBusy={score.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.lines}>
        {criteria.map(({ id, name, guidance, weight }) => {
          const draft = drafts.find(({ criterionId }) => criterionId === id)
          return (
            <fieldset key={id} className={classes.fields}>
              <legend>
                {name}, counts {weight}
              </legend>
              <NativeSelect
                id={scoreId(id)}
                label={`Score for ${name}`}
                description={guidance || `0 is not at all, ${BEST_SCORE} the best`}
                error={errorAt(forms.errors, scoreId(id))}
                value={draft?.score ?? ''}
                data={[
                  { value: '', label: 'Choose a score' },
                  ...Array.from({ length: BEST_SCORE + 1 }, (_, value) => ({
                    value: String(value),
                    label: String(value),
                  })),
                ]}
                onChange={(event) => change(id, { score: event.currentTarget.value })}
              />
              <Textarea
                id={reasonId(id)}
                label={`Reason for ${name}`}
                autosize
                minRows={2}
                error={errorAt(forms.errors, reasonId(id))}
                value={draft?.reason ?? ''}
                onChange={(event) => change(id, { reason: event.currentTarget.value })}
              />
            </fieldset>
          )
        })}
      </div>
    </InlineForm>
  )
}
