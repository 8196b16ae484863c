import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Programme } from '../../../domain/programme/programme.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'
import { draftOfProgramme, readProgramme } from './programmeDraft.ts'

/** Changes the programme's name, number, years and annual allocation. */
export function ProgrammeForm({ programme, forms }: { programme: Programme; forms: FormState }) {
  const { view } = useView()
  // The unit that the amount was read and shown in stays, also when the page is switched to another.
  const [unit] = useState(view.unit)
  const [draft, setDraft] = useState(() => draftOfProgramme(programme, unit))
  const change = useMutation(trpc.programme.change.mutationOptions({ onError: forms.refuse('programme-name') }))
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const field = (key: keyof typeof draft, id: string) => ({
    id,
    value: draft[key],
    error: errorAt(forms.errors, id),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  })

  const onSubmit = () => {
    const { value, errors } = readProgramme(draft, unit)
    forms.setErrors(errors ?? [])
    if (errors) return
    change.mutate(
      { id: programme.id, revision: programme.revision, ...value },
      {
        onSuccess: () => {
          announce('Programme details changed')
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title="Change the details"
      submit="Save"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput {...field('name', 'programme-name')} label="Name" />
        <TextInput
          {...field('capitalSchemeNumber', 'programme-number')}
          label="Capital scheme number"
          description="The number under which the council’s capital programme has it"
        />
        <div className={classes.row}>
          <TextInput {...field('startYear', 'programme-start')} label="First year" />
          <TextInput {...field('endYear', 'programme-end')} label="Last year" />
        </div>
        <AmountInput
          id="programme-allocation"
          label="Allocated each year"
          description="Leave this empty if it is not stated"
          unit={unit}
          value={draft.annualAllocation}
          error={errorAt(forms.errors, 'programme-allocation')}
          onChange={(annualAllocation) => set({ annualAllocation })}
        />
      </div>
    </InlineForm>
  )
}
