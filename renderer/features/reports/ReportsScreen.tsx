import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { ReportGroup } from '../../../domain/report/reportList.ts'
import { countOf } from '../../lib/format.ts'
import { formWords } from '../../lib/reportOrders.ts'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Reports.module.css'
import { ReportTabs } from './ReportTabs.tsx'
import { draftStatusWords, groupWords } from './reportWords.ts'

type Catalogue = inferOutput<typeof trpc.reports.catalogue>
type Listed = Catalogue['rows'][number]

/** Every report that can be taken to a meeting, in five groups, with what is being written and what was issued last. */
export function ReportsScreen() {
  const { view } = useView()
  const isViewer = useSession().role === 'viewer'
  const query = useQuery(
    trpc.reports.catalogue.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the reports">
      {({ rows }) => (
        <Page
          title="Reports"
          lead="Council reports, board packs, workbooks and returns, each from the same figures and each with its proof."
        >
          <ReportTabs />
          <NextStep>
            {isViewer ? 'read what was issued. What is on its way is read by those who work on it.' : nextStep(rows)}
          </NextStep>
          {ReportGroup.options.map((group) => (
            <section key={group} className={classes.section} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{groupWords[group]}</h2>
              <DataTable
                caption={groupWords[group]}
                isCaptionHidden
                rows={rows.filter((row) => row.group === group)}
                keyOf={({ report }) => report}
                empty=""
                columns={[
                  {
                    id: 'number',
                    heading: 'No.',
                    align: 'right',
                    sortBy: ({ number }) => number,
                    cell: ({ number }) => number,
                  },
                  {
                    id: 'title',
                    heading: 'Report',
                    isRowHeading: true,
                    cell: (row) => <Title {...row} isViewer={isViewer} />,
                  },
                  { id: 'audience', heading: 'For', cell: ({ audience }) => audience },
                  {
                    id: 'forms',
                    heading: 'Saved as',
                    cell: ({ forms }) => forms.map((form) => formWords[form]).join(', '),
                  },
                  { id: 'drafts', heading: 'Being written', cell: ({ drafts }) => <Drafts drafts={drafts} /> },
                  { id: 'issued', heading: 'Last issued', cell: ({ lastIssue }) => <LastIssue issue={lastIssue} /> },
                ]}
              />
            </section>
          ))}
        </Page>
      )}
    </Queried>
  )
}

const nextStep = (rows: readonly Listed[]): string => {
  const drafts = rows.flatMap((row) => row.drafts)
  const prepared = drafts.filter(({ status }) => status === 'prepared').length
  const certified = drafts.filter(({ status }) => status === 'certified').length
  if (prepared > 0) {
    return `${countOf(prepared, 'report waits', 'reports wait')} for somebody to certify ${prepared === 1 ? 'it' : 'them'} who did not write ${prepared === 1 ? 'it' : 'them'}.`
  }
  if (certified > 0) return `${countOf(certified, 'certified report')} can be issued.`
  return 'open a report and read it as it will be printed. Any report can be saved as a draft; one that is evidence is prepared, certified by a second person, and issued.'
}

function Title({ report, title, missing, lastIssue, isViewer }: Listed & { isViewer: boolean }) {
  if (isViewer) {
    if (lastIssue === null) return title
    return (
      <Link to="/reports/issued/$id" params={{ id: lastIssue.id }}>
        {title}
      </Link>
    )
  }
  if (report === 'everything') {
    return (
      <Link to="/settings" hash="data">
        {title}
      </Link>
    )
  }
  return (
    <>
      <Link to="/reports/$report" params={{ report }} search={{}}>
        {title}
      </Link>
      {missing !== '' && <div className={classes.note}>{missing}.</div>}
    </>
  )
}

function Drafts({ drafts }: Pick<Listed, 'drafts'>) {
  if (drafts.length === 0) return '–'
  return drafts.map(({ id, label, status }) => (
    <div key={id}>
      <Link to="/reports/drafts/$id" params={{ id }}>
        {label}
      </Link>
      <div className={classes.note}>{draftStatusWords[status]}</div>
    </div>
  ))
}

function LastIssue({ issue }: { issue: Listed['lastIssue'] }) {
  if (issue === null) return 'never'
  return (
    <Link to="/reports/issued/$id" params={{ id: issue.id }}>
      {formatDay(dayInLondon(issue.issuedAt))}
    </Link>
  )
}
