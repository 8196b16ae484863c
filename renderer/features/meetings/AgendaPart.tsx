import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { BusinessForm } from './BusinessForm.tsx'
import { CancelForm } from './CancelForm.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { askWords } from './meetingWords.ts'

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
  return (
    <>
      <PublishLine facts={facts} forms={forms} mayKeep={mayKeep} />
      {items.length === 0 ? (
        <EmptyState>
          Nothing is on this agenda yet.
          {isOpen && ' The board secretary adds cases that are ready to come, and other business.'}
        </EmptyState>
      ) : (
        <AgendaItems facts={facts} forms={forms} mayKeep={mayKeep} />
      )}
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
      {isOpen && <ReadyCases facts={facts} mayKeep={mayKeep} refuse={refuse} />}
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
          // At either end the key that moved it is gone, so the other one takes the focus.
          requestAnimationFrame(() => {
            const other = words === 'Up' ? 'Down' : 'Up'
            const button = document.getElementById(`${words}-${moved}`) ?? document.getElementById(`${other}-${moved}`)
            button?.focus()
          })
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
          {mayKeep && !isUnderWay(item) && (
            <div className={classes.acts}>
              {at > 0 && (
                <Act id={`Up-${item.id}`} words="Move up" name={item.title} onDo={() => move(at, at - 1, 'Up')} />
              )}
              {at < items.length - 1 && (
                <Act id={`Down-${item.id}`} words="Move down" name={item.title} onDo={() => move(at, at + 1, 'Down')} />
              )}
              <Act words="Take off" name={item.title} onDo={() => remove.mutate({ id, revision, itemId: item.id })} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What the board is asked about an item: `Approve £400,000`. */
const askOf = ({ act, amount, subjectKind, next }: MeetingItem): string => {
  if (subjectKind === 'other') return 'Other business'
  if (act === null) return `Not with this board now. Next: ${next ?? 'nothing'}`
  return amount === null ? askWords[act] : `${askWords[act]} ${formatInSentence(amount)}`
}

/** The business cases whose route leads to this board, and which stand on no agenda. */
function ReadyCases({
  facts,
  mayKeep,
  refuse,
}: {
  facts: MeetingFacts
  mayKeep: boolean
  refuse: MeetingForms['refuse']
}) {
  const { meeting, ready, board } = facts
  const add = useMutation(
    trpc.meetings.addItem.mutationOptions({
      onSuccess: ({ value }) => announce(`On the agenda: ${value?.items.at(-1)?.title ?? ''}`),
      onError: refuse(),
    }),
  )
  const onAdd = (subjectId: (typeof ready)[number]['id']) => {
    const { id, revision } = meeting
    add.mutate({ id, revision, subjectKind: 'business_case', subjectId, title: null, isExempt: false })
  }
  return (
    <section className={classes.section} aria-labelledby="ready-heading">
      <h2 id="ready-heading" className={classes.heading}>
        Cases ready to come
      </h2>
      <DataTable
        caption={`${countOf(ready.length, 'business case')} that ${board.name} is asked about next and no agenda has`}
        rows={ready}
        keyOf={({ id }) => id}
        empty={`No business case waits for ${board.name}. Once one is accepted, or comes back deferred, it appears here.`}
        columns={[
          {
            id: 'title',
            heading: 'Business case',
            isRowHeading: true,
            sortBy: ({ title }) => title,
            cell: ({ title, reference }) => `${title} (${reference})`,
          },
          {
            id: 'since',
            heading: 'Waiting since',
            sortBy: ({ since }) => since ?? '',
            cell: ({ since }) => <span className={classes.day}>{since ? formatDay(since) : 'not stated'}</span>,
          },
          {
            id: 'amount',
            heading: 'Asks for',
            align: 'right',
            sortBy: ({ amount }) => amount,
            cell: ({ amount }) => <span className="figures">{formatInSentence(amount)}</span>,
          },
          ...(mayKeep
            ? [
                {
                  id: 'act',
                  heading: 'Act',
                  cell: ({ id, title }: (typeof ready)[number]) => (
                    <Act words="Add to the agenda" name={title} onDo={() => onAdd(id)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
