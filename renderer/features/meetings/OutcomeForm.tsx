import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { OutcomeResult } from '../../../domain/board/meeting.ts'
import { bears } from '../../../domain/board/voting.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { CheckOutcome } from './CheckOutcome.tsx'
import { Conditions } from './Conditions.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { outcomeWords, tallyInWords } from './meetingWords.ts'
import {
  choose,
  draftOf,
  fieldOf,
  mayHaveConditions,
  type OutcomeInput,
  readOutcome,
  tallyOfDraft,
} from './outcomeDraft.ts'
import { VoteFields } from './VoteFields.tsx'

interface OutcomeFormProps {
  facts: MeetingFacts
  item: MeetingItem
  forms: MeetingForms
}

/** What was decided on an item, then the same once more to be checked, then it is recorded. */
export function OutcomeForm({ facts, item, forms }: OutcomeFormProps) {
  const { meeting, board, seats } = facts
  const { errors } = forms
  const [draft, setDraft] = useState(() => draftOf(item))
  const [checked, setChecked] = useState<OutcomeInput | null>(null)
  const record = useMutation(
    trpc.meetings.recordOutcome.mutationOptions({
      onSuccess: () => {
        announce(`Recorded: ${item.title}. A chair confirms it`)
        forms.close()
      },
      onError: forms.refuse(),
    }),
  )
  const isWritten = meeting.kind === 'written_procedure'
  const tally = isWritten ? item.tally : tallyOfDraft(draft.votes, item.voters, seats)
  const needsReason = item.outcomes.find(({ result }) => result === draft.result)?.needsReason ?? false

  if (checked) {
    return (
      <CheckOutcome
        facts={facts}
        item={item}
        outcome={checked}
        tally={tally}
        isBusy={record.isPending}
        onChange={() => {
          forms.setErrors([])
          setChecked(null)
        }}
        // Over what is there now, in case somebody has saved in between.
        onRecord={() => record.mutate({ ...checked, revision: meeting.revision })}
      />
    )
  }

  const onSubmit = () => {
    const read = readOutcome(draft, item, facts)
    forms.setErrors(read.errors ?? [])
    if (read.value) setChecked(read.value)
  }
  return (
    <InlineForm
      title={`Record: ${item.title}`}
      submit="Check"
      isBusy={false}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <NativeSelect
          id={fieldOf('result')}
          label="Outcome"
          value={draft.result}
          error={errorAt(errors, fieldOf('result'))}
          data={[
            { value: '', label: 'Choose what the board decided' },
            ...item.outcomes.map(({ result }) => ({ value: result, label: outcomeWords[result] })),
          ]}
          onChange={(event) => {
            const chosen = OutcomeResult.safeParse(event.currentTarget.value)
            setDraft(choose(draft, chosen.success ? chosen.data : '', item))
          }}
        />
        {isWritten ? (
          <p>Answers: {tallyInWords(item.tally)}.</p>
        ) : (
          <VoteFields facts={facts} item={item} draft={draft} errors={errors} onDraft={setDraft} />
        )}
        {draft.result !== '' && (
          <p className={classes.sentence} role="status">
            {tallyInWords(tally)}.{' '}
            {bears(board.voting, tally, draft.result)
              ? needsNoVote.includes(draft.result)
                ? 'It needs no vote.'
                : `This carries “${outcomeWords[draft.result].toLowerCase()}”.`
              : `This does not carry “${outcomeWords[draft.result].toLowerCase()}”.`}
          </p>
        )}
        <Textarea
          id={fieldOf('wording')}
          label="Wording"
          description="What the board resolved, as it stands in the record"
          autosize
          minRows={2}
          value={draft.wording}
          error={errorAt(errors, fieldOf('wording'))}
          onChange={(event) => setDraft({ ...draft, wording: event.currentTarget.value, isWordingOwn: true })}
        />
        {needsReason && (
          <Textarea
            id={fieldOf('reason')}
            label="Reason"
            autosize
            minRows={2}
            value={draft.reason}
            error={errorAt(errors, fieldOf('reason'))}
            onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
          />
        )}
        {mayHaveConditions(draft.result) && <Conditions draft={draft} errors={errors} onDraft={setDraft} />}
      </div>
    </InlineForm>
  )
}

/** What can be recorded whatever the votes are. */
const needsNoVote: readonly OutcomeResult[] = ['deferred', 'referred_back', 'noted']
