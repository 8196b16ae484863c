import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { changeKindWords, changeStatusWords } from '../../../domain/change/changeWords.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { ordersOf, tables } from '../../lib/reportOrders.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Changes.module.css'
import { statusTint } from './statusTint.ts'

type RegisterFacts = inferOutput<typeof trpc.changes.list>

/** The register of changes in the columns of the national return, the newest first. */
export function ChangesScreen() {
  const { view } = useView()
  const query = useQuery(trpc.changes.list.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Reading the changes">
      {(facts) => <Register facts={facts} />}
    </Queried>
  )
}

function Register({ facts: { rows, asAt } }: { facts: RegisterFacts }) {
  const { view } = useView()
  const navigate = useNavigate()
  const mayRaise = useMayDo('raiseChange')
  useAction('main', () => void navigate({ to: '/changes/new' }), { words: 'Change the money', when: mayRaise })
  const pence = needsPence(
    rows.map(({ amount }) => amount),
    view.unit,
  )
  const waiting = rows.filter(({ status }) => status === 'sent').length
  return (
    <Page
      title="Changes"
      lead="Money moved between schemes, years and sources: what was asked for, by which route it went, and what was posted."
      actions={
        <>
          {mayRaise && (
            <Button component={Link} to="/changes/new">
              Change the money
            </Button>
          )}
          <Button component={Link} to="/scenarios" variant="default">
            Scenarios
          </Button>
          {rows.length > 0 && (
            <ExportMenu
              opens={[{ report: 'change-register', scope: { kind: 'programme' } }]}
              orders={ordersOf('change-register', tables)}
            />
          )}
        </>
      }
    >
      <NextStep>
        {waiting === 0
          ? 'nothing waits. Whoever needs money moved asks for a change.'
          : `${countOf(waiting, 'change waits', 'changes wait')} for approval by somebody who did not write ${waiting === 1 ? 'it' : 'them'}.`}
      </NextStep>
      <WhoMay duty="raiseChange" what="Changes are asked for" />
      {rows.length === 0 ? (
        <EmptyState>
          No changes asked for yet. When money is moved between schemes, years or sources, the change stands here with
          its route, its approver and its decision.
        </EmptyState>
      ) : (
        <DataTable
          caption={`${countOf(rows.length, 'change')}, amounts in ${view.unit}, as at ${formatDay(asAt.day)}`}
          rows={rows}
          keyOf={({ id }) => id}
          empty=""
          columns={[
            {
              id: 'number',
              heading: 'Change number',
              isRowHeading: true,
              sortBy: ({ number }) => number,
              cell: ({ id, number, kind }) => (
                <>
                  <Link to="/changes/$id" params={{ id }}>
                    {number}
                  </Link>{' '}
                  <span className={classes.muted}>{changeKindWords[kind]}</span>
                </>
              ),
            },
            { id: 'from', heading: 'Project funding moved from', cell: ({ movedFrom }) => movedFrom || '–' },
            { id: 'themeFrom', heading: 'Theme moved from', cell: ({ themeFrom }) => themeFrom || '–' },
            { id: 'to', heading: 'Project funding moved to', cell: ({ movedTo }) => movedTo || '–' },
            { id: 'themeTo', heading: 'Theme moved to', cell: ({ themeTo }) => themeTo || '–' },
            {
              id: 'amount',
              heading: 'Amount moved',
              align: 'right',
              sortBy: ({ amount }) => amount,
              cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
            },
            { id: 'what', heading: 'What changes', cell: ({ whatChanges }) => whatChanges },
            { id: 'reason', heading: 'Reason', cell: ({ reason }) => reason },
            { id: 'standing', heading: 'Actual, forecast or cancelled', cell: ({ standing }) => standing },
            { id: 'period', heading: 'Reporting period', cell: ({ period }) => period },
            {
              id: 'status',
              heading: 'Status',
              sortBy: ({ status }) => changeStatusWords[status],
              cell: ({ status }) => <StatusTag words={changeStatusWords[status]} tint={statusTint[status]} />,
            },
            { id: 'route', heading: 'Route', cell: ({ route }) => route },
            { id: 'approver', heading: 'Approver', cell: ({ approver }) => approver || '–' },
            { id: 'decision', heading: 'Decision', cell: ({ decisionRef }) => decisionRef || '–' },
            {
              id: 'posted',
              heading: 'Posted',
              cell: ({ postedOn }) => (postedOn === null ? '–' : formatDay(postedOn)),
            },
          ]}
        />
      )}
    </Page>
  )
}
