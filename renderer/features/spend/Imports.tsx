import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { ImportLine } from './spendFacts.ts'

/** The extracts that were brought in, the newest first, also those that were taken back. */
export function Imports({ imports }: { imports: readonly ImportLine[] }) {
  const { view } = useView()
  const posted = ({ totals, kind }: ImportLine) => totals.posted[kind === 'actuals' ? 'actual' : 'commitment']
  const pence = needsPence(imports.map(posted), view.unit)
  return (
    <DataTable
      caption="Extracts brought in"
      isCaptionHidden
      rows={imports}
      keyOf={({ id }) => id}
      empty="No extract was brought in yet."
      columns={[
        {
          id: 'name',
          heading: 'Extract',
          isRowHeading: true,
          cell: (each) => (
            <Link to="/spend/imports/$id" params={{ id: each.id }} search={{}}>
              {each.name}
            </Link>
          ),
        },
        { id: 'kind', heading: 'What', cell: ({ kind }) => (kind === 'actuals' ? 'Spent' : 'Ordered') },
        { id: 'on', heading: 'Brought in', cell: (each) => `${formatDay(each.broughtInOn)}, ${each.broughtInBy}` },
        {
          id: 'rows',
          heading: 'Rows',
          align: 'right',
          cell: ({ totals }) => totals.read.toLocaleString('en-GB'),
        },
        {
          id: 'rejected',
          heading: 'Need you',
          align: 'right',
          cell: ({ totals }) => totals.rejected.rows.toLocaleString('en-GB'),
        },
        {
          id: 'posted',
          heading: `Posted, ${view.unit}`,
          align: 'right',
          cell: (each) => <Figure value={posted(each)} unit={view.unit} pence={pence} />,
        },
        {
          id: 'status',
          heading: 'State',
          cell: ({ status }) =>
            status === 'brought_in' ? (
              <StatusTag words="In the ledger" tint="green" />
            ) : (
              <StatusTag words="Taken back" tint="grey" />
            ),
        },
      ]}
    />
  )
}
