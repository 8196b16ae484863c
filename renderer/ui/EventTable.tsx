import type { inferOutput } from '@trpc/tanstack-react-query'
import type { ReactNode } from 'react'
import { dayInLondon, Instant } from '../../domain/calendarDay.ts'
import { formatDay, formatTime } from '../../domain/inWords.ts'
import { operationWords } from '../lib/operationWords.ts'
import type { trpc } from '../lib/trpc.ts'
import { type DataColumn, DataTable } from './DataTable.tsx'
import { EventDetail } from './EventDetail.tsx'
import classes from './EventTable.module.css'

export type TrailEvent = inferOutput<typeof trpc.audit.page>['events'][number]

interface EventTableProps {
  caption: string
  events: readonly TrailEvent[]
  /** Draws what an event is about; left out where all are about one thing. */
  subject?: (event: TrailEvent) => ReactNode
  empty: ReactNode
}

/** Events of the trail, newest first: when, who, what was done, and what changed by field and by posting. */
export function EventTable({ caption, events, subject, empty }: EventTableProps) {
  const columns: DataColumn<TrailEvent>[] = [
    { id: 'seq', heading: 'Number', align: 'right', isRowHeading: true, cell: (event) => event.seq },
    { id: 'when', heading: 'When', cell: (event) => <When moment={Instant.parse(event.recordedAt)} /> },
    { id: 'who', heading: 'Who', cell: (event) => event.by },
    { id: 'act', heading: 'Act', cell: (event) => operationWords(event.operation) },
    ...(subject ? [{ id: 'subject', heading: 'Subject', cell: subject }] : []),
    { id: 'changed', heading: 'What changed', cell: (event) => <EventDetail event={event} /> },
  ]
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={events}
      keyOf={(event) => String(event.seq)}
      empty={empty}
    />
  )
}

function When({ moment }: { moment: Instant }) {
  return (
    <>
      <span className={classes.when}>{formatDay(dayInLondon(moment))}</span>{' '}
      <span className={classes.when}>{formatTime(moment)}</span>
    </>
  )
}
