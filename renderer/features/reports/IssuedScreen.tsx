import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay, formatMoment } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ReportTabs } from './ReportTabs.tsx'

/** Every report that was issued, the newest first; what a later issue took the place of stays in the list. */
export function IssuedScreen() {
  const query = useQuery(trpc.reports.issued.queryOptions({}))
  return (
    <Queried query={query} doing="Reading what was issued">
      {(issues) => (
        <Page title="Issued reports" lead="What was handed over as evidence, with its files exactly as they were.">
          <ReportTabs />
          {issues.length === 0 ? (
            <EmptyState>
              Nothing is issued yet. A report that was prepared and certified by a second person is issued from its
              draft, and then stands here for ever.
            </EmptyState>
          ) : (
            <DataTable
              caption={countOf(issues.length, 'issue')}
              rows={issues}
              keyOf={({ id }) => id}
              empty=""
              columns={[
                {
                  id: 'title',
                  heading: 'Report',
                  isRowHeading: true,
                  sortBy: ({ title }) => title,
                  cell: ({ id, title }) => (
                    <Link to="/reports/issued/$id" params={{ id }}>
                      {title}
                    </Link>
                  ),
                },
                { id: 'about', heading: 'About', cell: ({ about }) => about || '–' },
                {
                  id: 'issued',
                  heading: 'Issued',
                  sortBy: ({ issuedAt }) => issuedAt,
                  cell: ({ issuedAt, issuedBy }) => `${formatMoment(issuedAt)}, ${issuedBy}`,
                },
                { id: 'certified', heading: 'Certified by', cell: ({ certifiedBy }) => certifiedBy },
                { id: 'asAt', heading: 'Figures as at', cell: ({ asAtOn }) => formatDay(asAtOn) },
                {
                  id: 'state',
                  heading: 'State',
                  cell: ({ supersededById }) =>
                    supersededById === null ? (
                      <StatusTag words="Current" tint="green" />
                    ) : (
                      <StatusTag words="Superseded" tint="grey" />
                    ),
                },
              ]}
            />
          )}
        </Page>
      )}
    </Queried>
  )
}
