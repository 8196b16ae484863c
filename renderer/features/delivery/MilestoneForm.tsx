import { useMutation } from '@tanstack/react-query'
import { type Milestone, MilestoneAttributes } from '../../../domain/delivery/milestone.ts'
import type { Id } from '../../../domain/id.ts'
import type { FormField } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'

const said: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Milestone', longest: 200, ask: 'Enter what is reached' },
  { kind: 'day', name: 'baselineOn', label: 'Baseline', hint: 'The day that was promised' },
  { kind: 'day', name: 'forecastOn', label: 'Forecast', hint: 'The day that is expected now' },
  { kind: 'day', name: 'actualOn', label: 'Actual', hint: 'The day on which it came' },
  { kind: 'area', name: 'note', label: 'Note', longest: 1000 },
]
const reason: FormField = {
  kind: 'text',
  name: 'reason',
  label: 'Why the baseline changes',
  hint: 'Only where it does',
  longest: 500,
}

interface MilestoneFormProps {
  /** Null for a new one. */
  milestone: Milestone | null
  schemeId: Id
  forms: FormState
}

export function MilestoneForm({ milestone, schemeId, forms }: MilestoneFormProps) {
  const options = { onError: forms.refuse('milestone-name') }
  const add = useMutation(trpc.delivery.addMilestone.mutationOptions(options))
  const change = useMutation(trpc.delivery.changeMilestone.mutationOptions(options))
  return (
    <FieldsForm
      id="milestone"
      title={milestone ? `Change: ${milestone.name}` : 'Add a milestone'}
      submit={milestone ? 'Save' : 'Add'}
      fields={milestone?.baselineOn ? [...said, reason] : said}
      initial={
        milestone
          ? {
              name: milestone.name,
              note: milestone.note,
              baselineOn: dayText(milestone.baselineOn),
              forecastOn: dayText(milestone.forecastOn),
              actualOn: dayText(milestone.actualOn),
            }
          : {}
      }
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={({ reason: why = '', ...values }) => {
        const attributes = MilestoneAttributes.parse(values)
        const onSuccess = () => {
          announce(`Saved: ${attributes.name}`)
          forms.close()
        }
        if (!milestone) return add.mutate({ schemeId, attributes }, { onSuccess })
        const { id, revision } = milestone
        change.mutate({ id, revision, attributes, reason: String(why) }, { onSuccess })
      }}
    />
  )
}
