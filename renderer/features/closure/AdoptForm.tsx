import { useMutation } from '@tanstack/react-query'
import type { Lesson } from '../../../domain/closure/lesson.ts'
import { Id } from '../../../domain/id.ts'
import type { FormState } from '../../lib/formState.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import { done } from './closureAt.ts'

interface AdoptFormProps {
  lesson: Lesson
  schemes: readonly { id: Id; name: string }[]
  forms: FormState
}

/** Puts a scheme beside a lesson that it acts on. */
export function AdoptForm({ lesson, schemes, forms }: AdoptFormProps) {
  const adopt = useMutation(trpc.lessons.adopt.mutationOptions({ onError: forms.refuse('adopt-schemeId') }))
  const others = schemes.filter(({ id }) => id !== lesson.schemeId)
  return (
    <FieldsForm
      id="adopt"
      title={`A scheme acts on it: ${lesson.title}`}
      submit="Put it beside the lesson"
      fields={[
        {
          kind: 'choice',
          name: 'schemeId',
          label: 'Scheme',
          ask: 'Choose the scheme',
          options: [
            { value: '', label: 'Choose a scheme' },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
      ]}
      forms={forms}
      isBusy={adopt.isPending}
      onSubmit={({ schemeId }) =>
        adopt.mutate({ id: lesson.id, revision: lesson.revision, schemeId: Id.parse(schemeId) }, done(forms, 'Saved'))
      }
    />
  )
}
