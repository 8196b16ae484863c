import { useMutation } from '@tanstack/react-query'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatInSentence, formatMoney, Pence } from '../../../domain/money.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { closureAt, done } from './closureAt.ts'

/** Finance says what the work cost in the end. */
export function AccountForm({ facts, forms }: ClosureProps) {
  const { closure, spent } = facts.closure
  const agree = useMutation(
    trpc.closures.agreeAccount.mutationOptions({ onError: forms.refuse('account-finalAccount') }),
  )
  return (
    <FieldsForm
      id="account"
      title="Agree the final account"
      submit="Agree the final account"
      fields={[
        {
          kind: 'amount',
          name: 'finalAccount',
          label: 'Final account',
          ask: 'Enter the final account, even if it is 0',
        },
        { kind: 'day', name: 'on', label: 'Agreed on', ask: 'Enter the day on which it was agreed' },
        {
          kind: 'area',
          name: 'note',
          label: 'Why it differs from what was spent',
          hint: 'Only where it does',
          longest: 2000,
        },
      ]}
      initial={{ finalAccount: formatMoney(spent, '£', { pence: spent % 100 !== 0 }), on: dayText(facts.asAt.day) }}
      forms={forms}
      isBusy={agree.isPending}
      onSubmit={({ finalAccount, on, note }) =>
        agree.mutate(
          {
            ...closureAt(closure),
            finalAccount: Pence.parse(finalAccount),
            on: CalendarDay.parse(on),
            note: String(note),
          },
          done(forms, 'Final account agreed'),
        )
      }
    >
      <p>{formatInSentence(spent)} was spent on the scheme so far.</p>
    </FieldsForm>
  )
}
