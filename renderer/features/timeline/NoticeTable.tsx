import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { optionWords } from '../../lib/fieldWords.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { ForwardPlanFacts } from './forwardPlanRows.ts'
import { PlanPages } from './PlanPages.tsx'
import classes from './Timeline.module.css'
import type { TimelineSearch } from './timelineSearch.ts'

/** The notices of key decisions that are out, each read on the page of its request. */
export function NoticeTable({ facts, search }: { facts: ForwardPlanFacts; search: TimelineSearch }) {
  const { notices, nextNotices } = facts
  const isPaged = search.notices !== undefined || nextNotices !== null
  return (
    <section className={classes.section} aria-labelledby="notices">
      <h2 id="notices">Notices published</h2>
      <DataTable
        caption={`${countOf(notices.length, 'notice')}${isPaged ? ' on this page' : ''}, the request that was begun last first`}
        rows={notices}
        keyOf={({ id }) => id}
        empty="No notice is published yet. It is published from the page of its request."
        columns={[
          {
            id: 'ref',
            heading: 'Ref',
            isRowHeading: true,
            cell: ({ id, reference }) => (
              <Link to="/authority/$id" params={{ id }} search={{ task: 'publishNotice' }}>
                {reference}
              </Link>
            ),
          },
          { id: 'title', heading: 'Title', cell: ({ title }) => title },
          {
            id: 'published',
            heading: 'Published',
            sortBy: ({ publishedOn }) => publishedOn ?? '',
            cell: ({ publishedOn }) => publishedOn && formatDay(publishedOn),
          },
          { id: 'route', heading: 'How', cell: ({ route }) => route && optionWords(route) },
          {
            id: 'due',
            heading: 'Decision due',
            cell: ({ decisionDueOn }) => (decisionDueOn ? formatDeadline(decisionDueOn) : 'not said yet'),
          },
          {
            id: 'status',
            heading: 'Status',
            cell: ({ status }) => <StatusTag {...requestStateWords[status]} />,
          },
        ]}
      />
      <PlanPages search={search} list="notices" of="notices" next={nextNotices} />
    </section>
  )
}
