import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Waiver } from '../../domain/authority/waiver.ts'
import { messageOf } from '../lib/failure.ts'
import { readFormDay } from '../lib/readFormDay.ts'
import { errorAt, refuseText } from '../lib/readText.ts'
import { announce } from '../lib/status.ts'
import { trpc } from '../lib/trpc.ts'
import { DayField } from './DayField.tsx'
import type { FieldError } from './ErrorSummary.tsx'
import { InlineForm } from './InlineForm.tsx'

interface AskWaiverFormProps {
  /** What is to be let pass, and on which thing. */
  of: Pick<Waiver, 'rule' | 'subjectKind' | 'subjectId'>
  /** The same in words, as in `earlier spend on Portal`. */
  what: string
  /** What is said once it is asked. */
  asked: string
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
  onClose: () => void
}

/** Asks that a warning be let pass on one thing until a day. Somebody else says whether it is. */
export function AskWaiverForm({ of, what, asked, errors, onErrors, onClose }: AskWaiverFormProps) {
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const ask = useMutation(trpc.waivers.ask.mutationOptions())
  const submit = () => {
    const day = readFormDay('waiver-until', until, { isNeeded: true })
    const found = [
      refuseText('waiver-reason', reason, { label: 'Reason', ask: 'Enter why it may pass', longest: 2000 }),
      day.error,
    ].filter((error) => error !== null)
    if (found.length > 0 || day.day === null) return onErrors(found)
    ask.mutate(
      { ...of, reason: reason.trim(), expiresOn: day.day },
      {
        onError: (error) => onErrors([{ message: messageOf(error) }]),
        onSuccess: () => {
          onErrors([])
          announce(asked)
          onClose()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Ask that ${what} be let pass`}
      submit="Ask"
      isBusy={ask.isPending}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Textarea
        id="waiver-reason"
        label="Why it may pass"
        autosize
        minRows={2}
        value={reason}
        error={errorAt(errors, 'waiver-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DayField
        id="waiver-until"
        label="Until"
        text={until}
        error={errorAt(errors, 'waiver-until')}
        onText={setUntil}
      />
    </InlineForm>
  )
}
