import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { csvFile } from '../../../domain/csv.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { optionWords } from '../../lib/fieldWords.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { forwardPlanRows } from './forwardPlanRows.ts'
import classes from './Timeline.module.css'
import type { SpendQuestion } from './timelineSearch.ts'

/** The key decisions that are planned, in the columns of the council's own list, and the notices that are out. */
export function ForwardPlan({ question }: { question: SpendQuestion }) {
  const { view } = useView()
  const mayNotice = useMayDo('notice')
  const query = useQuery(
    trpc.authority.forwardPlan.queryOptions({ asAt: view.asAt, after: null }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the forward plan">
      {({ decisions, notices }) => {
        const fitting = decisions.find(
          ({ noticePublishedOn, amount, status }) =>
            noticePublishedOn === null && amount === question.amount && status === 'cleared',
        )
        return (
          <>
            {fitting && mayNotice && (
              <p>
                <Link to="/authority/$id" params={{ id: fitting.id }} search={{ task: 'publishNotice' }}>
                  Create the notice for {fitting.reference}
                </Link>
              </p>
            )}
            <section className={classes.section} aria-labelledby="forward-plan">
              <div className={classes.headingRow}>
                <h2 id="forward-plan">Forward plan of key decisions</h2>
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => {
                    saveFile(new Blob([csvFile(forwardPlanRows(decisions))], { type: 'text/csv' }), 'Forward plan.csv')
                    announce('Saved Forward plan.csv')
                  }}
                >
                  CSV
                </Button>
              </div>
              <DataTable
                caption={countOf(decisions.length, 'key decision')}
                rows={decisions}
                keyOf={({ id }) => id}
                empty="No key decision is planned. A request for authority appears here once it is sent on its way."
                columns={[
                  {
                    id: 'title',
                    heading: 'Title',
                    isRowHeading: true,
                    sortBy: ({ title }) => title,
                    cell: ({ id, title }) => (
                      <Link to="/authority/$id" params={{ id }}>
                        {title}
                      </Link>
                    ),
                  },
                  {
                    id: 'ref',
                    heading: 'Ref',
                    sortBy: ({ reference }) => reference,
                    cell: ({ reference }) => reference,
                  },
                  {
                    id: 'notice',
                    heading: 'Notice published',
                    sortBy: ({ noticePublishedOn }) => noticePublishedOn ?? '',
                    cell: ({ noticePublishedOn, noticeDueBy }) =>
                      noticePublishedOn
                        ? formatDay(noticePublishedOn)
                        : noticeDueBy
                          ? `not yet, due by ${formatDeadline(noticeDueBy)}`
                          : 'not yet',
                  },
                  { id: 'urgent', heading: 'Urgent?', cell: ({ isUrgent }) => (isUrgent ? 'Yes' : 'No') },
                  {
                    id: 'status',
                    heading: 'Status',
                    sortBy: ({ status }) => requestStateWords[status].words,
                    cell: ({ status }) => <StatusTag {...requestStateWords[status]} />,
                  },
                  {
                    id: 'due',
                    heading: 'Decision due',
                    sortBy: ({ decisionDueOn }) => decisionDueOn ?? '',
                    cell: ({ decisionDueOn }) => (decisionDueOn ? formatDeadline(decisionDueOn) : 'not said yet'),
                  },
                ]}
              />
            </section>
            <section className={classes.section} aria-labelledby="notices">
              <h2 id="notices">Notices published</h2>
              <DataTable
                caption={`${countOf(notices.length, 'notice')}, newest first`}
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
            </section>
          </>
        )
      }}
    </Queried>
  )
}
