import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { BusinessForm } from './BusinessForm.tsx'
import { CancelForm } from './CancelForm.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { ExemptForm } from './ExemptForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { askWords } from './meetingWords.ts'
import { ReadyItems } from './ReadyItems.tsx'
import { useFollowMoved } from './useFollowMoved.ts'

/** What comes before the board, in which order; what could come; and its publication. */
export function AgendaPart({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting } = facts
  const { id, revision, items } = meeting
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  const mayKeep = useMayDo('meeting') && isOpen
  const isBegun = meeting.attendance.some(({ presence }) => presence === 'present') || items.some(isUnderWay)
  const isDecided = items.some(
    ({ act, outcome, quorum, votes }) => act !== null && (outcome !== null || (votes.length > 0 && quorum.isQuorate)),
  )
  const { form, refuse } = forms
  const exempted = form?.kind === 'exempt' ? items.find((item) => item.id === form.of) : undefined
  return (
    <>
      <PublishLine facts={facts} forms={forms} mayKeep={mayKeep} />
      {items.length === 0 ? (
        <EmptyState>
          Nothing is on this agenda yet.
          {isOpen && ' The board secretary adds cases and requests that are ready to come, and other business.'}
        </EmptyState>
      ) : (
        <AgendaItems facts={facts} forms={forms} mayKeep={mayKeep} />
      )}
      {exempted && <ExemptForm key={exempted.id} meeting={{ id, revision }} item={exempted} forms={forms} />}
      {form?.kind === 'business' && <BusinessForm meeting={{ id, revision }} forms={forms} />}
      {form?.kind === 'change' && <ChangeForm meeting={meeting} forms={forms} />}
      {form?.kind === 'cancel' && <CancelForm meeting={meeting} forms={forms} />}
      {mayKeep && form === null && (
        <div className={classes.acts}>
          <Button
            id="add-business"
            variant="default"
            onClick={() => forms.open({ kind: 'business', opener: 'add-business' })}
          >
            Add other business
          </Button>
          {!isBegun && (
            <Button
              id="change-meeting"
              variant="default"
              onClick={() => forms.open({ kind: 'change', opener: 'change-meeting' })}
            >
              Change day or place
            </Button>
          )}
          {!isDecided && (
            <Button
              id="cancel-meeting"
              variant="default"
              onClick={() => forms.open({ kind: 'cancel', opener: 'cancel-meeting' })}
            >
              Call it off
            </Button>
          )}
        </div>
      )}
      {isOpen && <ReadyItems facts={facts} mayKeep={mayKeep} refuse={refuse} />}
    </>
  )
}

const isUnderWay = ({ votes, outcome }: MeetingItem): boolean => votes.length > 0 || outcome !== null

/** Whether the agenda is out, how much notice it gives, and the act that publishes it. */
function PublishLine({ facts, forms, mayKeep }: { facts: MeetingFacts; forms: MeetingForms; mayKeep: boolean }) {
  const { meeting, notice } = facts
  const { id, revision, status, items } = meeting
  const publish = useMutation(
    trpc.meetings.publishAgenda.mutationOptions({
      onSuccess: () => {
        forms.setErrors([])
        announce('Agenda published, and the papers frozen with it')
      },
      onError: forms.refuse(),
    }),
  )
  const isNew = status === 'planned'
  // Other business has no paper, so publishing it again would change nothing.
  const isOutdated = items.some(({ isPaperCurrent, isConfirmed }) => !isPaperCurrent && !isConfirmed)
  const canPublish = mayKeep && items.length > 0 && (isNew || isOutdated)
  return (
    <div className={classes.section}>
      {notice.isShort && items.length > 0 && status !== 'confirmed' && status !== 'cancelled' && (
        <p className={classes.sentence} data-tone="warn">
          {isNew ? 'Published today, the' : 'The'} agenda gives {countOf(notice.clearDays, 'clear day')} of notice. Five
          are usual: it should have been out by {formatDeadline(notice.latestOn)}.
        </p>
      )}
      {isOutdated && !isNew && (
        <p className={classes.sentence} data-tone="warn">
          Something on the agenda was added or changed since the papers were published. Publish it again, so that all
          decide on the same paper. Votes on a paper that is replaced are taken again.
        </p>
      )}
      {notice.publishedOn && <p>Published on {formatDay(notice.publishedOn)}.</p>}
      {canPublish && (
        <div className={classes.acts}>
          <MainButton loading={publish.isPending} onClick={() => publish.mutate({ id, revision })}>
            {isNew ? 'Publish the agenda' : 'Publish the agenda again'}
          </MainButton>
        </div>
      )}
    </div>
  )
}

function AgendaItems({ facts, forms, mayKeep }: { facts: MeetingFacts; forms: MeetingForms; mayKeep: boolean }) {
  const { id, revision, items } = facts.meeting
  const mayExempt = useMayDo('meeting')
  const remove = useMutation(
    trpc.meetings.removeItem.mutationOptions({
      onSuccess: () => {
        forms.setErrors([])
        announce('Taken off the agenda')
        document.getElementById('add-business')?.focus()
      },
      onError: forms.refuse(),
    }),
  )
  const reorder = useMutation(trpc.meetings.reorderItems.mutationOptions({ onError: forms.refuse() }))
  const followMoved = useFollowMoved(items)
  const move = (from: number, to: number, words: 'Up' | 'Down') => {
    const itemIds = items.map((item) => item.id)
    const [moved] = itemIds.splice(from, 1)
    if (!moved || reorder.isPending) return
    itemIds.splice(to, 0, moved)
    reorder.mutate(
      { id, revision, itemIds },
      {
        onSuccess: () => {
          forms.setErrors([])
          announce(`${items[from]?.title ?? ''} is item ${to + 1} now`)
          followMoved({ id: moved, at: to, words })
        },
      },
    )
  }
  return (
    <ol className={classes.items} aria-label="Agenda">
      {items.map((item, at) => (
        <li key={item.id} className={classes.item}>
          <div className={classes.itemHead}>
            <h2 className={classes.itemTitle}>
              {at + 1}.{' '}
              <Link to="/meetings/$id/items/$itemId" params={{ id, itemId: item.id }}>
                {item.title}
              </Link>
            </h2>
            {item.isExempt && <StatusTag words="Exempt" tint="grey" />}
          </div>
          <p>{askOf(item)}</p>
          {item.isExempt && <p className={classes.muted}>Kept from the public: {item.exemptReason}</p>}
          {mayKeep && !isUnderWay(item) && (
            <div className={classes.acts}>
              {at > 0 && (
                <Act id={`Up-${item.id}`} words="Move up" name={item.title} onDo={() => move(at, at - 1, 'Up')} />
              )}
              {at < items.length - 1 && (
                <Act id={`Down-${item.id}`} words="Move down" name={item.title} onDo={() => move(at, at + 1, 'Down')} />
              )}
              {(!item.isExempt || item.subjectId === null) && (
                <Act words="Take off" name={item.title} onDo={() => remove.mutate({ id, revision, itemId: item.id })} />
              )}
            </div>
          )}
          {mayExempt && forms.form === null && <Exemption meeting={{ id, revision }} item={item} forms={forms} />}
        </li>
      ))}
    </ol>
  )
}

/** What is exempt can be opened to all, and what is open made exempt, also after the meeting. */
function Exemption({
  meeting,
  item,
  forms,
}: {
  meeting: { id: Id; revision: number }
  item: MeetingItem
  forms: MeetingForms
}) {
  const opener = `exempt-${item.id}`
  const open = useMutation(
    trpc.meetings.setExemption.mutationOptions({
      onSuccess: () => {
        forms.setErrors([])
        announce(`Open to all: ${item.title}`)
        document.getElementById(opener)?.focus()
      },
      onError: forms.refuse(),
    }),
  )
  return (
    <div className={classes.acts}>
      {item.isExempt ? (
        <Act
          id={opener}
          words="Open to all"
          name={item.title}
          onDo={() => open.mutate({ ...meeting, itemId: item.id, reason: '' })}
        />
      ) : (
        <Act
          id={opener}
          words="Make exempt"
          name={item.title}
          onDo={() => forms.open({ kind: 'exempt', of: item.id, opener })}
        />
      )}
    </div>
  )
}

/** What the board is asked about an item: `Approve £400,000`. */
const askOf = ({ act, amount, subjectKind, next, isWithheld }: MeetingItem): string => {
  if (subjectKind === 'other') return 'Other business'
  if (isWithheld) return 'Its board reads the paper, and whoever has a part in it'
  if (act === null) return `Not with this board now. Next: ${next ?? 'nothing'}`
  return amount === null ? askWords[act] : `${askWords[act]} ${formatInSentence(amount)}`
}
