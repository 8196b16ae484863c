import { Link } from '@tanstack/react-router'
import { countOf } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'

/** What was frozen for each item as the agenda was published, with the hash by which a copy can be known. */
export function PapersPart({ facts: { meeting } }: { facts: MeetingFacts }) {
  const papers = meeting.items.filter(({ subjectKind }) => subjectKind !== 'other')
  return (
    <DataTable
      caption={`${countOf(papers.length, 'paper')}, frozen as the agenda was published`}
      rows={papers}
      keyOf={({ id }) => id}
      empty="No papers yet. When the agenda is published, each business case and request on it is kept here as it stood then."
      columns={[
        {
          id: 'item',
          heading: 'Paper',
          isRowHeading: true,
          cell: ({ id, title }) => (
            <Link to="/meetings/$id/items/$itemId" params={{ id: meeting.id, itemId: id }}>
              {title}
            </Link>
          ),
        },
        { id: 'state', heading: 'State', cell: (item) => <PaperState item={item} /> },
        {
          id: 'hash',
          heading: 'SHA-256',
          cell: ({ paperSha256 }) => <span className={classes.hash}>{paperSha256 ?? 'none'}</span>,
        },
      ]}
    />
  )
}

function PaperState({ item: { paperId, isPaperCurrent } }: { item: MeetingItem }) {
  if (paperId === null) return <StatusTag words="Not published" tint="grey" />
  return isPaperCurrent ? (
    <StatusTag words="As published" tint="green" />
  ) : (
    <StatusTag words="Changed since" tint="yellow" />
  )
}
