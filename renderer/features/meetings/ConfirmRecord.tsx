import { useMutation } from '@tanstack/react-query'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { effectWords } from './effectWords.ts'
import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { outcomeWords } from './meetingWords.ts'

/** The chair reads what takes effect, and confirms the record as a second person; after that nothing of it changes. */
export function ConfirmRecord({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, seats, day, actor } = facts
  const isChair = useMayDo('confirm')
  const { door } = useSession()
  const confirm = useMutation(
    trpc.meetings.confirmRecord.mutationOptions({
      onSuccess: () => {
        forms.setErrors([])
        announce('Record confirmed, and its decisions have taken effect')
      },
      onError: forms.refuse(),
    }),
  )
  const confirmOne = useMutation(
    trpc.meetings.confirmItem.mutationOptions({
      onSuccess: () => {
        forms.setErrors([])
        announce('Confirmed, and it has taken effect. The rest of the record is open')
      },
      onError: forms.refuse(),
    }),
  )
  if (meeting.status !== 'agenda_published') return null
  const open = meeting.items.flatMap((item) =>
    item.outcome === null || item.isConfirmed ? [] : [{ ...item, outcome: item.outcome }],
  )
  const undecided = meeting.items.filter(({ outcome }) => outcome === null)
  // A written procedure is over before its last day once everybody has answered.
  const isBefore = meeting.kind === 'meeting' && day < meeting.heldOn
  if (isBefore || (open.length === 0 && undecided.length > 0)) return null
  const chairs = seats.filter((seat) => seat.isChair)
  const ownSeat = chairs.some(({ isOwn }) => isOwn)
  const isOwnRecord = open.some(({ outcome }) => outcome.recordedBy === actor)
  const mayConfirm = isChair && ownSeat && !isOwnRecord
  const titles = chairs.map(({ title }) => title).join(' or ')
  return (
    <section className={classes.section} aria-labelledby="confirm-heading">
      <h2 id="confirm-heading" className={classes.heading}>
        Confirm the record
      </h2>
      <ul className={classes.list}>
        {open.map(({ id, title, outcome, subjectKind, amount }) => {
          const conditionsBefore = outcome.conditions.filter(({ isAfterRelease }) => !isAfterRelease).length
          return (
            <li key={id}>
              {title}: {outcomeWords[outcome.result].toLowerCase()}.{' '}
              {effectWords({ result: outcome.result, subjectKind, amount, conditionsBefore })}{' '}
              {mayConfirm && open.length + undecided.length > 1 && (
                <Act
                  words="Confirm this one now"
                  name={title}
                  onDo={() => confirmOne.mutate({ id: meeting.id, revision: meeting.revision, itemId: id })}
                />
              )}
            </li>
          )
        })}
        {undecided.map(({ id, title }) => (
          <li key={id}>{title}: no outcome recorded. It can come to another agenda.</li>
        ))}
      </ul>
      {mayConfirm ? (
        <>
          <p className="reading">
            You are about to confirm this record. Its decisions take effect at once, and nothing of it can be changed
            after that. A correction is a further decision.
          </p>
          <div className={classes.acts}>
            <MainButton
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ id: meeting.id, revision: meeting.revision })}
            >
              Confirm the record
            </MainButton>
          </div>
        </>
      ) : (
        <p>
          {isOwnRecord && ownSeat ? 'You recorded an outcome, so somebody else confirms it. ' : ''}
          It is confirmed by {titles === '' ? 'a chair' : titles}, or an alternate of theirs, acting as board chair
          {isChair && door.person === null ? '. Choose the person you act as at the top of the page.' : '.'}
        </p>
      )}
    </section>
  )
}
