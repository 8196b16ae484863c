import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { needsPence } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Periods.module.css'
import type { PeriodFacts, PeriodLine } from './periodFacts.ts'
import type { PeriodsSearch } from './periodsSearch.ts'
import { ReopenForm } from './ReopenForm.tsx'
import { YearChoice } from './YearChoice.tsx'

interface PeriodListProps {
  facts: PeriodFacts
  goTo: (search: PeriodsSearch) => void
}

/** A year period by period, with the acts on each. */
export function PeriodList({ facts, goTo }: PeriodListProps) {
  const { view } = useView()
  const mayClose = useMayDo('period')
  const forms = useForm<{ opener: string; period: number }>()
  const reopen = useMutation(trpc.periods.reopen.mutationOptions({ onError: forms.refuse() }))
  const leave = useMutation(trpc.periods.leaveClosed.mutationOptions({ onError: forms.refuse() }))
  const year = formatYear(facts.startYear)
  const opened = facts.periods.find(({ period }) => period === forms.form?.period)
  const amounts = facts.periods.flatMap(({ spent, ordered }) => [spent ?? [], ordered ?? []].flat())
  const pence = needsPence(amounts, view.unit)
  const answer = (line: PeriodLine, act: typeof reopen | typeof leave, words: string) =>
    act.mutate(
      { id: Id.parse(line.id), revision: line.revision ?? 1 },
      { onSuccess: () => announce(`${line.name}, ${words}`) },
    )
  const figure = (amount: PeriodLine['spent']) => <Figure value={amount ?? 'none'} unit={view.unit} pence={pence} />

  return (
    <Page
      title="Period close"
      windowTitle={`Period close ${year}`}
      errors={forms.errors}
      lead={`${year} period by period, as the finance system counts them.`}
      actions={<YearChoice year={facts.startYear} years={facts.years} onYear={(next) => goTo({ year: next })} />}
    >
      <NextStep
        action={
          facts.next !== null && mayClose ? (
            <Link to="/spend/periods" search={{ year: facts.startYear, close: facts.next }}>
              Close P{facts.next}
            </Link>
          ) : undefined
        }
      >
        {nextStepOf(facts)}
      </NextStep>
      <SpendTabs />
      <WhoMay duty="period" what="Periods are closed and opened again" />
      {opened && (
        <ReopenForm
          key={opened.period}
          period={opened}
          errors={forms.errors}
          onErrors={forms.setErrors}
          onRefused={forms.refuse('reopen-reason')}
          onDone={(words) => {
            announce(words)
            forms.close()
          }}
          onCancel={forms.close}
        />
      )}
      <DataTable
        caption={`Periods of ${year}, ${view.unit}`}
        rows={facts.periods}
        keyOf={({ period }) => String(period)}
        empty={null}
        columns={[
          { id: 'period', heading: 'Period', isRowHeading: true, cell: ({ name }) => name },
          { id: 'status', heading: 'Status', cell: statusCell },
          { id: 'spent', heading: 'Spent', align: 'right', cell: ({ spent }) => figure(spent) },
          { id: 'ordered', heading: 'Orders, net', align: 'right', cell: ({ ordered }) => figure(ordered) },
          {
            id: 'acts',
            heading: 'Act',
            cell: (line) => (
              <div className={classes.cell}>
                {mayClose && line.status === 'open' && !facts.isYearClosed && (
                  <Link
                    to="/spend/periods"
                    search={{ year: facts.startYear, close: line.period }}
                    aria-label={`Close: ${line.name}`}
                  >
                    Close
                  </Link>
                )}
                {mayClose && line.status === 'closed' && line.reopening === null && !facts.isYearClosed && (
                  <Act
                    id={`reopen-${line.period}`}
                    words="Ask to open again"
                    name={line.name}
                    onDo={() => forms.open({ opener: `reopen-${line.period}`, period: line.period })}
                  />
                )}
                {mayClose && line.reopening && !line.reopening.isOwn && (
                  <Act words="Agree" name={line.name} onDo={() => answer(line, reopen, 'is open again')} />
                )}
                {mayClose && line.reopening && (
                  <Act
                    words={line.reopening.isOwn ? 'Take back' : 'Refuse'}
                    name={line.name}
                    onDo={() => answer(line, leave, 'stays closed')}
                  />
                )}
              </div>
            ),
          },
        ]}
      />
      {(facts.ofTheYear.spent !== 0 || facts.ofTheYear.ordered !== 0) && (
        <p className="reading">
          Of no period, for the year as a whole: spent {figure(facts.ofTheYear.spent)}, orders{' '}
          {figure(facts.ofTheYear.ordered)}. It counts by the day on which it was entered.
        </p>
      )}
    </Page>
  )
}

function statusCell({ status, closedOn, endsOn, reopening }: PeriodLine) {
  if (reopening) {
    return (
      <>
        <StatusTag tint="yellow" words="Asked to be opened" /> {reopening.by}, {formatDay(reopening.askedOn)}:{' '}
        {reopening.reason}
      </>
    )
  }
  if (status === 'closed') return closedOn ? `Closed on ${formatDay(closedOn)}` : 'Closed'
  if (status === 'running') return <span className={classes.note}>Ends on {formatDay(endsOn)}</span>
  return <StatusTag tint="blue" words="Open" />
}

const nextStepOf = (facts: PeriodFacts): string => {
  const asked = facts.periods.find(({ reopening }) => reopening !== null)
  if (facts.isYearClosed)
    return `nothing: ${formatYear(facts.startYear)} is closed. Record an adjustment in an open year instead.`
  if (asked) {
    return `somebody other than the ${asked.reopening?.by.toLowerCase()} agrees that ${asked.name} is opened again, or refuses.`
  }
  const next = facts.periods.find(({ period }) => period === facts.next)
  if (next) return `a finance officer or the section 151 officer closes ${next.name}, once its spend is in.`
  const running = facts.periods.find(({ status }) => status === 'running')
  return running
    ? `${running.name} can be closed after ${formatDay(running.endsOn)}.`
    : `all periods of ${formatYear(facts.startYear)} are closed. The year itself can be closed on Year end.`
}
