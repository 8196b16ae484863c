import { useMutation } from '@tanstack/react-query'
import { nextEvents } from '../../../domain/benefit/benefitActs.ts'
import { benefitEventWords, benefitStateWords } from '../../../domain/benefit/benefitWords.ts'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { BenefitRow } from './benefitsFacts.ts'

/** Takes a benefit to its next state; a step that needs a reason asks for it. */
export function MoveForm({ benefit, forms }: { benefit: BenefitRow['benefit']; forms: FormState }) {
  const move = useMutation(trpc.benefits.move.mutationOptions({ onError: forms.refuse('benefit-move-event') }))
  const events = nextEvents(benefit.status)
  return (
    <FieldsForm
      id="benefit-move"
      title={`Next step: ${benefit.name}`}
      submit="Take the step"
      fields={[
        {
          kind: 'choice',
          name: 'event',
          label: 'Step',
          hint: `It is ${benefitStateWords[benefit.status].toLowerCase()} now. A step cannot be undone.`,
          ask: 'Choose the step',
          options: [
            { value: '', label: 'Choose a step' },
            ...events.map((event) => ({ value: event, label: benefitEventWords[event] })),
          ],
        },
        {
          kind: 'area',
          name: 'reason',
          label: 'Why',
          hint: 'Needed where targets are opened again, and where less came of it',
          longest: 2000,
        },
      ]}
      forms={forms}
      isBusy={move.isPending}
      onSubmit={({ event: chosen, reason }) => {
        const event = events.find((each) => each === chosen)
        if (event === undefined || event === 'track') return
        move.mutate(
          { id: benefit.id, revision: benefit.revision, event, reason: String(reason) },
          {
            onSuccess: ({ value }) => {
              announce(`${benefit.name} is now: ${value ? benefitStateWords[value.status].toLowerCase() : 'unchanged'}`)
              forms.close()
            },
          },
        )
      }}
    />
  )
}
