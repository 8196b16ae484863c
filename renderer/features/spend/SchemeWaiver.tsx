import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { messageOf } from '../../lib/failure.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Spend.module.css'
import type { AskedWaiver } from './spendFacts.ts'

interface AskSchemeWaiverProps {
  scheme: { id: Id; name: string }
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
  onClose: () => void
}

/** Asks that what was spent on a scheme before its authority be let pass. Somebody else says whether it is. */
export function AskSchemeWaiver({ scheme, errors, onErrors, onClose }: AskSchemeWaiverProps) {
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
      { rule: 'R09', subjectKind: 'scheme', subjectId: scheme.id, reason: reason.trim(), expiresOn: day.day },
      {
        onError: (error) => onErrors([{ message: messageOf(error) }]),
        onSuccess: () => {
          onErrors([])
          announce('Asked that earlier spend be let pass')
          onClose()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Ask that earlier spend on ${scheme.name} be let pass`}
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

interface SchemeWaiverActsProps {
  waiver: AskedWaiver
  schemes: readonly { id: Id; name: string }[]
  onErrors: (errors: readonly FieldError[]) => void
}

/** Earlier spend that somebody asks to be let pass, and letting it pass or stand as somebody else. */
export function SchemeWaiverActs({ waiver, schemes, onErrors }: SchemeWaiverActsProps) {
  const mayWaive = useMayDo('waive')
  const [reason, setReason] = useState<string | null>(null)
  // As options of the mutation: once it is answered the note is gone, and what was passed with the call is not told.
  const outcome = (words: string) => ({
    onError: (error: unknown) => onErrors([{ message: messageOf(error) }]),
    onSuccess: () => {
      onErrors([])
      announce(words)
    },
  })
  const approve = useMutation(trpc.waivers.approve.mutationOptions(outcome('The earlier spend is let pass')))
  const refuse = useMutation(trpc.waivers.refuse.mutationOptions(outcome('The warning stands')))
  const seen = { id: waiver.id, revision: waiver.revision }
  const name = schemes.find(({ id }) => id === waiver.subjectId)?.name ?? ''
  return (
    <div className={classes.note}>
      <p>
        {waiver.asker} asks that spend on {name} before its authority be let pass until {formatDay(waiver.expiresOn)}:{' '}
        {waiver.reason}
      </p>
      <WhoMay duty="waive" what="Warnings are let pass" />
      {mayWaive && reason === null && (
        <p className={classes.row}>
          <Button size="compact-md" loading={approve.isPending} onClick={() => approve.mutate(seen)}>
            Let it pass
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setReason('')}>
            Let the warning stand
          </Button>
        </p>
      )}
      {reason !== null && (
        <InlineForm
          title="Let the warning stand"
          submit="Let it stand"
          isBusy={refuse.isPending}
          onCancel={() => setReason(null)}
          onSubmit={() => {
            if (reason.trim() === '') return onErrors([{ fieldId: 'waiver-refusal', message: 'Enter why it stands' }])
            refuse.mutate({ ...seen, reason: reason.trim() })
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
    </div>
  )
}
