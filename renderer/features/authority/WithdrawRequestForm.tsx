import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'

/** Takes the request back before its decision is published. */
export function WithdrawRequestForm({ facts, errors, onErrors, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision } = facts.request
  const [reason, setReason] = useState('')
  const withdraw = useMutation(trpc.requests.withdraw.mutationOptions())
  const submit = () => {
    const error = refuseText('withdraw-reason', reason, {
      label: 'Reason',
      ask: 'Enter why it is withdrawn',
      longest: 2000,
    })
    if (error) return onErrors([error])
    withdraw.mutate(
      { id, revision, reason: reason.trim() },
      { onError: (refusal) => onRefused(refusal), onSuccess: () => onDone('Request withdrawn') },
    )
  }
  return (
    <InlineForm
      title="Withdraw the request"
      submit="Withdraw it"
      isBusy={withdraw.isPending}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <div className={classes.fields}>
        <Textarea
          id="withdraw-reason"
          label="Why it is withdrawn"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(errors, 'withdraw-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}

/** Begins the next version, which takes the place of this one. */
export function NewVersionForm({ facts, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision, version } = facts.request
  const begin = useMutation(trpc.requests.newVersion.mutationOptions())
  const submit = () =>
    begin.mutate(
      { id, revision },
      {
        onError: (refusal) => onRefused(refusal),
        onSuccess: ({ value }) => onDone(`Version ${version + 1} begun`, value?.id),
      },
    )
  return (
    <InlineForm
      title="New version"
      submit={`Begin version ${version + 1}`}
      isBusy={begin.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      <p className="reading">It begins with what this version says. Its checks and its notice are done again.</p>
    </InlineForm>
  )
}
