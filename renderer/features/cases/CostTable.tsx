import { formatYear } from '../../../domain/financialYear.ts'
import { sum } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { CaseFacts } from './caseFacts.ts'
import { yearsOf } from './yearsOf.ts'

/** What the case costs: a row for each nature and source, a column for each year. */
export function CostTable({ facts: { businessCase, sources, programme } }: { facts: CaseFacts }) {
  const { view } = useView()
  const costs = businessCase.costs.filter((line) => line.amount !== 0)
  const years = yearsOf(programme, costs)
  const rows = [...Map.groupBy(costs, ({ nature, sourceId }) => `${nature} ${sourceId}`)].map(([key, lines]) => ({
    key,
    lines,
    nature: lines[0]?.nature ?? 'capital',
    source: sources.find(({ id }) => id === lines[0]?.sourceId)?.name ?? 'source not stated',
  }))
  const pence = needsPence(
    costs.map((line) => line.amount),
    view.unit,
  )
  const figure = (lines: typeof costs) => (
    <Figure
      value={lines.length === 0 ? 'none' : sum(lines.map((line) => line.amount))}
      unit={view.unit}
      pence={pence}
    />
  )
  const total = (lines: typeof costs, year?: number) =>
    figure(year === undefined ? lines : lines.filter((line) => line.startYear === year))
  return (
    <DataTable
      caption={`Costs, ${view.unit}`}
      rows={rows}
      keyOf={({ key }) => key}
      empty="No costs are stated."
      columns={[
        {
          id: 'source',
          heading: 'Nature and source',
          isRowHeading: true,
          cell: ({ nature, source }) => `${nature === 'capital' ? 'Capital' : 'Revenue'}, ${source}`,
        },
        ...years.map((year) => ({
          id: String(year),
          heading: formatYear(year),
          align: 'right' as const,
          cell: ({ lines }: (typeof rows)[number]) => total(lines, year),
        })),
        { id: 'total', heading: 'Total', align: 'right', cell: ({ lines }) => total(lines) },
      ]}
      footer={
        rows.length > 1 && (
          <tr>
            <th scope="row">Total</th>
            {years.map((year) => (
              <td key={year} data-align="right">
                {total(costs, year)}
              </td>
            ))}
            <td data-align="right">{total(costs)}</td>
          </tr>
        )
      }
    />
  )
}
