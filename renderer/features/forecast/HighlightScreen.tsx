import { NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { yearOf } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { Pence } from '../../../domain/money.ts'
import { periodName, periodOf } from '../../../domain/period/period.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemPage } from '../../ui/ProblemPage.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { Rating } from '../../ui/Rating.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { DeliveryTables } from './DeliveryTables.tsx'
import classes from './Forecast.module.css'
import type { HighlightFacts } from './forecastFacts.ts'
import type { HighlightSearch } from './forecastSearch.ts'
import { HighlightForm } from './HighlightForm.tsx'
import { SubmittedHighlight } from './SubmittedHighlight.tsx'

/** What a scheme reports of one month: how delivery stands, with its money, milestones and highest risks. */
export function HighlightScreen() {
  const params = useParams({ strict: false })
  const id = Id.safeParse(params.id)
  if (id.success) return <HighlightOf id={id.data} />
  const failure = { code: 'not-found', detail: { entity: 'scheme', id: params.id ?? '' } }
  return <ProblemPage error={{ data: { failure } }} onRetry={() => location.reload()} />
}

function HighlightOf({ id }: { id: Id }) {
  const { view } = useView()
  const { today } = useSession()
  const search: HighlightSearch = useSearch({ strict: false })
  const day = view.asAt ?? today
  const query = useQuery(
    trpc.highlights.screen.queryOptions(
      { asAt: view.asAt, schemeId: id, startYear: search.year ?? yearOf(day), period: search.month ?? periodOf(day) },
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  return (
    <Queried query={query} doing="Reading the report">
      {(facts) => <Highlight key={`${facts.scheme.id} ${facts.startYear} ${facts.period}`} facts={facts} />}
    </Queried>
  )
}

function Highlight({ facts }: { facts: HighlightFacts }) {
  const { view } = useView()
  const navigate = useNavigate()
  const mayWrite = useMayDo('highlight')
  const [errors, setErrors] = useState<FieldError[]>([])
  const [isCorrecting, setCorrecting] = useState(false)
  const { scheme, startYear, period, versions, now, money } = facts
  const [latest] = versions
  const shown = versions.find(({ status }) => status === 'submitted')
  const hasBegun = facts.months.includes(period)
  const isWriting = mayWrite && hasBegun && (latest?.status !== 'submitted' || isCorrecting)
  const amount = (of: Pence | null) => <Figure value={of ?? 'none'} unit={view.unit} />
  const go = (year: number, month: number) =>
    void navigate({
      to: '/schemes/$id/highlight',
      params: { id: scheme.id },
      search: (before) => ({ ...before, year, month }),
      replace: true,
    })

  return (
    <Page
      title={`Highlight report, ${scheme.name}`}
      errors={errors}
      breadcrumbs={<Breadcrumbs to={`/schemes/${scheme.id}`} label={scheme.name} />}
      lead={periodName(startYear, period)}
      actions={
        <NativeSelect
          size="xs"
          aria-label="Month"
          value={period}
          onChange={(event) => go(startYear, Number(event.currentTarget.value))}
          data={[...new Set([...facts.months, period])].map((each) => ({
            value: String(each),
            label: periodName(startYear, each),
          }))}
        />
      }
    >
      <NextStep>{nextStepOf(facts)}</NextStep>
      <Facts
        facts={[
          ['Budget of the year', amount(money.budget)],
          ['Spent', amount(money.spent)],
          ['Forecast outturn', amount(money.outturn)],
          ['Unit', view.unit === '£' ? 'pounds' : view.unit],
        ]}
      />
      <div className={classes.columns}>
        <div className={classes.part}>
          {isWriting && (
            <HighlightForm facts={facts} errors={errors} setErrors={setErrors} onDone={() => setCorrecting(false)} />
          )}
          {shown && !isWriting && (
            <SubmittedHighlight report={shown} onCorrect={mayWrite ? () => setCorrecting(true) : undefined} />
          )}
          {!isWriting && !shown && (
            <EmptyState>
              {hasBegun
                ? 'No report of this month yet. It says how delivery stands, why, and what comes next.'
                : 'This month has not begun. Its report is written once it has.'}
            </EmptyState>
          )}
          <WhoMay duty="highlight" what="Highlight reports are written" />
        </div>
        <DeliveryTables delivery={shown && !isWriting ? shown : now} isFrozen={shown !== undefined && !isWriting} />
      </div>
      <h2>Reports of this scheme</h2>
      {facts.reports.length === 0 ? (
        <EmptyState>None submitted yet.</EmptyState>
      ) : (
        <ul>
          {facts.reports.map((report) => (
            <li key={report.id}>
              <Link
                to="/schemes/$id/highlight"
                params={{ id: scheme.id }}
                search={(before) => ({ ...before, year: report.startYear, month: report.period })}
              >
                {periodName(report.startYear, report.period)}
                {report.version > 1 && `, version ${report.version}`}
              </Link>{' '}
              <Rating value={report.delivery} /> submitted on{' '}
              {report.submittedOn === null ? '' : formatDay(report.submittedOn)}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

const nextStepOf = ({ versions: [latest], period, startYear, months, scheme }: HighlightFacts): string => {
  const month = periodName(startYear, period)
  if (!months.includes(period)) return `the report of ${month} can be written once the month has begun.`
  const who = scheme.schemeLead === '' ? 'The scheme lead' : scheme.schemeLead
  if (latest === undefined) return `${who} writes the report of ${month} and submits it.`
  if (latest.status === 'draft') return `${who} submits the report of ${month}, which is written and not submitted yet.`
  return `the report of ${month} is submitted and stays as it is; a correction is its next version.`
}
