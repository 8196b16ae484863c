import { useMutation } from '@tanstack/react-query'
import { isNothing } from '../../../domain/closure/residual.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { done } from './closureAt.ts'

/** Cancels the scheme, once nothing is left on it (R32). */
export function CancelForm({ facts, forms }: ClosureProps) {
  const { scheme, closure } = facts
  const { commitment, authority, allocation } = closure.residual
  const cancel = useMutation(trpc.schemes.changeLifecycle.mutationOptions({ onError: forms.refuse() }))
  return (
    <InlineForm
      title="Cancel the scheme"
      submit="Cancel the scheme"
      cancel="Keep the scheme"
      isBusy={cancel.isPending}
      onSubmit={() =>
        cancel.mutate(
          { id: scheme.id, revision: scheme.revision, lifecycle: 'cancelled' },
          done(forms, `${scheme.name} is cancelled`),
        )
      }
      onCancel={forms.close}
    >
      {isNothing(closure.residual) ? (
        <p>Nothing stands on the scheme beyond what was spent. A cancelled scheme is the end of it.</p>
      ) : (
        <p>
          Before it can be cancelled: {formatInSentence(commitment)} of orders, {formatInSentence(authority)} of
          authority and {formatInSentence(allocation)} of allocation come off it. Cancel the orders and release what is
          left first.
        </p>
      )}
    </InlineForm>
  )
}
