import { formatYear } from '../../../domain/financialYear.ts'
import { caseStatusWords } from '../../lib/caseWords.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { SchemeFacts } from './schemeFacts.ts'

/** What is known of the scheme's business cases, by financial year. */
export function Cases({ cases }: { cases: SchemeFacts['caseStatuses'] }) {
  return (
    <DataTable
      caption="Business cases"
      isCaptionHidden
      rows={cases}
      keyOf={({ id }) => id}
      empty="No business case is on record. When its status is known, record it here with the place that says so."
      columns={[
        {
          id: 'year',
          heading: 'For',
          isRowHeading: true,
          cell: ({ startYear }) => (startYear === null ? 'All years' : formatYear(startYear)),
        },
        { id: 'status', heading: 'Status', cell: ({ status }) => caseStatusWords[status] },
        { id: 'place', heading: 'Where that is said', cell: ({ place }) => place || 'not recorded' },
      ]}
    />
  )
}
