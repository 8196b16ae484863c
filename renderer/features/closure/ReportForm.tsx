import { useMutation } from '@tanstack/react-query'
import { Id } from '../../../domain/id.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { closureAt, done } from './closureAt.ts'

/** The closure report goes to the board that accepts it. */
export function ReportForm({ facts, forms }: ClosureProps) {
  const { closure, boards } = facts.closure
  const report = useMutation(trpc.closures.report.mutationOptions({ onError: forms.refuse('closure-report-report') }))
  return (
    <FieldsForm
      id="closure-report"
      title="Closure report"
      submit="Send to the board"
      fields={[
        {
          kind: 'choice',
          name: 'boardId',
          label: 'Board',
          ask: 'Choose the board that accepts it',
          options: [
            { value: '', label: 'Choose a board' },
            ...boards.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          kind: 'area',
          name: 'report',
          label: 'Report',
          hint: 'What was delivered, how it came out in time and money, what is handed over',
          longest: 10_000,
          ask: 'Enter the report',
        },
      ]}
      forms={forms}
      isBusy={report.isPending}
      onSubmit={({ report: text, boardId }) =>
        report.mutate(
          { ...closureAt(closure), report: String(text), boardId: Id.parse(boardId) },
          done(forms, 'Closure report sent to the board'),
        )
      }
    />
  )
}
