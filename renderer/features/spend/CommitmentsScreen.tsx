import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { reportFileName } from '../../../domain/reportFileName.ts'
import { commitmentsCsv } from '../../../domain/spend/commitmentsCsv.ts'
import { formatYears, needsPence } from '../../lib/format.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { LeftToCommit } from './LeftToCommit.tsx'
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
  const save = () => {
    const fileName = reportFileName('commitments', 'csv', facts)
    const bytes = commitmentsCsv(facts.orders.map((order) => ({ ...order, scheme: nameOf(order.schemeId) })))
    saveFile(new Blob([bytes], { type: 'text/csv' }), fileName)
    announce(`Saved to your downloads: ${fileName}`)
  }
  useAction('export', save, { words: 'Save the orders as CSV', when: facts.orders.length > 0 })
  return (
    <Page
      title="Commitments"
      lead={
        <p>
          {years}: {formatInSentence(committed)} ordered and not yet paid. Over all years{' '}
          {formatInSentence(facts.leftInAll)} left to commit
        </p>
      }
      actions={
        facts.orders.length > 0 && (
          <Button variant="default" onClick={save}>
            Save as CSV
          </Button>
        )
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
      <section className={classes.section} aria-label="Left to commit">
        <LeftToCommit left={facts.left} />
      </section>
    </Page>
  )
}
