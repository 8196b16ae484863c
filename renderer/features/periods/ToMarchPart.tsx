import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts } from './periodFacts.ts'

/** R24: what TO MARCH was when the year was closed, beside the ledger, and every adjustment between the two. */
export function ToMarchPart({ toMarch }: { toMarch: NonNullable<YearEndFacts['toMarch']> }) {
  const { view } = useView()
  const { startYear, atClose, now, since } = toMarch
  const pence = needsPence(
    since.map(({ amount }) => amount),
    view.unit,
  )
  return (
    <section className={classes.part} aria-labelledby="to-march-heading">
      <h2 id="to-march-heading">To March {startYear + 1}</h2>
      <p className="reading">
        {atClose === now
          ? `The ledger agrees with the spend at the close, ${formatInSentence(atClose)}.`
          : `At the close ${formatInSentence(atClose)} was spent to March ${startYear + 1}; the ledger has ${formatInSentence(now)} now. The adjustments since are named below.`}
      </p>
      {since.length > 0 && (
        <DataTable
          caption={`Adjustments since the close, ${view.unit}`}
          rows={since}
          keyOf={(each) => `${each.movementId} ${each.startYear} ${each.place.id}`}
          empty={null}
          columns={[
            { id: 'place', heading: 'Scheme', isRowHeading: true, cell: ({ name }) => name },
            { id: 'on', heading: 'Dated', cell: ({ effectiveOn }) => formatDay(effectiveOn) },
            { id: 'reason', heading: 'Reason', cell: ({ reason }) => reason },
            {
              id: 'amount',
              heading: 'Amount',
              align: 'right',
              cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
            },
          ]}
        />
      )}
    </section>
  )
}
