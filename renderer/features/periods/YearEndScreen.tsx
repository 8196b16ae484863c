import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { ordersOf, tables } from '../../lib/reportOrders.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { CarryForwardPart } from './CarryForwardPart.tsx'
import { CheckYearClosing } from './CheckYearClosing.tsx'
import { OutturnGrid } from './OutturnGrid.tsx'
import type { YearEndFacts } from './periodFacts.ts'
import type { YearEndSearch } from './periodsSearch.ts'
import { type ReasonChoice, Reasons } from './Reasons.tsx'
import { SpendByTable } from './SpendByTable.tsx'
import { ToMarchPart } from './ToMarchPart.tsx'
import { YearChoice } from './YearChoice.tsx'
import { YearEndTasks } from './YearEndTasks.tsx'
import { yearEndNextStep } from './yearEndNextStep.ts'

/** The end of a year, from its outturn to what is carried forward, and to its closing. */
export function YearEndScreen() {
  const { view } = useView()
  const search: YearEndSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.yearEnd.screen.queryOptions(
      { asAt: view.asAt, startYear: search.year ?? null },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Adding up the year">
      {(facts) =>
        search.part === 'close' && !facts.isClosed ? (
          <CheckYearClosing facts={facts} />
        ) : (
          <YearEnd key={facts.startYear} facts={facts} />
        )
      }
    </Queried>
  )
}

function YearEnd({ facts }: { facts: YearEndFacts }) {
  const navigate = useNavigate()
  const reasons = useForm<ReasonChoice>()
  const year = formatYear(facts.startYear)
  const isEmpty = facts.lines.length === 0
  const scope = { kind: 'year', startYear: facts.startYear } as const
  return (
    <Page
      title={`Year end ${year}`}
      errors={reasons.errors}
      lead={
        facts.isClosed
          ? `Closed${facts.closedOn ? ` on ${formatDay(facts.closedOn)}` : ''}. What is found later is recorded as an adjustment, dated in an open year.`
          : 'How the year ended, why less was spent than budgeted, and what is carried forward with its funding.'
      }
      actions={
        <>
          <YearChoice
            year={facts.startYear}
            years={facts.years}
            onYear={(next) => void navigate({ to: '/spend/year-end', search: { year: next } })}
          />
          {!isEmpty && (
            <ExportMenu
              opens={[{ report: 'carry-forward', scope }]}
              orders={ordersOf('carry-forward', { ...tables, scope })}
            />
          )}
        </>
      }
    >
      <NextStep>{yearEndNextStep(facts)}</NextStep>
      <SpendTabs />
      {!facts.isClosed && <YearEndTasks facts={facts} />}
      {facts.toMarch && <ToMarchPart toMarch={facts.toMarch} />}
      {isEmpty ? (
        <EmptyState>
          No spend is recorded for {year}, so how it ended is not known. When the year’s extracts are brought in, each
          scheme stands here with its budget, its outturn and what was not spent.
        </EmptyState>
      ) : (
        <>
          <OutturnGrid facts={facts} />
          <Reasons facts={facts} form={reasons} />
          <CarryForwardPart facts={facts} />
        </>
      )}
      <SpendByTable facts={facts} />
    </Page>
  )
}
