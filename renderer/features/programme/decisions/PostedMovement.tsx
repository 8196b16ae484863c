import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../../domain/inWords.ts'
import { movementWord } from '../../../../domain/ledger/movementWord.ts'
import { formatInSentence, sum } from '../../../../domain/money.ts'
import { countOf } from '../../../lib/format.ts'
import type { FormState } from '../../../lib/formState.ts'
import { errorAt, refuseText } from '../../../lib/readText.ts'
import { announce } from '../../../lib/status.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useView } from '../../../lib/useView.ts'
import { InlineForm } from '../../../ui/InlineForm.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import classes from '../programme.module.css'
import type { DecisionScreenData } from './DecisionScreen.tsx'
import { LinesTable, type PlaceNames } from './LinesTable.tsx'

type Movement = DecisionScreenData['movements'][number]

interface PostedMovementProps {
  movement: Movement
  /** The movement that this one takes back. */
  reverses: Movement | undefined
  names: PlaceNames
  mayReverse: boolean
  isReversing: boolean
  forms: FormState
  onReverse: () => void
}

/** What was posted at one stroke, and the way to take it back with a reason. */
export function PostedMovement(props: PostedMovementProps) {
  const { movement, reverses, names, mayReverse, isReversing, forms, onReverse } = props
  const { view } = useView()
  const what = `${capital(movementWord(movement.kind))}, ${formatInSentence(sum(movement.entries.map((entry) => entry.amount)))}`
  return (
    <article className={classes.section} aria-label={what}>
      <div className={classes.headingRow}>
        <p>
          <strong>{what}</strong>{' '}
          <span className={classes.muted}>
            recorded {formatMoment(movement.recordedAt)} by{' '}
            {movement.role === 'system' ? 'the program, on the day it took effect' : movement.by}
          </span>{' '}
          {movement.isReversed && <StatusTag tint="grey" words="Reversed" />}
        </p>
        {mayReverse && !movement.isReversed && !isReversing && (
          <Button
            id={`reverse-${movement.id}`}
            variant="default"
            size="compact-sm"
            aria-label={`Reverse with a reason: ${what}`}
            onClick={onReverse}
          >
            Reverse with a reason
          </Button>
        )}
      </div>
      {reverses && (
        <p>
          Reverses “{movementWord(reverses.kind)}” of {formatMoment(reverses.recordedAt)}: {movement.reason}
        </p>
      )}
      {isReversing && <ReverseForm movement={movement} what={what} forms={forms} />}
      <details className={classes.details} open={isReversing}>
        <summary>{countOf(movement.entries.length, 'line')}</summary>
        <LinesTable caption={what} lines={movement.entries} names={names} unit={view.unit} />
      </details>
    </article>
  )
}

function ReverseForm({ movement, what, forms }: { movement: Movement; what: string; forms: FormState }) {
  const [reason, setReason] = useState('')
  const reverse = useMutation(
    trpc.decisions.reverseMovement.mutationOptions({ onError: forms.refuse('reverse-reason') }),
  )

  const onSubmit = () => {
    const error = refuseText('reverse-reason', reason, {
      label: 'Reason',
      ask: 'Enter why this is reversed',
      longest: 500,
    })
    forms.setErrors(error ? [error] : [])
    if (error) return
    reverse.mutate(
      { movementId: movement.id, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(`Reversed: ${what}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`Reverse: ${what}`}
      submit="Post the reversal"
      isBusy={reverse.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        You are about to post the opposite of each line below, dated today and under the same decision. Both stay on
        record, and the reversal cannot be undone.
      </p>
      <div className={classes.fields}>
        <Textarea
          id="reverse-reason"
          label="Reason"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(forms.errors, 'reverse-reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
