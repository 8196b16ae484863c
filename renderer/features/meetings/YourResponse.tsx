import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Interest, Vote } from '../../../domain/board/meeting.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { mayAnswer } from './itemNextStep.ts'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'
import { interestWords, voteWords } from './meetingWords.ts'

/** The reader's own part in an item; whoever wrote it or holds no seat sees who decides instead. */
export function YourResponse({ facts, forms }: { facts: ItemFacts; forms: FormState }) {
  const { reader, item } = facts
  const isMember = useMayDo('vote')
  if (item.isConfirmed || item.act === null) return null
  const isOwn = reader.seatId !== null && isMember && !reader.isWriter && reader.bar !== 'own-item'
  if (!isOwn) return <WhoDecides facts={facts} />
  if (mayAnswer(facts)) return <ResponseForm key={item.paperId} facts={facts} forms={forms} />
  return (
    <section className={classes.paperPart} aria-labelledby="response">
      <h2 id="response">Your response</h2>
      <p>{whyNot(facts)}</p>
    </section>
  )
}

function WhoDecides({ facts: { reader, board, deciders } }: { facts: ItemFacts }) {
  return (
    <section className={classes.paperPart} aria-labelledby="who-decides">
      <h2 id="who-decides">Who decides</h2>
      {reader.isWriter && <p>You wrote it, so others decide on it.</p>}
      <p>
        {board.name}
        {deciders.length > 0 && ': '}
        {deciders.map(({ title, isChair }) => (isChair ? `${title} (chair)` : title)).join(', ')}.
      </p>
    </section>
  )
}

const whyNot = ({ reader, meeting, item }: ItemFacts): string => {
  const own = item.interests.find(({ accountId }) => accountId === reader.accountId)
  switch (reader.bar) {
    case 'not-published':
      return 'You can answer once the agenda is published.'
    case 'too-early':
      return `You can answer at the meeting on ${formatDeadline(meeting.heldOn)}, once you are recorded as present.`
    case 'absent':
      return 'You can answer once the secretary has recorded you as present.'
    case 'conflicted':
      return own
        ? `You have declared an interest (${own.description}), so you do not vote on this item.`
        : 'The member of your seat has an interest in it, so nobody votes on that seat.'
    default:
      return `The last day for answers was ${formatDay(meeting.heldOn)}.`
  }
}

type Choice = Vote['vote'] | 'interest' | ''

const choicesFor = (act: ItemFacts['item']['act']): readonly (readonly [Vote['vote'], string])[] => {
  const verb = act === 'recommend' ? 'recommend it' : act === 'note' ? 'note it' : 'approve it'
  return [
    ['for', `For: ${verb}`],
    ['against', `Against: do not ${verb}`],
    ['abstain', 'Abstain'],
  ]
}

/** The answer is chosen, read once more, and recorded. */
function ResponseForm({ facts, forms }: { facts: ItemFacts; forms: FormState }) {
  const { meeting, item, reader } = facts
  const [choice, setChoice] = useState<Choice>(reader.vote?.vote ?? '')
  const [note, setNote] = useState(reader.vote?.note ?? '')
  const [kind, setKind] = useState<Interest['kind']>('organisational')
  const [withdrew, setWithdrew] = useState(true)
  const [isChecking, setChecking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const place = { id: meeting.id, itemId: item.id }
  const onSuccess = () => {
    forms.setErrors([])
    announce(`Your response to ${item.title} is recorded`)
    setChecking(false)
  }
  const vote = useMutation(trpc.meetings.vote.mutationOptions({ onSuccess, onError: forms.refuse() }))
  const declare = useMutation(trpc.meetings.declareInterest.mutationOptions({ onSuccess, onError: forms.refuse() }))
  useEffect(() => {
    if (isChecking) heading.current?.focus()
  }, [isChecking])

  const onSubmit = () => {
    const read = readOf(null, [
      choice === '' ? { fieldId: 'response-for', message: 'Choose your response' } : null,
      refuseText('response-note', note, {
        label: choice === 'interest' ? 'Interest' : 'Note',
        ...(choice === 'interest' ? { ask: 'Enter what the interest is' } : {}),
        longest: choice === 'interest' ? 1000 : 2000,
      }),
    ])
    forms.setErrors(read.errors ?? [])
    if (!read.errors) setChecking(true)
  }
  const onRecord = () => {
    if (choice === '') return
    if (choice !== 'interest') return vote.mutate({ ...place, paperId: item.paperId, vote: choice, note: note.trim() })
    declare.mutate({ ...place, kind, description: note.trim(), withdrew, accountId: null })
  }

  const choices = choicesFor(item.act)
  if (isChecking) {
    const said = choice === 'interest' ? 'I have an interest' : (choices.find(([each]) => each === choice)?.[1] ?? '')
    const back = () => {
      forms.setErrors([])
      setChecking(false)
    }
    return (
      <section className={classes.paperPart} aria-labelledby="check-heading">
        <h2 id="check-heading" ref={heading} tabIndex={-1}>
          Check your response
        </h2>
        <CheckAnswers
          answers={[
            { label: 'Item', value: item.title },
            { label: 'Response', value: said, onChange: back },
            ...(note.trim() === ''
              ? []
              : [{ label: choice === 'interest' ? 'Interest' : 'Note', value: note.trim(), onChange: back }]),
            {
              label: 'Effect',
              value:
                choice === 'interest'
                  ? 'You do not vote on this item, and an answer that you gave before no longer stands.'
                  : 'Your answer is counted. It can be changed until the outcome is confirmed.',
            },
          ]}
        />
        <div className={classes.acts}>
          <MainButton loading={vote.isPending || declare.isPending} onClick={onRecord}>
            Record
          </MainButton>
          <Button variant="default" onClick={back}>
            Go back
          </Button>
        </div>
      </section>
    )
  }
  return (
    <InlineForm title="Your response" submit="Check" isBusy={false} onSubmit={onSubmit} takesFocus={false}>
      {reader.vote && <p>You have answered: {voteWords[reader.vote.vote].toLowerCase()}. You can answer anew.</p>}
      <div className={classes.fields}>
        <Radio.Group
          label="Response"
          value={choice}
          error={errorAt(forms.errors, 'response-for')}
          onChange={(value) => setChoice(value === 'interest' ? 'interest' : Vote.shape.vote.parse(value))}
        >
          <div className={classes.choices}>
            {choices.map(([each, words]) => (
              <Radio key={each} id={`response-${each}`} value={each} label={words} />
            ))}
            <Radio value="interest" label="I have an interest" />
          </div>
        </Radio.Group>
        {choice === 'interest' && (
          <NativeSelect
            label="Kind of interest"
            value={kind}
            data={Interest.shape.kind.options.map((each) => ({ value: each, label: interestWords[each] }))}
            onChange={(event) => setKind(Interest.shape.kind.parse(event.currentTarget.value))}
          />
        )}
        <Textarea
          id="response-note"
          label={choice === 'interest' ? 'What the interest is' : 'Why (if you wish)'}
          autosize
          minRows={2}
          value={note}
          error={errorAt(forms.errors, 'response-note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {choice === 'interest' && (
          <Checkbox
            label="I leave the room for this item"
            checked={withdrew}
            onChange={(event) => setWithdrew(event.currentTarget.checked)}
          />
        )}
      </div>
    </InlineForm>
  )
}
