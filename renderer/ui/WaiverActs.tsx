import { Button, Group, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Waiver } from '../../domain/authority/waiver.ts'
import { messageOf } from '../lib/failure.ts'
import { useMayDo } from '../lib/session.ts'
import { announce } from '../lib/status.ts'
import { trpc } from '../lib/trpc.ts'
import type { FieldError } from './ErrorSummary.tsx'
import { InlineForm } from './InlineForm.tsx'
import { WhoMay } from './WhoMay.tsx'

interface WaiverActsProps {
  waiver: Pick<Waiver, 'id' | 'revision'>
  /** What is said once it is let pass. */
  passed: string
  onErrors: (errors: readonly FieldError[]) => void
}

/** Letting a warning pass that somebody else asks about, or letting it stand with a reason. */
export function WaiverActs({ waiver: { id, revision }, passed, onErrors }: WaiverActsProps) {
  const mayWaive = useMayDo('waive')
  const [reason, setReason] = useState<string | null>(null)
  // As options of the mutation: once it is answered the question is gone, and what was passed with the call is not told.
  const outcome = (words: string) => ({
    onError: (error: unknown) => onErrors([{ message: messageOf(error) }]),
    onSuccess: () => {
      onErrors([])
      announce(words)
    },
  })
  const approve = useMutation(trpc.waivers.approve.mutationOptions(outcome(passed)))
  const refuse = useMutation(trpc.waivers.refuse.mutationOptions(outcome('The warning stands')))
  return (
    <>
      <WhoMay duty="waive" what="Warnings are let pass" />
      {mayWaive && reason === null && (
        <Group gap="0.5rem">
          <Button size="compact-md" loading={approve.isPending} onClick={() => approve.mutate({ id, revision })}>
            Let it pass
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setReason('')}>
            Let the warning stand
          </Button>
        </Group>
      )}
      {reason !== null && (
        <InlineForm
          title="Let the warning stand"
          submit="Let it stand"
          isBusy={refuse.isPending}
          onCancel={() => setReason(null)}
          onSubmit={() => {
            if (reason.trim() === '') return onErrors([{ fieldId: 'waiver-refusal', message: 'Enter why it stands' }])
            refuse.mutate({ id, revision, reason: reason.trim() })
          }}
        >
          <Textarea
            id="waiver-refusal"
            label="Why it stands"
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </InlineForm>
      )}
    </>
  )
}
