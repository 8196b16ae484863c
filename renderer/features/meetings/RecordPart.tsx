import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { everybodyPresent } from './attendanceOf.ts'
import { ConfirmRecord } from './ConfirmRecord.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { askWords, outcomeWords, tallyInWords } from './meetingWords.ts'
import { OutcomeForm } from './OutcomeForm.tsx'
import { Quorum } from './Quorum.tsx'
import { whyNotYet } from './whyNotYet.ts'

/** What was decided, item by item: outcome, words, votes and conditions; and the chair's confirmation. */
export function RecordPart({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, day } = facts
  const { form } = forms
  const mayKeep = useMayDo('meeting') && meeting.status === 'agenda_published'
  const isDay = meeting.kind === 'meeting' && day >= meeting.heldOn
  const recorded = form?.kind === 'outcome' ? meeting.items.find(({ id }) => id === form.of) : undefined
  if (recorded) return <OutcomeForm key={recorded.id} facts={facts} item={recorded} forms={forms} />
  return (
    <>
      <Quorum facts={facts} />
      {mayKeep && isDay && !facts.quorum.isQuorate && <Everybody facts={facts} forms={forms} />}
      {meeting.items.length === 0 && <EmptyState>Nothing is on the agenda, so there is nothing to record.</EmptyState>}
      <ol className={classes.items} aria-label="Record">
        {meeting.items.map((item, at) => (
          <RecordItem key={item.id} facts={facts} item={item} number={at + 1} mayKeep={mayKeep} forms={forms} />
        ))}
      </ol>
      <ConfirmRecord facts={facts} forms={forms} />
    </>
  )
}

/** The tick for the whole board; who is missing is unticked under Attendance. */
function Everybody({ facts: { meeting, seats }, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { id, revision } = meeting
  const record = useMutation(
    trpc.meetings.recordAttendance.mutationOptions({
      onSuccess: () => forms.setErrors([]),
      onError: forms.refuse(),
    }),
  )
  return (
    <div className={classes.acts}>
      <MainButton
        loading={record.isPending}
        onClick={() => record.mutate({ id, revision, attendance: everybodyPresent(meeting.attendance, seats) })}
      >
        Everybody is present
      </MainButton>
      <Link to="/meetings/$id" params={{ id }} search={{ part: 'attendance' }}>
        Tick one by one
      </Link>
    </div>
  )
}

interface RecordItemProps {
  facts: MeetingFacts
  item: MeetingItem
  number: number
  mayKeep: boolean
  forms: MeetingForms
}

function RecordItem({ facts, item, number, mayKeep, forms }: RecordItemProps) {
  const { meeting, board } = facts
  const { act, amount, outcome, isConfirmed, interests } = item
  const isOpen = meeting.status === 'agenda_published' || meeting.status === 'planned'
  const why =
    isConfirmed || !isOpen ? null : whyNotYet(facts, { ...item, countsConflicted: board.quorum.countsConflicted })
  const opener = `record-${item.id}`
  const asked = [act && askWords[act], amount === null ? null : formatInSentence(amount)].filter(Boolean).join(' ')
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <h2 className={classes.itemTitle}>
          {number}.{' '}
          <Link to="/meetings/$id/items/$itemId" params={{ id: meeting.id, itemId: item.id }}>
            {item.title}
          </Link>
        </h2>
        {asked && !isConfirmed && <span className="figures">{asked}</span>}
      </div>
      {interests.map((interest) => (
        <p key={interest.id}>
          {interest.title} has an interest ({interest.description}) and does not vote
          {interest.withdrew ? '; leaves while it is decided.' : '.'}
        </p>
      ))}
      {item.votes.length > 0 && <p>Votes: {tallyInWords(item.tally)}.</p>}
      {outcome ? <Recorded item={item} /> : !isOpen && <p className={classes.muted}>No outcome recorded.</p>}
      {why !== null && (
        <p className={classes.sentence} data-tone="warn">
          {why}
        </p>
      )}
      {why === null && mayKeep && !isConfirmed && (
        <div className={classes.acts}>
          <Button
            id={opener}
            variant={outcome ? 'default' : 'filled'}
            aria-label={`${outcome ? 'Change the record' : 'Record'}: ${item.title}`}
            onClick={() => forms.open({ kind: 'outcome', of: item.id, opener })}
          >
            {outcome ? 'Change the record' : 'Record'}
          </Button>
        </div>
      )}
    </li>
  )
}

function Recorded({ item: { outcome, isConfirmed } }: { item: MeetingItem }) {
  if (!outcome) return null
  const { result, wording, reason, conditions, recordedByTitle } = outcome
  return (
    <>
      <p>
        <StatusTag words={outcomeWords[result]} tint={isConfirmed ? 'green' : 'yellow'} />{' '}
        {isConfirmed ? 'and confirmed' : `recorded by ${recordedByTitle}, to be confirmed by a chair`}
      </p>
      {wording && <p className={classes.paperText}>{wording}</p>}
      {reason && <p className={classes.paperText}>Reason: {reason}</p>}
      {conditions.length > 0 && (
        <ul className={classes.list}>
          {conditions.map(({ text, owner, dueOn, isAfterRelease }) => (
            <li key={`${text} ${owner}`}>
              {text}: {owner}, by {formatDay(dueOn)}
              {isAfterRelease && ', after release'}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
