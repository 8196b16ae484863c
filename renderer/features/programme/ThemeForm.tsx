import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Theme } from '../../../domain/programme/theme.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'
import { blankTheme, draftOfTheme, readTheme, type ThemeDraft } from './themeDraft.ts'

interface ThemeFormProps {
  /** Null adds one. */
  theme: Theme | null
  forms: FormState
}

/** Adds themes one after another, or changes one. */
export function ThemeForm({ theme, forms }: ThemeFormProps) {
  const [draft, setDraft] = useState<ThemeDraft>(theme ? draftOfTheme(theme) : blankTheme)
  const refused = { onError: forms.refuse('theme-name') }
  const add = useMutation(trpc.themes.add.mutationOptions(refused))
  const change = useMutation(trpc.themes.change.mutationOptions(refused))
  const field = (id: keyof ThemeDraft) => ({
    id: `theme-${id}`,
    value: draft[id],
    error: errorAt(forms.errors, `theme-${id}`),
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [id]: event.currentTarget.value }),
  })

  const onSubmit = () => {
    const { value, errors } = readTheme(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    if (theme === null) {
      add.mutate(value, {
        onSuccess: () => {
          announce(`Theme added: ${value.name}`)
          setDraft(blankTheme)
          document.getElementById('theme-name')?.focus()
        },
      })
    } else {
      const { isRemoved: _isRemoved, retiredOn: _retiredOn, ...before } = theme
      change.mutate(
        { ...before, ...value },
        {
          onSuccess: () => {
            announce(`Theme changed: ${value.name}`)
            forms.close()
          },
        },
      )
    }
  }

  return (
    <InlineForm
      title={theme === null ? 'Add a theme' : `Change ${theme.name}`}
      submit={theme === null ? 'Add the theme' : 'Save'}
      cancel={theme === null ? 'Done' : 'Cancel'}
      isBusy={add.isPending || change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
      takesFocus={!forms.isInitial}
    >
      <div className={classes.fields}>
        <TextInput
          {...field('name')}
          label="Name"
          description={theme && 'The old name is kept among its other names, so that old reports still match.'}
          autoComplete="off"
        />
        <Textarea
          {...field('aliases')}
          label="Other names"
          description="Names by which reports call it, one a line. Leave this empty if there are none."
          autosize
          minRows={2}
        />
        <Textarea
          {...field('objective')}
          label="Objective"
          description="What it is for, if stated."
          autosize
          minRows={2}
        />
      </div>
    </InlineForm>
  )
}
