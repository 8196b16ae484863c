import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { findFailure } from '../../lib/failure.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'

/** Puts the decision on the register, from which its call-in window is counted; once more before that. */
export function PublishForm(props: ActFormProps) {
  const { facts, errors, onErrors, onRefused, onDone, onCancel, isCheck, onCheck } = props
  const { request } = facts
  const { today } = useSession()
  const [reference, setReference] = useState('')
  const [day, setDay] = useState('')
  const publish = useMutation(trpc.requests.publishDecision.mutationOptions())
  const on = readFormDay('act-on', day)
  const found = [
    refuseText('publish-reference', reference, {
      label: 'Reference',
      ask: 'Enter the reference of the decision on the register, for example D1',
      longest: 60,
    }),
    on.error,
  ].filter((error) => error !== null)
  const record = () =>
    publish.mutate(
      { id: request.id, revision: request.revision, reference: reference.trim(), on: on.day },
      {
        onError: (error) => {
          const isTaken = findFailure(error)?.code === 'name-taken'
          if (isTaken) onCheck(false)
          onRefused(error, isTaken ? 'publish-reference' : undefined)
        },
        onSuccess: () => onDone(`Decision published: ${reference.trim()}`),
      },
    )
  const isChecked = isCheck && found.length === 0
  useAction('main', record, { words: 'Publish the decision', when: isChecked })
  if (isChecked)
    return (
      <section className={classes.part} aria-labelledby="check-publication">
        <h2 id="check-publication" className={classes.heading}>
          Check the publication before you record it
        </h2>
        <CheckAnswers
          answers={[
            { label: 'Reference', value: reference.trim(), onChange: () => onCheck(false) },
            { label: 'Published on', value: formatDay(on.day ?? today), onChange: () => onCheck(false) },
            { label: 'Decision', value: request.decision?.wording ?? '' },
            { label: 'Made on', value: request.decision ? formatDay(request.decision.madeOn) : '' },
            { label: 'Authority given', value: formatInSentence(facts.key.amount) },
          ]}
        />
        <p className="reading">
          You are about to put this decision on the register. The call-in window is counted from that day and cannot be
          taken back. When it has closed, the authority is posted to the ledger by itself, and held until business cases
          are approved.
        </p>
        <div className={classes.acts}>
          <Button loading={publish.isPending} onClick={record}>
            Publish the decision
          </Button>
          <Button variant="default" onClick={() => onCheck(false)}>
            Go back and change it
          </Button>
        </div>
      </section>
    )
  return (
    <InlineForm
      title="Publication of the decision"
      submit="Check the publication"
      isBusy={false}
      onSubmit={() => {
        onErrors(found)
        if (found.length === 0) onCheck(true)
      }}
      onCancel={onCancel}
      takesFocus={false}
    >
      <div className={classes.fields}>
        <TextInput
          id="publish-reference"
          label="Reference of the decision"
          description="As it stands on the register, for example D1"
          maw="16rem"
          value={reference}
          error={errorAt(errors, 'publish-reference')}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <ActDayField text={day} errors={errors} onText={setDay} />
      </div>
    </InlineForm>
  )
}
