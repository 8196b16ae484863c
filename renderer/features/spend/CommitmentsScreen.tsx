import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { formatYears, needsPence } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { PeriodTable } from './PeriodTable.tsx'
import classes from './Spend.module.css'
import type { CommitmentFacts } from './spendFacts.ts'

/** What is ordered and not yet paid. */
export function CommitmentsScreen() {
  const { view } = useView()
  const query = useQuery(
    trpc.spend.commitments.queryOptions(
      { from: view.from, to: view.to, asAt: view.asAt },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading what is ordered">
      {(facts) => <Commitments facts={facts} />}
    </Queried>
  )
}

function Commitments({ facts }: { facts: CommitmentFacts }) {
  const { view } = useView()
  const years = formatYears(view.from, view.to)
  const committed = sum(facts.amounts.map(({ amount }) => amount))
  const pence = needsPence(
    facts.orders.flatMap(({ ordered, outstanding }) => [ordered, outstanding]),
    view.unit,
  )
  const nameOf = (id: string) => facts.schemes.find((scheme) => scheme.id === id)?.name ?? ''
  return (
    <Page
      title="Commitments"
      lead={
        <p>
          {years}: {formatInSentence(committed)} ordered and not yet paid
        </p>
      }
    >
      <NextStep>
        an order goes down as the invoices that name it are brought in; the next extract of orders raises it.
      </NextStep>
      <SpendTabs />
      {facts.amounts.length === 0 ? (
        <EmptyState action={<Link to="/spend/new">Bring in an extract</Link>}>
          Nothing is ordered for {years}. When an extract of purchase orders is brought in, what is outstanding appears
          here by order.
        </EmptyState>
      ) : (
        <>
          <PeriodTable caption={`Ordered and not yet paid, ${years}`} amounts={facts.amounts} schemes={facts.schemes} />
          <section className={classes.section} aria-label="Orders">
            <DataTable
              caption={`The largest orders with something outstanding, ${view.unit}`}
              rows={facts.orders}
              keyOf={(order) => `${order.orderRef} ${order.schemeId} ${order.startYear}`}
              empty="Commitments here name no order."
              columns={[
                { id: 'order', heading: 'Order', isRowHeading: true, cell: ({ orderRef }) => orderRef },
                {
                  id: 'supplier',
                  heading: 'Supplier',
                  sortBy: ({ supplier }) => supplier,
                  cell: ({ supplier }) => supplier,
                },
                { id: 'for', heading: 'For', cell: ({ description }) => description },
                {
                  id: 'scheme',
                  heading: 'Scheme',
                  sortBy: ({ schemeId }) => nameOf(schemeId),
                  cell: ({ schemeId }) => nameOf(schemeId),
                },
                { id: 'year', heading: 'Year', cell: ({ startYear }) => formatYear(startYear) },
                {
                  id: 'ordered',
                  heading: 'Ordered',
                  align: 'right',
                  sortBy: ({ ordered }) => ordered,
                  cell: ({ ordered }) => <Figure value={ordered} unit={view.unit} pence={pence} />,
                },
                {
                  id: 'outstanding',
                  heading: 'Outstanding',
                  align: 'right',
                  sortBy: ({ outstanding }) => outstanding,
                  cell: ({ outstanding }) => <Figure value={outstanding} unit={view.unit} pence={pence} />,
                },
              ]}
            />
          </section>
        </>
      )}
    </Page>
  )
}
