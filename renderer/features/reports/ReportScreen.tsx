import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { StartYear } from '../../../domain/financialYear.ts'
import { readsMarked } from '../../../domain/report/readsMarked.ts'
import { ReportName, reportList } from '../../../domain/report/reportList.ts'
import type { ReportOrder, ReportScope } from '../../../domain/report/reportOrder.ts'
import { scopeKey } from '../../../domain/report/scopeKey.ts'
import { formWords } from '../../lib/reportOrders.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useChosenYear } from '../../lib/useChosenYear.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { BeforeIssue } from './BeforeIssue.tsx'
import { NotForReader } from './NotForReader.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import classes from './Reports.module.css'
import type { ReportSearch } from './reportSearch.ts'

type Previewed = Exclude<ReportName, 'everything'>

/** One report of the catalogue: what it is about, its pages, what stands before its issue, and the ways to save it. */
export function ReportScreen() {
  const { report: named } = useParams({ strict: false })
  const report = ReportName.exclude(['everything']).safeParse(named)
  const isViewer = useSession().role === 'viewer'
  if (!report.success) return <NoSuchReport />
  if (isViewer) return <NotForReader title={reportList[report.data].title} />
  return <OneReport key={report.data} report={report.data} />
}

function NoSuchReport() {
  return (
    <Page title="Report" breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />}>
      <EmptyState>There is no such report. Choose one from the catalogue.</EmptyState>
    </Page>
  )
}

function OneReport({ report }: { report: Previewed }) {
  const { view } = useView()
  const search: ReportSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.reports.scopes.queryOptions({ report, asAt: view.asAt }, { placeholderData: keepPreviousData }),
  )
  const { title, audience } = reportList[report]
  const year = useChosenYear(undefined)
  return (
    <Queried query={query} doing="Reading what it can be about">
      {(scopes) => {
        const asked = scopes.find(({ scope }) => scopeKey(scope) === search.scope)
        // What is about a year is about the one that the page shows, and not about the programme's first.
        const chosen = asked ?? ofYear(scopes, year) ?? scopes[0]
        if (!chosen) {
          return (
            <Page title={title} breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />} lead={`For: ${audience}`}>
              <EmptyState>Nothing is on record yet that this report could be about.</EmptyState>
            </Page>
          )
        }
        return <Chosen report={report} scopes={scopes} scope={chosen.scope} search={search} />
      }}
    </Queried>
  )
}

const ofYear = (scopes: ChosenProps['scopes'], year: StartYear) =>
  scopes[0]?.scope.kind === 'year'
    ? scopes.find(({ scope }) => scope.kind === 'year' && scope.startYear === year)
    : undefined

interface ChosenProps {
  report: Previewed
  scopes: readonly { scope: ReportScope; label: string }[]
  scope: ReportScope
  search: ReportSearch
}

function Chosen({ report, scopes, scope, search }: ChosenProps) {
  const { view } = useView()
  const navigate = useNavigate()
  const forms = useForm()
  const mayPrepare = useMayDo('prepareReport')
  const { title, audience, number } = reportList[report]
  const order: ReportOrder = {
    report,
    scope,
    from: view.from,
    to: view.to,
    unit: null,
    version: search.version ?? 'full',
  }
  const { asAt } = view
  const { role } = useSession()
  const check = useQuery(
    trpc.reports.check.queryOptions({ order, asAt }, { placeholderData: keepPreviousData, enabled: readsMarked(role) }),
  )
  const drafts = useQuery(trpc.reports.catalogue.queryOptions({ asAt }))
  const draft = drafts.data?.rows
    .find((row) => row.report === report)
    ?.drafts.find((each) => scopeKey(each.order.scope) === scopeKey(scope))
  const start = useMutation(
    trpc.reports.startDraft.mutationOptions({
      onSuccess: ({ value }) => {
        announce(`Begun: ${title}`)
        if (value) void navigate({ to: '/reports/drafts/$id', params: { id: value.id } })
      },
      onError: forms.refuse(),
    }),
  )
  const choose = (change: Partial<ReportSearch>) =>
    void navigate({ to: '/reports/$report', params: { report }, search: { ...search, ...change }, replace: true })

  return (
    <Page
      title={title}
      breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />}
      lead={`Report ${number}. For: ${audience}.`}
      errors={forms.errors}
      actions={
        <>
          <ExportMenu orders={reportList[report].forms.map((form) => ({ label: formWords[form], order, form }))} />
          {draft ? (
            <Button onClick={() => void navigate({ to: '/reports/drafts/$id', params: { id: draft.id } })}>
              Open its draft
            </Button>
          ) : (
            mayPrepare && (
              <Button loading={start.isPending} onClick={() => start.mutate({ order: { ...order, version: 'full' } })}>
                Prepare for issue
              </Button>
            )
          )}
        </>
      }
    >
      <NextStep>
        {draft
          ? 'a draft of it is on its way, with texts of its own: open it to go on. What is shown and saved here is without them.'
          : 'read its pages. What is saved from here is marked DRAFT; to hand it over as evidence it is prepared, certified by somebody else, and issued.'}
      </NextStep>
      <WhoMay duty="prepareReport" what="Reports are prepared" />
      <div className={classes.row}>
        {scopes.length > 1 && (
          <NativeSelect
            className={classes.choice}
            label="About"
            value={scopeKey(scope)}
            data={scopes.map((each) => ({ value: scopeKey(each.scope), label: each.label }))}
            onChange={(event) => choose({ scope: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label="Version"
          value={search.version ?? 'full'}
          data={[
            { value: 'full', label: 'Full' },
            { value: 'public', label: 'Public: without what is exempt' },
          ]}
          onChange={(event) => choose({ version: event.currentTarget.value === 'public' ? 'public' : undefined })}
        />
      </div>
      {!draft && check.data && readsMarked(role) && <BeforeIssue {...check.data} isWritten={false} />}
      <ReportPreview title={title} asked={{ order, asAt }} />
    </Page>
  )
}
