import { NativeSelect, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { Theme } from '../../../domain/programme/theme.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { stageWords } from '../../lib/stageWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'
import { blankScheme, type FirstStage, firstStages, readScheme, type SchemeDraft } from './schemeDraft.ts'

interface AddSchemeFormProps {
  themes: readonly Theme[]
  startYear: StartYear
  forms: FormState
}

const stageNotes: Record<FirstStage, string> = {
  live: 'It has, or is to have, a plan and a business case.',
  idea: 'It is thought about; a plan may follow.',
  unfunded: 'It is named in the plan without any money.',
}

/** Adds schemes one after another; theme, day and stage stay for the next. */
export function AddSchemeForm({ themes, startYear, forms }: AddSchemeFormProps) {
  const { today } = useSession()
  const [draft, setDraft] = useState<SchemeDraft>(() =>
    blankScheme(themes.length === 1 ? (themes[0]?.id ?? '') : '', startYear, today),
  )
  const add = useMutation(trpc.schemes.add.mutationOptions({ onError: forms.refuse('scheme-name') }))
  const set = (part: Partial<SchemeDraft>) => setDraft({ ...draft, ...part })

  const onSubmit = () => {
    const { value, errors } = readScheme(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    add.mutate(value, {
      onSuccess: () => {
        announce(`Scheme added: ${value.attributes.name}`)
        set({ name: '', ref: '' })
        document.getElementById('scheme-name')?.focus()
      },
    })
  }

  return (
    <InlineForm
      title="Add a scheme"
      submit="Add the scheme"
      cancel="Done"
      isBusy={add.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
      takesFocus={!forms.isInitial}
    >
      <div className={classes.columns}>
        <div className={classes.fields}>
          <TextInput
            id="scheme-name"
            label="Name"
            autoComplete="off"
            value={draft.name}
            error={errorAt(forms.errors, 'scheme-name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            id="scheme-theme"
            label="Theme"
            value={draft.themeId}
            error={errorAt(forms.errors, 'scheme-theme')}
            onChange={(event) => set({ themeId: event.currentTarget.value })}
          >
            <option value="">Choose a theme</option>
            {themes.map((theme) => (
              <option key={theme.id} value={theme.id}>
                {theme.name}
              </option>
            ))}
          </NativeSelect>
          <div className={classes.row}>
            <DayField
              id="scheme-from"
              label="In this theme from"
              hint="Reports count it there from this day"
              text={draft.fromOn}
              error={errorAt(forms.errors, 'scheme-from')}
              onText={(fromOn) => set({ fromOn })}
            />
            <TextInput
              id="scheme-ref"
              label="Reference"
              description="If it has one"
              autoComplete="off"
              value={draft.ref}
              error={errorAt(forms.errors, 'scheme-ref')}
              onChange={(event) => set({ ref: event.currentTarget.value })}
            />
          </div>
        </div>
        <Radio.Group
          label="Stage"
          value={draft.lifecycle}
          onChange={(value) => set({ lifecycle: value as FirstStage })}
        >
          <div className={classes.choices}>
            {firstStages.map((stage) => (
              <Radio key={stage} value={stage} label={stageWords[stage]} description={stageNotes[stage]} />
            ))}
          </div>
        </Radio.Group>
      </div>
    </InlineForm>
  )
}
