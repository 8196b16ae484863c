import { useMutation } from '@tanstack/react-query'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { done } from './closureAt.ts'

/** The work is done: the closure begins. */
export function CompletionForm({ facts, forms }: ClosureProps) {
  const report = useMutation(
    trpc.closures.reportCompletion.mutationOptions({ onError: forms.refuse('completion-completedOn') }),
  )
  return (
    <FieldsForm
      id="completion"
      title="Report completion"
      submit="Report completion"
      fields={[
        { kind: 'day', name: 'completedOn', label: 'Completed on', ask: 'Enter the day on which the work was done' },
        { kind: 'area', name: 'note', label: 'What was completed', longest: 2000 },
      ]}
      initial={{ completedOn: dayText(facts.asAt.day) }}
      forms={forms}
      isBusy={report.isPending}
      onSubmit={({ completedOn, note }) =>
        report.mutate(
          { schemeId: facts.scheme.id, completedOn: CalendarDay.parse(completedOn), note: String(note) },
          done(forms, 'Completion reported'),
        )
      }
    />
  )
}
