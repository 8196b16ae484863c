import { useMutation } from '@tanstack/react-query'
import { formatInSentence } from '../../../domain/money.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { done } from './closureAt.ts'

/** Takes the orders that are outstanding off the scheme. */
export function OrdersForm({ facts, forms }: ClosureProps) {
  const { commitment } = facts.closure.residual
  const cancel = useMutation(trpc.closures.cancelOrders.mutationOptions({ onError: forms.refuse('orders-reason') }))
  return (
    <FieldsForm
      id="orders"
      title="Cancel the orders"
      submit="Cancel the orders"
      fields={[
        {
          kind: 'area',
          name: 'reason',
          label: 'Why they are cancelled',
          longest: 500,
          ask: 'Enter why they are cancelled',
        },
      ]}
      forms={forms}
      isBusy={cancel.isPending}
      onSubmit={({ reason }) =>
        cancel.mutate(
          { schemeId: facts.scheme.id, seen: commitment, reason: String(reason) },
          done(forms, 'Orders cancelled'),
        )
      }
    >
      <p>
        Orders for {formatInSentence(commitment)} are taken off the scheme. Cancel them with the supplier and in the
        finance system as well.
      </p>
    </FieldsForm>
  )
}
