import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts } from './periodFacts.ts'
import { spendByWords } from './spendByWords.ts'

/** R20 for the year after: whether each source may still be spent in it. */
export function SpendByTable({ facts }: { facts: YearEndFacts }) {
  const { view } = useView()
  const year = formatYear(facts.next.startYear)
  const pence = needsPence(
    facts.spendBy.map(({ amount }) => amount),
    view.unit,
  )
  return (
    <section className={classes.part} aria-labelledby="spend-by-heading">
      <h2 id="spend-by-heading">Spend-by dates for {year}</h2>
      <DataTable
        caption={`Funding of ${year}, ${view.unit}`}
        rows={facts.spendBy}
        keyOf={({ sourceId }) => sourceId}
        empty={`No funding is recorded for ${year}.`}
        columns={[
          { id: 'source', heading: 'Source', isRowHeading: true, cell: ({ source }) => source },
          {
            id: 'amount',
            heading: 'Funding',
            align: 'right',
            cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
          },
          {
            id: 'test',
            heading: 'Spend-by date',
            cell: ({ spendBy, spendByOn }) => spendByWords(spendBy, spendByOn && formatDay(spendByOn)),
          },
        ]}
      />
    </section>
  )
}
