import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Lifecycle, type Scheme } from '../../../domain/programme/scheme.ts'
import { canMoveTo, isByClosure } from '../../../domain/programme/schemeLifecycle.ts'
import { errorAt } from '../../lib/readText.ts'
import { stageWords } from '../../lib/stageWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { OverviewForms } from './overviewForm.ts'

/** Takes the scheme to a stage that can follow. Cancelling is refused while money still stands on it. */
export function StageForm({ scheme, forms }: { scheme: Scheme; forms: OverviewForms }) {
  const next = Lifecycle.options.filter((stage) => canMoveTo(scheme.lifecycle, stage) && !isByClosure(stage))
  const [stage, setStage] = useState('')
  const change = useMutation(trpc.schemes.changeLifecycle.mutationOptions({ onError: forms.refuse('stage') }))

  const onSubmit = () => {
    const chosen = Lifecycle.safeParse(stage)
    if (!chosen.success) return forms.setErrors([{ fieldId: 'stage', message: 'Choose the stage that follows' }])
    forms.setErrors([])
    change.mutate(
      { id: scheme.id, revision: scheme.revision, lifecycle: chosen.data },
      {
        onSuccess: () => {
          announce(`${scheme.name} is now: ${stageWords[chosen.data].toLowerCase()}`)
          forms.close()
        },
      },
    )
  }

  if (next.length === 0)
    return <p>{stageWords[scheme.lifecycle]} is the end of a scheme. Undo the last change if it was a mistake.</p>
  return (
    <InlineForm
      title="Change the stage"
      submit="Change the stage"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <NativeSelect
        id="stage"
        label="Next stage"
        description={`It is ${stageWords[scheme.lifecycle].toLowerCase()} now. Before a scheme is cancelled, what is left on it is released under a decision; it is completed and closed under Closure.`}
        maw="30rem"
        value={stage}
        error={errorAt(forms.errors, 'stage')}
        onChange={(event) => setStage(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a stage' },
          ...next.map((each) => ({ value: each, label: stageWords[each] })),
        ]}
      />
    </InlineForm>
  )
}
