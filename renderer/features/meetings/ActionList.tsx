import { useMutation } from '@tanstack/react-query'
import type { MeetingAction } from '../../../domain/board/meeting.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'

/** The actions of a meeting and whether they are done, which is marked also after the record is confirmed. */
export function ActionList({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, day } = facts
  const isKept = meeting.status === 'agenda_published' || meeting.status === 'confirmed'
  const mayKeep = useMayDo('meeting') && isKept
  const finish = useMutation(
    trpc.meetings.finishAction.mutationOptions({
      onSuccess: () => announce('Action done'),
      onError: forms.refuse(),
    }),
  )
  const open = meeting.actions.filter(({ doneOn }) => doneOn === null).length
  return (
    <DataTable
      caption={`${countOf(open, 'open action')} of ${meeting.actions.length}`}
      rows={meeting.actions}
      keyOf={({ id }) => id}
      empty="No actions from this meeting."
      columns={[
        { id: 'text', heading: 'What is to be done', isRowHeading: true, cell: ({ text }) => text },
        { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner },
        {
          id: 'due',
          heading: 'By',
          sortBy: ({ dueOn }) => dueOn ?? '',
          cell: ({ dueOn }) => (dueOn ? <span className={classes.day}>{formatDay(dueOn)}</span> : 'not stated'),
        },
        {
          id: 'state',
          heading: 'State',
          cell: (action) => <ActionState action={action} isOverdue={action.dueOn !== null && action.dueOn < day} />,
        },
        ...(mayKeep
          ? [
              {
                id: 'act',
                heading: 'Act',
                cell: ({ id, text, doneOn }: MeetingAction) =>
                  doneOn === null && (
                    <Act
                      words="Done today"
                      name={text}
                      onDo={() => finish.mutate({ id: meeting.id, actionId: id, doneOn: day })}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function ActionState({ action: { doneOn }, isOverdue }: { action: MeetingAction; isOverdue: boolean }) {
  if (doneOn !== null) return <>Done on {formatDay(doneOn)}</>
  return isOverdue ? <StatusTag words="Overdue" tint="yellow" /> : <StatusTag words="Open" />
}
