import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Instant } from '../../../domain/calendarDay.ts'
import { formatDay, formatTime } from '../../../domain/inWords.ts'
import { type Cause, causesOf, statusOf } from '../../lib/checks.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { CauseCard, type CheckForm } from './CauseCard.tsx'
import classes from './Checks.module.css'
import { ChecksFilterBar } from './ChecksFilterBar.tsx'
import { type ChecksFilter, filteredCauses, isFiltered } from './filter.ts'
import { useNextKey } from './useNextKey.ts'

/** What does not agree, why, and what people did about it. */
export function ChecksScreen() {
  const { view } = useView()
  const filter: ChecksFilter = useSearch({ strict: false })
  const navigate = useNavigate()
  const forms = useForm<CheckForm>()
  const query = useQuery(trpc.checks.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  useNextKey()

  const setFilter = (change: Partial<ChecksFilter>) =>
    void navigate({ to: '/checks', search: (before) => ({ ...before, ...change }), replace: true })
  const runAgain = async () => {
    const { data, error } = await query.refetch()
    const at = formatTime(Instant.parse(new Date().toISOString()))
    announce(error ? messageOf(error) : `Run again at ${at}: ${countOf(data?.open ?? 0, 'open check')}`)
  }

  return (
    <Queried query={query} doing="Holding every figure against the others">
      {(checks) => {
        const causes = causesOf(checks)
        const listed = filteredCauses(causes, filter)
        return (
          <Page
            title="Checks"
            windowTitle={`Checks, ${checks.open} open`}
            lead={countWords(causes, checks.findings.length)}
            errors={forms.errors}
            actions={
              <MainButton
                variant="default"
                size="compact-md"
                loading={query.isRefetching}
                onClick={() => void runAgain()}
              >
                Run again
              </MainButton>
            }
          >
            <NextStep>{nextStepWords(causes)}</NextStep>
            <WhoMay duty="checks" what="Checks are assigned, answered and closed" />
            <p>
              <Link to="/documents/new">Read a document</Link>: a report held against these figures.
            </p>
            <ChecksFilterBar filter={filter} onFilter={setFilter} rules={checks.rules} causes={causes} />
            {causes.length === 0 && (
              <EmptyState>
                Everything ties. {countOf(checks.rules.length, 'rule')} were run over the figures of{' '}
                {formatDay(checks.asAt.day)}. When a figure disagrees with another, it appears here with the reason.
              </EmptyState>
            )}
            {causes.length > 0 && listed.length === 0 && (
              <EmptyState>
                {isFiltered(filter) ? 'No check fits this filter.' : 'Every check is closed.'} Choose “All” as the
                status to see what was closed and why.
              </EmptyState>
            )}
            <ol className={classes.causes} aria-label="Checks by cause">
              {listed.map((cause) => (
                <CauseCard
                  key={cause.key}
                  cause={cause}
                  rules={checks.rules}
                  printed={checks.printed}
                  shownId={filter.show}
                  onShow={(show) => setFilter({ show })}
                  forms={forms}
                />
              ))}
            </ol>
          </Page>
        )
      }}
    </Queried>
  )
}

function countWords(causes: readonly Cause[], findings: number): string {
  const open = causes.filter((cause) => statusOf(cause) !== 'closed')
  const arithmetic = open.filter(({ isArithmetic }) => isArithmetic).length
  const closed = causes.length - open.length
  return [
    `${open.length} open`,
    `${arithmetic} arithmetic, ${open.length - arithmetic} other`,
    countOf(findings, 'finding'),
    ...(closed > 0 ? [`${closed} closed`] : []),
  ].join(' · ')
}

function nextStepWords(causes: readonly Cause[]): string {
  const open = causes.filter((cause) => statusOf(cause) === 'open')
  const stops = open.filter(({ main }) => main.finding.severity === 'stop')
  const unowned = stops.filter(({ main }) => main.owner === null)
  const answered = causes.filter((cause) => statusOf(cause) === 'answered').length
  if (unowned.length > 0)
    return `${countOf(unowned.length, 'stop')} ${unowned.length === 1 ? 'has' : 'have'} no owner. Assign each to the role that can put it right.`
  if (stops.length > 0)
    return `${countOf(stops.length, 'stop')} ${stops.length === 1 ? 'waits' : 'wait'} for an answer.`
  if (open.length > 0) return `${countOf(open.length, 'check')} ${open.length === 1 ? 'waits' : 'wait'} for an answer.`
  return answered > 0
    ? `${countOf(answered, 'answer')} ${answered === 1 ? 'waits' : 'wait'} to be closed with a reason.`
    : 'nothing waits. A closed check opens again by itself if its figures move.'
}
