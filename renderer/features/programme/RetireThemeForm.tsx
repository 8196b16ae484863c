import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { Theme } from '../../../domain/programme/theme.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'

interface RetireThemeFormProps {
  theme: Theme
  forms: FormState
}

const dayField = 'retired-on'

/** Takes a theme out of use from a day; it stays in reports of earlier days. */
export function RetireThemeForm({ theme, forms }: RetireThemeFormProps) {
  const { today } = useSession()
  const [text, setText] = useState(dayText(today))
  const retire = useMutation(trpc.themes.retire.mutationOptions({ onError: forms.refuse(dayField) }))

  const onSubmit = () => {
    const { day, error } = readFormDay(dayField, text, { isNeeded: true })
    forms.setErrors(error ? [error] : [])
    if (day === null) return
    retire.mutate(
      { id: theme.id, revision: theme.revision, retiredOn: day },
      {
        onSuccess: () => {
          announce(`Theme retired from ${formatDay(day)}: ${theme.name}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`Retire ${theme.name}`}
      submit="Retire the theme"
      isBusy={retire.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        From this day no scheme can be put under it. Its figures stay, and reports of earlier days still show it. Move
        its schemes to another theme first.
      </p>
      <div className={classes.fields}>
        <DayField
          id={dayField}
          label="Retired from"
          text={text}
          error={errorAt(forms.errors, dayField)}
          onText={setText}
        />
      </div>
    </InlineForm>
  )
}
