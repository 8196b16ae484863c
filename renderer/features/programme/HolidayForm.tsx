import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { FormState } from '../../lib/formState.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './programme.module.css'

interface HolidayFormProps {
  forms: FormState
  /** Shows the year of the day that was added. */
  onYear: (year: string) => void
}

/** Adds a bank holiday, or names one of the list differently. */
export function HolidayForm({ forms, onYear }: HolidayFormProps) {
  const [draft, setDraft] = useState({ on: '', name: '' })
  const set = useMutation(trpc.holidays.set.mutationOptions({ onError: forms.refuse('holiday-on') }))

  const onSubmit = () => {
    const { day, error } = readFormDay('holiday-on', draft.on, { isNeeded: true })
    const { value, errors } = readOf({ on: day as CalendarDay, name: draft.name.trim(), isHoliday: true }, [
      error,
      refuseText('holiday-name', draft.name, {
        label: 'Name',
        ask: 'Enter the name of the bank holiday',
        longest: 100,
      }),
    ])
    forms.setErrors(errors ?? [])
    if (errors) return
    set.mutate(value, {
      onSuccess: () => {
        announce(`${formatDay(value.on)} is a bank holiday`)
        onYear(value.on.slice(0, 4))
        forms.close()
      },
    })
  }

  return (
    <InlineForm
      title="Add a bank holiday"
      submit="Add the bank holiday"
      isBusy={set.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <DayField
          id="holiday-on"
          label="Day"
          text={draft.on}
          error={errorAt(forms.errors, 'holiday-on')}
          onText={(on) => setDraft({ ...draft, on })}
        />
        <TextInput
          id="holiday-name"
          label="Name"
          autoComplete="off"
          value={draft.name}
          error={errorAt(forms.errors, 'holiday-name')}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      </div>
    </InlineForm>
  )
}
