import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { useView } from '../../lib/useView.ts'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { MonitoringFacts } from './forecastFacts.ts'
import { budgetColumns, isUnchanged } from './monitoringColumns.ts'

type BudgetRow = MonitoringFacts['plan']['rows'][number]

/** More are drawn only when they are asked for. */
const MOST_ROWS = 50

/** How the budget came from the last report to now: the plan by scheme, and the allocation where it stands. */
export function BudgetTables({ facts }: { facts: MonitoringFacts }) {
  const { view } = useView()
  const [isChangedOnly, setChangedOnly] = useState(facts.plan.rows.length > MOST_ROWS)
  const nameOf = ({ place }: BudgetRow) => facts.places.find(({ id }) => id === place.id)?.name ?? place.id
  const columns: DataColumn<BudgetRow>[] = [
    { id: 'place', heading: 'Where', isRowHeading: true, sortBy: nameOf, cell: nameOf },
    ...budgetColumns.map(
      ({ id, label }): DataColumn<BudgetRow> => ({
        id,
        heading: label,
        align: 'right',
        sortBy: (row) => row[id],
        cell: (row) => <Figure value={row[id]} unit={view.unit} />,
      }),
    ),
  ]
  const captionOf = (what: string) =>
    `${what}, ${formatYear(facts.startYear)}, ${view.unit === '£' ? 'pounds' : view.unit}, since ${formatDay(facts.since)}`
  return (
    <>
      <Checkbox
        label="Only what has changed since the last report"
        checked={isChangedOnly}
        onChange={(event) => setChangedOnly(event.currentTarget.checked)}
      />
      {(['plan', 'allocation'] as const).map((level) => (
        <DataTable
          key={level}
          caption={captionOf(level === 'plan' ? 'Expenditure plan' : 'Capital programme (allocation)')}
          columns={columns}
          rows={facts[level].rows.filter((row) => !isChangedOnly || !isUnchanged(row))}
          keyOf={({ place }) => place.id}
          empty={
            isChangedOnly && facts[level].rows.length > 0
              ? 'Nothing has changed since the last report.'
              : `No ${level === 'plan' ? 'plan' : 'allocation'} is recorded for this year.`
          }
          footer={
            <tr>
              <th scope="row">Total</th>
              {budgetColumns.map(({ id }) => (
                <td key={id} data-align="right">
                  <Figure value={facts[level].total[id]} unit={view.unit} />
                </td>
              ))}
            </tr>
          }
        />
      ))}
    </>
  )
}
