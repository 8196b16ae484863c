import { NativeSelect, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { causesOf } from '../../lib/checks.ts'
import { ordersOf, tables } from '../../lib/reportOrders.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Funding.module.css'
import { FundingChart } from './FundingChart.tsx'
import { FundingChecks } from './FundingChecks.tsx'
import { FundingTables } from './FundingTables.tsx'
import { FundingTabs } from './FundingTabs.tsx'
import { concernsLedger, concernsPrinted } from './faults.ts'
import type { FundingFacts } from './fundingFacts.ts'
import { FundingSearch } from './fundingSearch.ts'
import { nextStepOf } from './nextStepOf.ts'
import { PrintedTables } from './PrintedTables.tsx'
import { type SourceFormChoice, Sources } from './Sources.tsx'

/** The council's three tables from the ledger, beside what was printed, and the sources that fund them. */
export function FundingScreen() {
  const { view } = useView()
  const search: FundingSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.funding.screen.queryOptions(
      { decisionId: search.decision ?? null, asAt: view.asAt },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Laying out the tables">
      {(facts) => <Funding facts={facts} search={search} />}
    </Queried>
  )
}

function Funding({ facts, search }: { facts: FundingFacts; search: FundingSearch }) {
  const navigate = useNavigate()
  const forms = useForm<SourceFormChoice>()
  const { report, printed, programme, decisions } = facts
  const { decision } = report
  const scope = decision === null ? ({ kind: 'programme' } as const) : ({ kind: 'decision', id: decision.id } as const)
  const hasPrinted = printed.length > 0
  const show = hasPrinted ? (search.show ?? 'ledger') : 'ledger'
  const causes = causesOf(facts.checks)
  const inLedger = causes.filter((cause) => concernsLedger(cause, printed))
  const inPrint = causes.filter((cause) => concernsPrinted(cause, printed))
  const listed = {
    ledger: inLedger,
    printed: inPrint,
    both: inPrint.concat(inLedger.filter((each) => !inPrint.includes(each))),
  }
  const setSearch = (change: Partial<FundingSearch>) =>
    void navigate({
      to: '/money/funding',
      search: { show: search.show, decision: search.decision, ...change },
      replace: true,
    })

  return (
    <Page
      title="Capital funding and cash flow"
      errors={forms.errors}
      lead={
        <>
          {programme.capitalSchemeNumber || programme.name}
          {decision && ` · effective ${formatDay(decision.effectiveOn)}`}
        </>
      }
      actions={
        <>
          {hasPrinted && (
            <SegmentedControl
              aria-label="Tables"
              size="xs"
              color="blue"
              transitionDuration={0}
              data={[
                { value: 'ledger', label: 'From the ledger' },
                { value: 'printed', label: 'As printed' },
                { value: 'both', label: 'Both' },
              ]}
              value={show}
              onChange={(next) => setSearch(FundingSearch.parse({ show: next, decision: search.decision }))}
            />
          )}
          {decisions.length > 0 && (
            <NativeSelect
              size="xs"
              aria-label="Decision"
              w="13rem"
              value={decision?.id ?? ''}
              onChange={(event) => setSearch(FundingSearch.parse({ decision: event.currentTarget.value || undefined }))}
            >
              {decision === null && <option value="">No decision on authority</option>}
              {decisions.map(({ id, reference, madeOn }) => (
                <option key={id} value={id}>
                  {reference}, {formatDay(madeOn)}
                </option>
              ))}
            </NativeSelect>
          )}
          <ExportMenu
            opens={[{ report: 'funding-and-cash-flow', scope }]}
            orders={ordersOf('funding-and-cash-flow', { ...tables, scope })}
          />
        </>
      }
    >
      <FundingTabs />
      <NextStep>{nextStepOf(facts, inLedger.length)}</NextStep>
      {decision === null && facts.sources.length === 0 && (
        <EmptyState>
          No funding sources yet. When you add sources and record decisions on allocation and authority, the three
          tables show by year what was authorised before, what is asked for, and what funds it.
        </EmptyState>
      )}
      <div className={classes.tables} data-show={show}>
        {show !== 'printed' && <FundingTables facts={facts} />}
        {show !== 'ledger' && <PrintedTables facts={facts} />}
      </div>
      <FundingChecks causes={listed[show]} />
      {facts.sources.length > 0 && <FundingChart facts={facts} />}
      <Sources facts={facts} forms={forms} />
    </Page>
  )
}
