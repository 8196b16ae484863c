import { Button, Menu, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { reportFileName } from '../../../domain/reportFileName.ts'
import { countOf } from '../../lib/format.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useChosenYear } from '../../lib/useChosenYear.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { BudgetTables } from './BudgetTables.tsx'
import classes from './Forecast.module.css'
import type { MonitoringFacts } from './forecastFacts.ts'
import { MonitoringSearch } from './forecastSearch.ts'
import { MonitoringCharts } from './MonitoringCharts.tsx'
import { MonitoringGrid } from './MonitoringGrid.tsx'
import { monitoringCsv, reconciliationCsv } from './monitoringCsv.ts'
import { SinceForm } from './SinceForm.tsx'
import { YearChoice } from './YearChoice.tsx'

/** A year against its budget: report 9 with the reconciliation of the budget, as tables and in pictures. */
export function MonitoringScreen() {
  const { view } = useView()
  const search: MonitoringSearch = useSearch({ strict: false })
  const year = useChosenYear(search.year)
  const query = useQuery(
    trpc.monitoring.screen.queryOptions(
      { asAt: view.asAt, startYear: year, since: search.since ?? null },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Adding up the year">
      {(facts) => <Monitoring facts={facts} search={search} />}
    </Queried>
  )
}

function Monitoring({ facts, search }: { facts: MonitoringFacts; search: MonitoringSearch }) {
  const navigate = useNavigate()
  const show = search.show ?? 'table'
  const setSearch = (change: Partial<MonitoringSearch>) =>
    void navigate({
      to: '/spend/monitoring',
      search: { year: search.year, since: search.since, show: search.show, ...change },
      replace: true,
    })
  const isEmpty = facts.rows.length === 0
  return (
    <Page
      title="Capital monitoring"
      windowTitle={`Capital monitoring ${formatYear(facts.startYear)}`}
      lead={toDateWords(facts)}
      actions={
        <>
          <YearChoice year={facts.startYear} onYear={(year) => setSearch({ year })} />
          <SegmentedControl
            aria-label="View"
            size="xs"
            color="blue"
            transitionDuration={0}
            data={[
              { value: 'table', label: 'Tables' },
              { value: 'charts', label: 'Charts' },
            ]}
            value={show}
            onChange={(next) => setSearch({ show: MonitoringSearch.parse({ show: next }).show })}
          />
          {!isEmpty && <SaveMenu facts={facts} />}
        </>
      }
    >
      <NextStep>{nextStepOf(facts)}</NextStep>
      <SpendTabs />
      {isEmpty && (
        <EmptyState action={<Link to="/spend/forecast">Enter a forecast</Link>}>
          Nothing to monitor in {formatYear(facts.startYear)} yet. Once the year has a plan, spend or a forecast, each
          scheme stands here with what is spent, what the year comes to, and how that differs from its budget.
        </EmptyState>
      )}
      {!isEmpty && show === 'table' && (
        <>
          <MonitoringGrid facts={facts} />
          <section className={classes.part} aria-labelledby="budget-heading">
            <h2 id="budget-heading">From the last report to the current budget</h2>
            <p>
              Budget per last report, with injections, virements, reductions, rephasing and other changes since, is the
              current budget.
            </p>
            <SinceForm key={facts.since} since={facts.since} onSince={(since) => setSearch({ since })} />
            <BudgetTables facts={facts} />
          </section>
        </>
      )}
      {!isEmpty && show === 'charts' && <MonitoringCharts facts={facts} />}
    </Page>
  )
}

/** The tables as files. Ctrl+E opens it. */
function SaveMenu({ facts }: { facts: MonitoringFacts }) {
  const [isOpen, setOpen] = useState(false)
  useAction('export', () => setOpen(true))
  const save = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const fileName = reportFileName(name, 'csv', facts)
    saveFile(new Blob([bytes], { type: 'text/csv' }), fileName)
    announce(`Saved to your downloads: ${fileName}`)
  }
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button variant="default" size="compact-md">
          Export ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('capital-monitoring', monitoringCsv(facts))}>Capital monitoring, CSV</Menu.Item>
        <Menu.Item onClick={() => save('budget-reconciliation', reconciliationCsv(facts))}>
          Budget reconciliation, CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const toDateWords = ({ through, startYear }: MonitoringFacts): string =>
  through === 0
    ? `${formatYear(startYear)}: no period has ended yet.`
    : `${formatYear(startYear)}: to date is up to period ${through}.`

const nextStepOf = ({ totals, drafts, since, startYear }: MonitoringFacts): string => {
  if (drafts > 0) {
    return `${countOf(drafts, 'forecast is', 'forecasts are')} written and not submitted, and counted here as submitted last.`
  }
  if (totals.notForecast > 0) {
    return `${countOf(totals.notForecast, 'scheme has', 'schemes have')} a budget and no forecast of ${formatYear(startYear)}. A scheme lead or a finance officer enters it.`
  }
  return `the figures are ready for the report of this quarter. The budget is reconciled since ${formatDay(since)}.`
}
