import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { CommitmentFacts } from './spendFacts.ts'

/** What of each release is ordered, spent, and left to commit, over all years. */
export function LeftToCommit({ left }: Pick<CommitmentFacts, 'left'>) {
  const { view } = useView()
  const parts = ['released', 'committed', 'spent', 'left'] as const
  const headings = { released: 'Released', committed: 'Ordered', spent: 'Spent', left: 'Left to commit' }
  const pence = needsPence(
    left.flatMap((each) => parts.map((part) => each[part])),
    view.unit,
  )
  return (
    <DataTable
      caption={`Left to commit where money is released, all years, ${view.unit}`}
      rows={left}
      keyOf={({ place }) => `${place.kind} ${place.id}`}
      empty="Nothing is released yet, so that nothing may be ordered or spent."
      columns={[
        {
          id: 'place',
          heading: 'Released to',
          isRowHeading: true,
          sortBy: ({ name }) => name,
          cell: ({ name }) => name,
        },
        ...parts.map((part) => ({
          id: part,
          heading: headings[part],
          align: 'right' as const,
          sortBy: (row: CommitmentFacts['left'][number]) => row[part],
          cell: (row: CommitmentFacts['left'][number]) => <Figure value={row[part]} unit={view.unit} pence={pence} />,
        })),
      ]}
    />
  )
}
