import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { sum } from '../../../domain/money.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import classes from './Authority.module.css'
import { placeName, type RegisterFacts } from './registerFacts.ts'

const amounts = ['requested', 'effective', 'released', 'held', 'committed', 'spent', 'left'] as const
const amountWords: Record<(typeof amounts)[number], string> = {
  requested: 'Asked for',
  effective: 'Effective',
  released: 'Released',
  held: 'Held',
  committed: 'Committed',
  spent: 'Spent',
  left: 'Left to commit',
}

/** Authority by scheme, theme and year, under whatever decisions: what is asked for, in force, held, used and left. */
export function ByYear({ facts }: { facts: RegisterFacts }) {
  const { view } = useView()
  const { places } = facts.register
  const rows = places
    .map((row) => ({ ...row, name: placeName(facts, row.place) }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.startYear - b.startYear)
  const pence = needsPence(
    rows.flatMap((row) => amounts.map((name) => row[name])),
    view.unit,
  )
  return (
    <section className={classes.section} aria-label="By scheme and year">
      <DataTable
        caption={`${countOf(rows.length, 'line')}, amounts in ${view.unit}, as at ${formatDay(facts.asAt.day)}`}
        rows={rows}
        keyOf={({ place, startYear }) => `${place.id} ${startYear}`}
        empty="No authority to spend is asked for or in force in these years."
        columns={[
          { id: 'scope', heading: 'Scope', isRowHeading: true, sortBy: ({ name }) => name, cell: ({ name }) => name },
          {
            id: 'year',
            heading: 'Year',
            sortBy: ({ startYear }) => startYear,
            cell: ({ startYear }) => <span className={classes.day}>{formatYear(startYear)}</span>,
          },
          ...amounts.map((name) => ({
            id: name,
            heading: amountWords[name],
            align: 'right' as const,
            sortBy: (row: (typeof rows)[number]) => row[name],
            cell: (row: (typeof rows)[number]) => <Figure value={row[name]} unit={view.unit} pence={pence} />,
          })),
        ]}
        footer={
          rows.length > 0 && (
            <tr>
              <th scope="row" colSpan={2} data-align="left">
                Total
              </th>
              {amounts.map((name) => (
                <td key={name} data-align="right">
                  <Figure value={sum(rows.map((row) => row[name]))} unit={view.unit} pence={pence} />
                </td>
              ))}
            </tr>
          )
        }
      />
    </section>
  )
}
