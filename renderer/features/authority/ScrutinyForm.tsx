import { Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallIn } from '../../../domain/authority/authorityRequest.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'
import { scrutinyWords } from './scrutinyWords.ts'

type Outcome = NonNullable<CallIn['outcome']>

/** What scrutiny, or full council after it, made of a decision that was called in. */
export function ScrutinyForm({ facts, errors, onErrors, onRefused, onDone, onCancel }: ActFormProps) {
  const { id, revision, callIn } = facts.request
  const [outcome, setOutcome] = useState<Outcome | ''>('')
  const [note, setNote] = useState('')
  const [day, setDay] = useState('')
  const record = useMutation(trpc.requests.scrutinyOutcome.mutationOptions())
  const isBeforeCouncil = callIn?.outcome === 'full_council'
  const open = (Object.keys(scrutinyWords) as Outcome[]).filter((each) => !isBeforeCouncil || each !== 'full_council')
  const submit = () => {
    const on = readFormDay('act-on', day)
    const found = [
      outcome === '' ? { fieldId: 'scrutiny-outcome', message: 'Choose what came of it' } : null,
      refuseText('scrutiny-note', note, {
        label: 'Note',
        ...(outcome === 'referred_back' ? { ask: 'Enter why it is referred back' } : {}),
        longest: 2000,
      }),
      on.error,
    ].filter((error) => error !== null)
    if (found.length > 0 || outcome === '') return onErrors(found)
    record.mutate(
      { id, revision, on: on.day, outcome, note: note.trim() },
      {
        onError: (error) => onRefused(error),
        onSuccess: () => onDone(`Outcome of scrutiny recorded: ${scrutinyWords[outcome].toLowerCase()}`),
      },
    )
  }
  return (
    <InlineForm
      title={isBeforeCouncil ? 'Outcome of full council' : 'Outcome of scrutiny'}
      submit="Record the outcome"
      isBusy={record.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      <div className={classes.fields}>
        <Radio.Group
          id="scrutiny-outcome"
          label="What came of it"
          value={outcome}
          error={errorAt(errors, 'scrutiny-outcome')}
          onChange={(next) => setOutcome(next as Outcome)}
        >
          <div className={classes.choices}>
            {open.map((each) => (
              <Radio key={each} value={each} label={scrutinyWords[each]} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          id="scrutiny-note"
          label="Note"
          description="Needed where it is referred back"
          autosize
          minRows={2}
          value={note}
          error={errorAt(errors, 'scrutiny-note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ActDayField text={day} errors={errors} onText={setDay} />
      </div>
    </InlineForm>
  )
}
