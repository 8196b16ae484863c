import { useMutation } from '@tanstack/react-query'
import { type Dependency, DependencyAttributes } from '../../../domain/delivery/dependency.ts'
import type { Id } from '../../../domain/id.ts'
import { type FormField, orNone } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { DeliveryFacts } from './deliveryFacts.ts'

interface DependencyFormProps {
  /** Null for a new one. */
  dependency: Dependency | null
  schemeId: Id
  milestones: DeliveryFacts['otherMilestones']
  forms: FormState
}

export function DependencyForm({ dependency, schemeId, milestones, forms }: DependencyFormProps) {
  const options = { onError: forms.refuse('dependency-what') }
  const add = useMutation(trpc.delivery.addDependency.mutationOptions(options))
  const change = useMutation(trpc.delivery.changeDependency.mutationOptions(options))
  return (
    <FieldsForm
      id="dependency"
      title={dependency ? `Change: ${dependency.what}` : 'Add a dependency'}
      submit={dependency ? 'Save' : 'Add'}
      fields={fieldsWith(milestones)}
      initial={
        dependency
          ? {
              what: dependency.what,
              milestoneId: dependency.milestoneId ?? '',
              givenBy: dependency.givenBy,
              owner: dependency.owner,
              neededOn: dayText(dependency.neededOn),
              expectedOn: dayText(dependency.expectedOn),
              metOn: dayText(dependency.metOn),
            }
          : {}
      }
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={(values) => {
        const attributes = DependencyAttributes.parse(values)
        const onSuccess = () => {
          announce(`Saved: ${attributes.what}`)
          forms.close()
        }
        if (!dependency) return add.mutate({ schemeId, attributes }, { onSuccess })
        change.mutate({ id: dependency.id, revision: dependency.revision, attributes }, { onSuccess })
      }}
    />
  )
}

const fieldsWith = (milestones: DeliveryFacts['otherMilestones']): readonly FormField[] => [
  { kind: 'text', name: 'what', label: 'What is needed', longest: 300, ask: 'Enter what is needed' },
  {
    kind: 'choice',
    name: 'milestoneId',
    label: 'Milestone of another scheme',
    options: [
      { value: '', label: 'None, it comes from outside' },
      ...milestones.map(({ id, name, scheme }) => ({ value: id, label: `${scheme}: ${name}` })),
    ],
    means: orNone,
  },
  { kind: 'text', name: 'givenBy', label: 'From whom', hint: 'Where no milestone is chosen', longest: 200 },
  { kind: 'text', name: 'owner', label: 'Owner', hint: 'An office, for example Scheme lead', longest: 200 },
  { kind: 'day', name: 'neededOn', label: 'Needed by' },
  { kind: 'day', name: 'expectedOn', label: 'Expected on', hint: 'Where no milestone is chosen' },
  { kind: 'day', name: 'metOn', label: 'Met on' },
]
