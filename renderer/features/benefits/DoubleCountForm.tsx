import { useMutation } from '@tanstack/react-query'
import { Id } from '../../../domain/id.ts'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { BenefitRow, BenefitsFacts } from './benefitsFacts.ts'

interface DoubleCountFormProps {
  row: BenefitRow
  withId: string | undefined
  others: BenefitsFacts['benefits']
  forms: FormState
}

/** Asks whether a benefit is counted in another one too. */
export function AskDoubleCount({ row: { benefit }, withId, others, forms }: DoubleCountFormProps) {
  const ask = useMutation(trpc.benefits.askDoubleCount.mutationOptions({ onError: forms.refuse('double-withId') }))
  return (
    <FieldsForm
      id="double"
      title={`Is it counted twice: ${benefit.name}`}
      submit="Ask"
      fields={[
        {
          kind: 'choice',
          name: 'withId',
          label: 'Also counted as',
          ask: 'Choose the other benefit',
          options: [
            { value: '', label: 'Choose a benefit' },
            ...others
              .filter((each) => each.benefit.id !== benefit.id)
              .map((each) => ({ value: each.benefit.id, label: `${each.benefit.name}, ${each.scheme}` })),
          ],
        },
        {
          kind: 'area',
          name: 'question',
          label: 'What is the same',
          longest: 1000,
          ask: 'Enter what seems to be the same',
        },
      ]}
      initial={{ withId: withId ?? '' }}
      forms={forms}
      isBusy={ask.isPending}
      onSubmit={({ withId: chosen, question }) =>
        ask.mutate(
          { id: benefit.id, revision: benefit.revision, withId: Id.parse(chosen), question: String(question) },
          {
            onSuccess: () => {
              announce('Asked. Somebody else answers it')
              forms.close()
            },
          },
        )
      }
    />
  )
}

/** Answers it, as somebody other than who asked. */
export function AnswerDoubleCount({ row, forms }: { row: BenefitRow; forms: FormState }) {
  const { benefit, countedWith } = row
  const answer = useMutation(
    trpc.benefits.answerDoubleCount.mutationOptions({ onError: forms.refuse('double-answer-answer') }),
  )
  return (
    <FieldsForm
      id="double-answer"
      title={`Is it counted twice: ${benefit.name}`}
      submit="Answer"
      fields={[
        {
          kind: 'choice',
          name: 'answer',
          label: 'Answer',
          ask: 'Choose an answer',
          options: [
            { value: '', label: 'Choose an answer' },
            { value: 'counted_once', label: 'No, each is counted once' },
            { value: 'counted_twice', label: 'Yes, it is counted twice' },
          ],
        },
        { kind: 'area', name: 'note', label: 'Why', longest: 1000 },
      ]}
      forms={forms}
      isBusy={answer.isPending}
      onSubmit={({ answer: chosen, note }) =>
        answer.mutate(
          {
            id: benefit.id,
            revision: benefit.revision,
            answer: chosen === 'counted_twice' ? 'counted_twice' : 'counted_once',
            note: String(note),
          },
          {
            onSuccess: () => {
              announce('Answered')
              forms.close()
            },
          },
        )
      }
    >
      <p>
        With “{countedWith}”: {benefit.doubleCount?.question}
      </p>
    </FieldsForm>
  )
}
