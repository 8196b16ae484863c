import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readFormDay } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'

const words = {
  financeCheck: {
    title: 'Finance check',
    submit: 'Record the finance check',
    said: 'You say that the lines, what pays for them and the earlier authority are right.',
    done: 'Finance check recorded',
  },
  legalCheck: {
    title: 'Legal and equality check',
    submit: 'Record the legal and equality check',
    said: 'You say that there is power to decide this, that the cover answers are right, and that equality was looked at.',
    done: 'Legal and equality check recorded',
  },
}

/** The finance check, or the legal and equality check, by somebody who did not write the request. */
export function ClearanceForm(props: ActFormProps & { check: keyof typeof words }) {
  const { facts, errors, onErrors, onRefused, onDone, onCancel, check } = props
  const { id, revision } = facts.request
  const [note, setNote] = useState('')
  const [day, setDay] = useState('')
  const finance = useMutation(trpc.requests.financeCheck.mutationOptions())
  const legal = useMutation(trpc.requests.legalCheck.mutationOptions())
  const record = check === 'financeCheck' ? finance : legal
  const submit = () => {
    const on = readFormDay('act-on', day)
    if (on.error) return onErrors([on.error])
    record.mutate(
      { id, revision, on: on.day, note: note.trim() },
      { onError: (error) => onRefused(error), onSuccess: () => onDone(words[check].done) },
    )
  }
  return (
    <InlineForm
      title={words[check].title}
      submit={words[check].submit}
      isBusy={record.isPending}
      onSubmit={submit}
      onCancel={onCancel}
      takesFocus={false}
    >
      <p className="reading">{words[check].said}</p>
      <div className={classes.fields}>
        <Textarea
          id="act-note"
          label="Note"
          description="Optional"
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ActDayField text={day} errors={errors} onText={setDay} />
      </div>
    </InlineForm>
  )
}
