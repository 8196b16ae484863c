import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf, formatDeadline, needsPence } from '../../lib/format.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Authority.module.css'
import type { RegisterFacts } from './registerFacts.ts'

/** Requests on their way: none of them may be spent under before its decision has effect. */
export function AskedFor({ facts }: { facts: RegisterFacts }) {
  const { view } = useView()
  const { requests } = facts
  const pence = needsPence(
    requests.map(({ amount }) => amount),
    view.unit,
  )
  return (
    <section className={classes.section} aria-label="Asked for">
      <DataTable
        caption={`${countOf(requests.length, 'request')}, amounts in ${view.unit}, all years, as at ${formatDay(facts.asAt.day)}`}
        rows={requests}
        keyOf={({ id }) => id}
        empty="Nothing is asked for. When somebody asks for authority to spend, the request appears here until its decision has effect."
        columns={[
          {
            id: 'reference',
            heading: 'Ref',
            isRowHeading: true,
            sortBy: ({ reference }) => reference,
            cell: ({ id, reference, version }) => (
              <Link to="/authority/$id" params={{ id }}>
                {reference}
                {version > 1 && `, version ${version}`}
              </Link>
            ),
          },
          { id: 'title', heading: 'What for', sortBy: ({ title }) => title, cell: ({ title }) => title },
          {
            id: 'taker',
            heading: 'Decision taker',
            sortBy: ({ decisionTaker }) => decisionTaker,
            cell: ({ decisionTaker }) => decisionTaker || <span className={classes.muted}>not said yet</span>,
          },
          {
            id: 'due',
            heading: 'Decision due',
            sortBy: ({ decisionDueOn }) => decisionDueOn ?? '',
            cell: ({ decisionDueOn }) =>
              decisionDueOn ? (
                <span className={classes.day}>{formatDeadline(decisionDueOn)}</span>
              ) : (
                <span className={classes.muted}>not said yet</span>
              ),
          },
          {
            id: 'amount',
            heading: 'Asked for',
            align: 'right',
            sortBy: ({ amount }) => amount,
            cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
          },
          { id: 'force', heading: 'In force', cell: () => 'not yet' },
          {
            id: 'state',
            heading: 'State',
            sortBy: ({ status }) => requestStateWords[status].words,
            cell: ({ status }) => <StatusTag {...requestStateWords[status]} />,
          },
        ]}
      />
    </section>
  )
}
