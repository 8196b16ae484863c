import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'

const fieldId = 'retire-source-on'

/** Takes a source out of use from a day. What it has funded stays. */
export function RetireSourceForm({ source, forms }: { source: FundingSource; forms: FormState }) {
  const { today } = useSession()
  const [text, setText] = useState(dayText(today))
  const retire = useMutation(trpc.sources.retire.mutationOptions({ onError: forms.refuse(fieldId) }))

  const onSubmit = () => {
    const { day, error } = readFormDay(fieldId, text, { isNeeded: true })
    forms.setErrors(error ? [error] : [])
    if (day === null) return
    retire.mutate(
      { id: source.id, revision: source.revision, retiredOn: day },
      {
        onSuccess: () => {
          announce(`${source.name} is retired from ${formatDay(day)}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`Retire ${source.name}`}
      submit="Retire the source"
      isBusy={retire.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">From that day it is no longer offered. What it has funded stays as it is.</p>
      <DayField id={fieldId} label="Retired from" text={text} error={errorAt(forms.errors, fieldId)} onText={setText} />
    </InlineForm>
  )
}
