import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { SchemeFacts } from './schemeFacts.ts'

/** The decisions that have given the scheme an allocation or authority of its own. */
export function Decisions({ facts: { scheme, decisions } }: { facts: SchemeFacts }) {
  const amountOf = (decision: SchemeFacts['decisions'][number], level: 'allocation' | 'authority') => {
    const lines = decision.lines.filter((line) => line.level === level && line.place.id === scheme.id)
    return lines.length === 0 ? 'none' : formatInSentence(sum(lines.map(({ amount }) => amount)))
  }
  return (
    <DataTable
      caption="Decisions"
      isCaptionHidden
      rows={decisions}
      keyOf={({ id }) => id}
      empty="No decision names this scheme. Money given to its theme is used by its schemes together."
      columns={[
        {
          id: 'reference',
          heading: 'Reference',
          isRowHeading: true,
          cell: ({ id, reference }) => (
            <Link to="/decisions/$id" params={{ id }}>
              {reference}
            </Link>
          ),
        },
        { id: 'title', heading: 'Decision', cell: ({ title }) => title },
        { id: 'taker', heading: 'Decision taker', cell: ({ decisionTaker }) => decisionTaker },
        { id: 'made', heading: 'Made', cell: ({ madeOn }) => formatDay(madeOn) },
        {
          id: 'effective',
          heading: 'Effective',
          cell: ({ effectiveOn, status }) =>
            status === 'effective' ? (
              formatDay(effectiveOn)
            ) : (
              <>
                {formatDay(effectiveOn)} <StatusTag tint="yellow" words="Not yet in effect" />
              </>
            ),
        },
        {
          id: 'allocation',
          heading: 'Allocation',
          align: 'right',
          cell: (decision) => amountOf(decision, 'allocation'),
        },
        { id: 'authority', heading: 'Authority', align: 'right', cell: (decision) => amountOf(decision, 'authority') },
      ]}
    />
  )
}
