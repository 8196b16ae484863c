import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { Organisation } from '../../../domain/programme/organisation.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'

interface EndOrganisationFormProps {
  organisation: Organisation
  /** The day that its successor's first day makes likely. */
  lastOn: CalendarDay | null
  forms: FormState
}

const dayField = 'ends-on'

/** Ends an organisation on a day; what it decided and did stays. */
export function EndOrganisationForm({ organisation, lastOn, forms }: EndOrganisationFormProps) {
  const [text, setText] = useState(dayText(lastOn))
  const change = useMutation(trpc.organisations.change.mutationOptions({ onError: forms.refuse(dayField) }))

  const onSubmit = () => {
    const { day, error } = readFormDay(dayField, text, { isNeeded: true })
    forms.setErrors(error ? [error] : [])
    if (day === null) return
    const { isRemoved: _isRemoved, ...before } = organisation
    change.mutate(
      { ...before, validToOn: day },
      {
        onSuccess: () => {
          announce(`${organisation.name} ends on ${formatDay(day)}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`End ${organisation.name}`}
      submit="End the organisation"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">It stays in the list and in what it decided. A body that follows it can be added.</p>
      <DayField id={dayField} label="Last day" text={text} error={errorAt(forms.errors, dayField)} onText={setText} />
    </InlineForm>
  )
}
