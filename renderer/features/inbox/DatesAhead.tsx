import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { REMINDED_DAYS } from '../../../domain/inbox/datesAhead.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { dateWords } from './actWords.ts'
import type { InboxFacts } from './InboxScreen.tsx'

/** What has a date in the next days, whoever it is for, and what should be done by now. */
export function DatesAhead({ dates, day }: { dates: InboxFacts['dates']; day: CalendarDay }) {
  return (
    <DataTable
      caption={`Dates in the next ${REMINDED_DAYS} days: ${countOf(dates.length, 'date')}`}
      rows={dates}
      keyOf={({ kind, id, on, title }) => `${kind} ${id} ${on} ${title}`}
      empty="No dates in the next 30 days. Call-in windows, conditions, decisions and the ends of grants and approvals appear here."
      columns={[
        {
          id: 'on',
          heading: 'Date',
          isRowHeading: true,
          cell: ({ on }) => (
            <>
              {formatDeadline(on)} {on < day && <StatusTag words="Overdue" tint="yellow" />}
            </>
          ),
        },
        { id: 'what', heading: 'What', cell: ({ kind }) => dateWords[kind] },
        { id: 'of', heading: 'Of', cell: ({ title }) => title },
      ]}
    />
  )
}
