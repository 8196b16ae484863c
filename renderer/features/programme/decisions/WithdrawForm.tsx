import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { FormState } from '../../../lib/formState.ts'
import { errorAt, refuseText } from '../../../lib/readText.ts'
import { announce } from '../../../lib/status.ts'
import { trpc } from '../../../lib/trpc.ts'
import { InlineForm } from '../../../ui/InlineForm.tsx'
import classes from '../programme.module.css'

/** Takes back a decision whose day has not come. */
export function WithdrawForm({ decision, forms }: { decision: Decision; forms: FormState }) {
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const withdraw = useMutation(
    trpc.decisions.withdraw.mutationOptions({
      // The page of the decision goes with it, so the list is opened before that page reads again.
      onSuccess: async () => {
        announce(`Decision withdrawn: ${decision.reference}`)
        await navigate({ to: '/decisions' })
      },
      onError: forms.refuse('withdraw-reason'),
    }),
  )

  const onSubmit = () => {
    const error = refuseText('withdraw-reason', reason, {
      label: 'Reason',
      ask: 'Enter why the decision is withdrawn',
      longest: 500,
    })
    forms.setErrors(error ? [error] : [])
    if (!error) withdraw.mutate({ id: decision.id, revision: decision.revision, reason: reason.trim() })
  }

  return (
    <InlineForm
      title={`Withdraw ${decision.reference}`}
      submit="Withdraw the decision"
      cancel="Keep it"
      isBusy={withdraw.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        It leaves the list and never takes effect. This cannot be undone; the audit trail keeps it with your reason.
      </p>
      <div className={classes.fields}>
        <Textarea
          id="withdraw-reason"
          label="Reason"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(forms.errors, 'withdraw-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
