import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { PeopleData, Person } from './PeopleScreen.tsx'

const dayField = 'person-ends-on'

/** Ends a person's time on the programme, or lets them back; what they did stays under their title. */
export function EndPersonForm({ person, data, forms }: { person: Person; data: PeopleData; forms: FormState }) {
  const { id, revision, title } = person
  const isEnded = person.endedOn !== null
  const [text, setText] = useState(dayText(data.today))
  const end = useMutation(trpc.people.end.mutationOptions({ onError: forms.refuse(isEnded ? undefined : dayField) }))

  const onSubmit = () => {
    const { day, error } = readFormDay(dayField, text, { isNeeded: true })
    forms.setErrors(error && !isEnded ? [error] : [])
    if (!isEnded && day === null) return
    end.mutate(
      { id, revision, endedOn: isEnded ? null : day },
      {
        onSuccess: () => {
          announce(isEnded || day === null ? `${title} may sign in again` : `${title} ends on ${formatDay(day)}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={isEnded ? `Let ${title} back` : `End ${title}`}
      submit={isEnded ? 'Let the person back' : 'End the person'}
      isBusy={end.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      {isEnded ? (
        <p className="reading">They may act again in the roles that still last.</p>
      ) : (
        <>
          <p className="reading">What they did stays on record under their title. A session that is open ends.</p>
          <DayField
            id={dayField}
            label="Last day"
            hint="Yesterday at the earliest: then they are out at once"
            text={text}
            error={errorAt(forms.errors, dayField)}
            onText={setText}
          />
        </>
      )}
    </InlineForm>
  )
}
