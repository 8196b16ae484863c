import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import type { Theme } from '../../../domain/programme/theme.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'
import { readMove } from './schemeDraft.ts'

interface MoveSchemeFormProps {
  scheme: Scheme
  /** The theme that it is in now; undefined for none. */
  themeName: string | undefined
  themes: readonly Theme[]
  forms: FormState
}

/** Moves a scheme to another theme from a day. */
export function MoveSchemeForm({ scheme, themeName, themes, forms }: MoveSchemeFormProps) {
  const { today } = useSession()
  const [draft, setDraft] = useState({ themeId: '', fromOn: dayText(today) })
  const move = useMutation(trpc.schemes.move.mutationOptions({ onError: forms.refuse('move-from') }))

  const onSubmit = () => {
    const { value, errors } = readMove(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    const theme = themes.find((each) => each.id === value.themeId)?.name ?? ''
    move.mutate(
      { schemeId: scheme.id, ...value },
      {
        onSuccess: () => {
          announce(`${scheme.name} is in ${theme} from ${formatDay(value.fromOn)}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`Move ${scheme.name}`}
      submit="Move the scheme"
      isBusy={move.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        {themeName === undefined ? 'It is in no theme today.' : `It is in ${themeName} today.`} Reports of days before
        the move keep the theme of their day. Its plan moves with it; allocation and authority given to a theme stay
        there.
      </p>
      <div className={classes.fields}>
        <NativeSelect
          id="move-theme"
          label="New theme"
          value={draft.themeId}
          error={errorAt(forms.errors, 'move-theme')}
          onChange={(event) => setDraft({ ...draft, themeId: event.currentTarget.value })}
        >
          <option value="">Choose a theme</option>
          {themes.map((theme) => (
            <option key={theme.id} value={theme.id}>
              {theme.name}
            </option>
          ))}
        </NativeSelect>
        <DayField
          id="move-from"
          label="From"
          text={draft.fromOn}
          error={errorAt(forms.errors, 'move-from')}
          onText={(fromOn) => setDraft({ ...draft, fromOn })}
        />
      </div>
    </InlineForm>
  )
}
