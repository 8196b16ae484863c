import { useMutation } from '@tanstack/react-query'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { done } from './closureAt.ts'

const kinds = ['administrative', 'significant_operational', 'key'] as const

/** Releases under a decision what stands on the scheme beyond what was spent. */
export function ReleaseForm({ facts, forms }: ClosureProps) {
  const { authority, allocation } = facts.closure.residual
  const release = useMutation(trpc.closures.release.mutationOptions({ onError: forms.refuse('release-reference') }))
  return (
    <FieldsForm
      id="release"
      title="Release what is left"
      submit="Release under this decision"
      fields={[
        {
          kind: 'text',
          name: 'reference',
          label: 'Reference of the decision',
          longest: 60,
          ask: 'Enter the reference of the decision',
        },
        {
          kind: 'text',
          name: 'decisionTaker',
          label: 'Decision taker',
          hint: 'A role or a body',
          longest: 200,
          ask: 'Enter who decided',
        },
        {
          kind: 'choice',
          name: 'kind',
          label: 'Kind of decision',
          options: [
            { value: 'administrative', label: 'Administrative' },
            { value: 'significant_operational', label: 'Significant operational' },
            { value: 'key', label: 'Key' },
          ],
        },
        { kind: 'day', name: 'madeOn', label: 'Decided on', ask: 'Enter the day of the decision' },
        { kind: 'day', name: 'publishedOn', label: 'Published on', hint: 'Empty where it is not published' },
        {
          kind: 'choice',
          name: 'isCallInEligible',
          label: 'Open to call-in',
          options: [
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
          ],
          means: (value) => value === 'yes',
        },
        {
          kind: 'choice',
          name: 'allocationGoes',
          label: 'The allocation goes',
          options: [
            { value: 'to_programme', label: 'Back to the programme, for other schemes' },
            { value: 'out', label: 'Out of the capital programme' },
          ],
        },
        { kind: 'area', name: 'note', label: 'Note', longest: 2000 },
      ]}
      initial={{
        kind: 'administrative',
        isCallInEligible: 'no',
        allocationGoes: 'to_programme',
        madeOn: dayText(facts.asAt.day),
      }}
      forms={forms}
      isBusy={release.isPending}
      onSubmit={({ allocationGoes, madeOn, publishedOn, kind, reference, decisionTaker, isCallInEligible, note }) =>
        release.mutate(
          {
            schemeId: facts.scheme.id,
            seen: { authority, allocation },
            allocationGoes: allocationGoes === 'out' ? 'out' : 'to_programme',
            decision: {
              reference: String(reference),
              title: `Release of what is left on ${facts.scheme.name}`,
              decisionTaker: String(decisionTaker),
              kind: kinds.find((each) => each === kind) ?? 'administrative',
              madeOn: CalendarDay.parse(madeOn),
              publishedOn: publishedOn === null ? null : CalendarDay.parse(publishedOn),
              isCallInEligible: isCallInEligible === true,
              note: String(note),
            },
          },
          done(forms, 'Released under a decision'),
        )
      }
    >
      <p>
        {formatInSentence(authority)} of authority and {formatInSentence(allocation)} of allocation, as listed below,
        come off the scheme on the day on which the decision takes effect. Its plan stays as it was.
      </p>
    </FieldsForm>
  )
}
