import { useMutation } from '@tanstack/react-query'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Risk } from '../../../domain/risk/risk.ts'
import type { FormField } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'

const fields: readonly FormField[] = [
  { kind: 'area', name: 'reason', label: 'Why it is closed', longest: 2000, ask: 'Enter why it is closed' },
  { kind: 'day', name: 'on', label: 'Closed on', ask: 'Enter the day on which it was closed' },
]

/** Closes a risk with its reason. */
export function CloseRiskForm({ risk, today, forms }: { risk: Risk; today: CalendarDay; forms: FormState }) {
  const close = useMutation(trpc.risks.close.mutationOptions({ onError: forms.refuse('close-risk-reason') }))
  return (
    <FieldsForm
      id="close-risk"
      title={`Close: ${risk.title}`}
      submit="Close the risk"
      fields={fields}
      initial={{ on: dayText(today) }}
      forms={forms}
      isBusy={close.isPending}
      onSubmit={({ reason, on }) =>
        close.mutate(
          { id: risk.id, revision: risk.revision, reason: String(reason), on: CalendarDay.parse(on) },
          {
            onSuccess: () => {
              announce(`Closed: ${risk.title}`)
              forms.close()
            },
          },
        )
      }
    />
  )
}
