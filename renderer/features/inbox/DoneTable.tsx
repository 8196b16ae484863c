import { formatMoment } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { operationWords } from '../../lib/operationWords.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { addressOfDone } from './addressOfDone.ts'
import classes from './Inbox.module.css'
import type { InboxFacts } from './InboxScreen.tsx'

/** What the reader did, the newest first. */
export function DoneTable({ lines, count }: { lines: InboxFacts['done']; count: number }) {
  return (
    <DataTable
      caption={`Done by you: ${countOf(count, 'act')}, the newest first`}
      rows={lines}
      keyOf={({ seq }) => String(seq)}
      empty="Nothing yet. What you decide, check, publish or record appears here."
      columns={[
        {
          id: 'what',
          heading: 'What',
          isRowHeading: true,
          cell: (line) => {
            const address = addressOfDone(line)
            const title = line.title === '' ? 'Removed since' : line.title
            return address === null ? title : <PathLink path={address}>{title}</PathLink>
          },
        },
        { id: 'act', heading: 'Act', cell: ({ operation }) => operationWords(operation) },
        {
          id: 'when',
          heading: 'When',
          cell: ({ recordedAt }) => <span className={classes.day}>{formatMoment(recordedAt)}</span>,
        },
      ]}
    />
  )
}
