import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { approverWords, changeStatusWords } from '../../../domain/change/changeWords.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts } from './periodFacts.ts'
import { spendByWords } from './spendByWords.ts'

const levelWords = { plan: 'Plan', allocation: 'Funding', authority: 'Authority to spend' } as const

/** What is carried forward: the requests, the money that would move now with the test of its dates, and that it nets to nothing. */
export function CarryForwardPart({ facts }: { facts: YearEndFacts }) {
  const { view } = useView()
  const mayAsk = useMayDo('money') && !facts.isClosed
  const [problem, setProblem] = useState('')
  const ask = useMutation(
    trpc.yearEnd.carryForward.mutationOptions({ onError: (error) => setProblem(messageOf(error)) }),
  )
  const { toCarry, requests, report } = facts
  const proofs = report.proofs.filter(({ out, into }) => out !== 0 || into !== 0)
  const pence = needsPence(
    [...toCarry.funding.map(({ amount }) => amount), ...proofs.flatMap(({ out, into }) => [out, into])],
    view.unit,
  )
  const submit = () => {
    setProblem('')
    ask.mutate(
      { startYear: facts.startYear },
      {
        onSuccess: ({ value }) =>
          announce(`Asked to carry forward in ${countOf(value?.length ?? 0, 'request')}. Somebody else approves`),
      },
    )
  }
  return (
    <section className={classes.part} aria-labelledby="carry-heading">
      <h2 id="carry-heading">Carry forward</h2>
      {requests.length > 0 && (
        <DataTable
          caption={`Requests to carry forward, ${view.unit}`}
          rows={requests}
          keyOf={({ id }) => id}
          empty={null}
          columns={[
            {
              id: 'number',
              heading: 'Change',
              isRowHeading: true,
              cell: ({ id, number }) => (
                <Link to="/changes/$id" params={{ id }}>
                  Change {number}
                </Link>
              ),
            },
            {
              id: 'amount',
              heading: 'Amount',
              align: 'right',
              cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={needsPence([amount], view.unit)} />,
            },
            { id: 'status', heading: 'Status', cell: ({ status }) => changeStatusWords[status] },
            {
              id: 'approver',
              heading: 'Approved by',
              cell: ({ approver }) => approverWords[approver],
            },
          ]}
        />
      )}
      {toCarry.amount === 0 && requests.length === 0 && (
        <p className="reading">Nothing is explained as slippage yet, so nothing is carried forward.</p>
      )}
      {toCarry.amount > 0 && (
        <>
          <DataTable
            caption={`Money that would move now, ${view.unit}`}
            rows={toCarry.funding}
            keyOf={({ sourceId, startYear }) => `${sourceId} ${startYear}`}
            empty="No source has money left in the year."
            columns={[
              { id: 'source', heading: 'Source', isRowHeading: true, cell: ({ source }) => source },
              { id: 'year', heading: 'To', cell: ({ startYear }) => formatYear(startYear) },
              {
                id: 'amount',
                heading: 'Amount',
                align: 'right',
                cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
              },
              {
                id: 'spend-by',
                heading: 'Spend-by date, tested again',
                cell: ({ spendBy, spendByOn }) => spendByWords(spendBy, spendByOn && formatDay(spendByOn)),
              },
            ]}
          />
          {toCarry.unfunded > 0 && (
            <p className="reading">
              For {formatInSentence(toCarry.unfunded)} no funding is left in {formatYear(facts.startYear)}. Record its
              funding, or explain less as slippage.
            </p>
          )}
          <WhoMay duty="money" what="Carrying forward is asked for" />
          {problem !== '' && (
            <p className="reading" role="alert">
              {problem}
            </p>
          )}
          {mayAsk && toCarry.unfunded === 0 && (
            <div className={classes.acts}>
              <MainButton loading={ask.isPending} onClick={submit}>
                {`Ask to carry ${formatInSentence(toCarry.amount)} forward`}
              </MainButton>
              <span className={classes.note}>Nothing is posted until somebody else approves.</span>
            </div>
          )}
        </>
      )}
      {proofs.length > 0 && (
        <DataTable
          caption={`Net-zero proof, ${view.unit}`}
          rows={proofs}
          keyOf={({ level }) => level}
          empty={null}
          columns={[
            { id: 'level', heading: 'What moves', isRowHeading: true, cell: ({ level }) => levelWords[level] },
            {
              id: 'out',
              heading: `Out of ${formatYear(facts.startYear)}`,
              align: 'right',
              cell: ({ out }) => <Figure value={out} unit={view.unit} pence={pence} />,
            },
            {
              id: 'into',
              heading: 'Into later years',
              align: 'right',
              cell: ({ into }) => <Figure value={into} unit={view.unit} pence={pence} />,
            },
            {
              id: 'net',
              heading: 'Net',
              align: 'right',
              cell: ({ net }) => <Figure value={net} unit={view.unit} pence={pence} />,
            },
          ]}
        />
      )}
    </section>
  )
}
