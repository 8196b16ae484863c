import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Tally } from '../../../domain/board/voting.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type Answer, CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { effectWords } from './effectWords.ts'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import { outcomeWords, tallyInWords } from './meetingWords.ts'
import type { OutcomeInput } from './outcomeDraft.ts'

interface CheckOutcomeProps {
  facts: Pick<MeetingFacts, 'board' | 'meeting' | 'quorum'>
  item: MeetingItem
  outcome: OutcomeInput
  tally: Tally
  isBusy: boolean
  onChange: () => void
  onRecord: () => void
}

/** What is about to be recorded: who decides, in which words, and what follows from it. */
export function CheckOutcome({ facts, item, outcome, tally, isBusy, onChange, onRecord }: CheckOutcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { board, meeting } = facts
  const conditionsBefore = outcome.conditions.filter(({ isAfterRelease }) => !isAfterRelease).length
  const answers: Answer[] = [
    {
      label: 'Who',
      value: `${board.name}, ${formatDay(meeting.heldOn)}, ${item.quorum.present} counting to the quorum`,
    },
    { label: 'Item', value: item.title },
    { label: 'Outcome', value: outcomeWords[outcome.result], onChange },
    { label: 'Wording', value: <span className={classes.paperText}>{outcome.wording}</span>, onChange },
    ...(outcome.reason ? [{ label: 'Reason', value: outcome.reason, onChange }] : []),
    { label: 'Votes', value: tallyInWords(tally), onChange },
    ...outcome.conditions.map(({ text, owner, dueOn }, at) => ({
      label: `Condition ${at + 1}`,
      value: `${text}: ${owner}, by ${formatDay(dueOn)}`,
      onChange,
    })),
    {
      label: 'Effect',
      value: effectWords({
        result: outcome.result,
        subjectKind: item.subjectKind,
        amount: item.amount,
        conditionsBefore,
      }),
    },
  ]
  return (
    <section className={classes.section} aria-labelledby="check-heading">
      <h2 id="check-heading" ref={heading} tabIndex={-1} className={classes.heading}>
        Check before you record
      </h2>
      <CheckAnswers answers={answers} />
      <p className="reading">It takes effect when a chair confirms the record. Until then it can be changed.</p>
      <div className={classes.acts}>
        <MainButton loading={isBusy} onClick={onRecord}>
          Record
        </MainButton>
        <Button variant="default" onClick={onChange}>
          Go back
        </Button>
      </div>
    </section>
  )
}
