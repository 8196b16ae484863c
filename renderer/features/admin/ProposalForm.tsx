import { Textarea } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { ProposedChange } from '../../../domain/route/proposedChange.ts'
import { messageOf } from '../../lib/failure.ts'
import type { FormState } from '../../lib/formState.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, type Read, readOf, refuseText } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './admin.module.css'
import { effectWords } from './effectWords.ts'

interface ProposalFormProps {
  title: string
  /** What the fields mean as a change, or what has to be put right in them. */
  change: Read<ProposedChange>
  /** Where an error goes that no other field is at fault for. */
  firstField: string
  forms: FormState
  children: ReactNode
}

/** A change of a control from a day on, with why and with what it would have done: it counts once somebody else accepts it. */
export function ProposalForm({ title, change, firstField, forms, children }: ProposalFormProps) {
  const { today } = useSession()
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const propose = useMutation(trpc.proposals.propose.mutationOptions({ onError: forms.refuse(firstField) }))
  const day = readFormDay('proposal-from', from, { isNeeded: true })

  const onSubmit = () => {
    const past =
      day.day !== null && day.day < today
        ? { fieldId: 'proposal-from', message: `The first day must be today, ${formatDay(today)}, or later` }
        : null
    const { value, errors } = readOf({ fromOn: day.day as CalendarDay, reason: reason.trim() }, [
      ...(change.errors ?? []),
      day.error ?? past,
      refuseText('proposal-reason', reason, {
        label: 'Why',
        ask: 'Enter why, and where it is laid down',
        longest: 1000,
      }),
    ])
    forms.setErrors(errors ?? [])
    if (errors || change.value === undefined) return
    propose.mutate(
      { change: change.value, ...value },
      {
        onSuccess: () => {
          announce('Proposed. It counts once a second person has accepted it')
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={title}
      submit="Propose it to a second person"
      isBusy={propose.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        {children}
        <DayField
          id="proposal-from"
          label="From"
          hint="Today or later. What began before goes on by what counted then"
          text={from}
          error={errorAt(forms.errors, 'proposal-from')}
          onText={setFrom}
        />
        <Textarea
          id="proposal-reason"
          label="Why, and where it is laid down"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(forms.errors, 'proposal-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {change.value !== undefined && day.day !== null && <EffectLine change={change.value} fromOn={day.day} />}
      </div>
    </InlineForm>
  )
}

function EffectLine({ change, fromOn }: { change: ProposedChange; fromOn: CalendarDay }) {
  const effect = useQuery(
    trpc.proposals.preview.queryOptions({ change, fromOn }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <p className={classes.effect} role="status">
      {effect.error
        ? messageOf(effect.error)
        : effect.data
          ? effectWords(effect.data)
          : 'Trying it on the last 12 months…'}
    </p>
  )
}
