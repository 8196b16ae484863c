import { Link } from '@tanstack/react-router'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { type Pence, sum } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'

interface PeriodAmount {
  schemeId: Id
  startYear: StartYear
  period: number
  amount: Pence
}

interface PeriodTableProps {
  caption: string
  amounts: readonly PeriodAmount[]
  schemes: readonly { id: Id; name: string }[]
}

/** 0 is the year as a whole, 13 what is entered as it closes. */
const periodWords = (period: number): string => (period === 0 ? 'Whole year' : `P${period}`)

/** Amounts by scheme and year, with a column for each period in which there is any, and totals. */
export function PeriodTable({ caption, amounts, schemes }: PeriodTableProps) {
  const { view } = useView()
  const pence = needsPence(
    amounts.map(({ amount }) => amount),
    view.unit,
  )
  const periods = [...new Set(amounts.map(({ period }) => period))].sort((a, b) => a - b)
  const rows = schemes.flatMap(({ id, name }) => {
    const own = amounts.filter(({ schemeId }) => schemeId === id)
    return [...Map.groupBy(own, ({ startYear }) => startYear)].map(([startYear, inYear]) => ({
      id,
      name,
      startYear,
      of: new Map(inYear.map(({ period, amount }) => [period, amount])),
      total: sum(inYear.map(({ amount }) => amount)),
    }))
  })
  const totalOf = (period: number) => sum(amounts.filter((each) => each.period === period).map(({ amount }) => amount))
  const figure = (value: Pence | undefined) => <Figure value={value ?? 'none'} unit={view.unit} pence={pence} />
  return (
    <DataTable
      caption={`${caption}, ${view.unit}`}
      rows={rows}
      keyOf={(row) => `${row.id} ${row.startYear}`}
      empty="No scheme has any."
      columns={[
        {
          id: 'scheme',
          heading: 'Scheme',
          isRowHeading: true,
          sortBy: (row) => row.name,
          cell: (row) => (
            <Link to="/schemes/$id" params={{ id: row.id }}>
              {row.name}
            </Link>
          ),
        },
        { id: 'year', heading: 'Year', sortBy: (row) => row.startYear, cell: (row) => formatYear(row.startYear) },
        ...periods.map((period) => ({
          id: `p${period}`,
          heading: periodWords(period),
          align: 'right' as const,
          cell: (row: (typeof rows)[number]) => figure(row.of.get(period)),
        })),
        { id: 'total', heading: 'Total', align: 'right', sortBy: (row) => row.total, cell: (row) => figure(row.total) },
      ]}
      footer={
        <tr>
          <th scope="row">Total</th>
          <td />
          {periods.map((period) => (
            <td key={period} data-align="right">
              {figure(totalOf(period))}
            </td>
          ))}
          <td data-align="right">{figure(sum(amounts.map(({ amount }) => amount)))}</td>
        </tr>
      }
    />
  )
}
