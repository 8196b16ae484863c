import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Id } from '../../../domain/id.ts'
import { stageWords } from '../../lib/stageWords.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemPage } from '../../ui/ProblemPage.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { CaseLink } from './CaseLink.tsx'
import { CasesTab } from './CasesTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { MoneyTab } from './MoneyTab.tsx'
import { nextStepOf } from './nextStepOf.ts'
import { OverviewTab } from './OverviewTab.tsx'
import type { OverviewForm } from './overviewForm.ts'
import { RequestsAhead } from './RequestsAhead.tsx'
import classes from './Scheme.module.css'
import { SchemeTabs } from './SchemeTabs.tsx'
import { SchemeWaterfallChart } from './SchemeWaterfallChart.tsx'
import { SiblingLinks } from './SiblingLinks.tsx'
import type { SchemeFacts } from './schemeFacts.ts'
import type { SchemeSearch } from './schemeSearch.ts'

interface SchemeParts {
  delivery: (id: Id) => ReactNode
  closure: (id: Id) => ReactNode
}

/** All of one scheme: what is said of it, its money, and its history; other features draw how it is delivered and closed. */
export function SchemeScreen(parts: SchemeParts) {
  const params = useParams({ strict: false })
  const id = Id.safeParse(params.id)
  return id.success ? <SchemeOf id={id.data} parts={parts} /> : <NoScheme id={params.id ?? ''} />
}

function SchemeOf({ id, parts }: { id: Id; parts: SchemeParts }) {
  const { view } = useView()
  const query = useQuery(
    trpc.schemes.screen.queryOptions({ id, asAt: view.asAt }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <Queried query={query} doing="Reading the scheme">
      {(facts) => <Scheme key={facts.scheme.id} facts={facts} parts={parts} />}
    </Queried>
  )
}

/** For an address that cannot be one of a scheme. */
function NoScheme({ id }: { id: string }) {
  const failure = { code: 'not-found', detail: { entity: 'scheme', id } }
  return <ProblemPage error={{ data: { failure } }} onRetry={() => location.reload()} />
}

function Scheme({ facts, parts }: { facts: SchemeFacts; parts: SchemeParts }) {
  const search: SchemeSearch = useSearch({ strict: false })
  const forms = useForm<OverviewForm>()
  const { scheme, theme, previousId, nextId } = facts
  const tab = search.tab ?? 'overview'
  useSiblingKeys(previousId, nextId)

  return (
    <Page
      title={scheme.name}
      errors={forms.errors}
      breadcrumbs={<Breadcrumbs to="/portfolio" label="Portfolio" />}
      lead={
        <>
          {theme?.name ?? 'No theme'}
          {scheme.ref && ` · ${scheme.ref}`} ·{' '}
          {scheme.lifecycle === 'live' ? (
            stageWords.live
          ) : (
            <StatusTag tint="grey" words={stageWords[scheme.lifecycle]} />
          )}
        </>
      }
      actions={<SiblingLinks previousId={previousId} nextId={nextId} tab={search.tab} />}
    >
      <NextStep action={<CaseLink facts={facts} />}>{nextStepOf(facts)}</NextStep>
      <RequestsAhead requests={facts.requests} />
      <SchemeTabs id={scheme.id} tab={tab} />
      <div className={classes.tab}>
        {tab === 'overview' && <OverviewTab facts={facts} forms={forms} />}
        {tab === 'money' && <MoneyTab facts={facts} />}
        {tab === 'money' && <SchemeWaterfallChart facts={facts} />}
        {tab === 'cases' && <CasesTab facts={facts} forms={forms} />}
        {tab === 'delivery' && parts.delivery(scheme.id)}
        {tab === 'closure' && parts.closure(scheme.id)}
        {tab === 'history' && <HistoryTab id={scheme.id} page={search.page} />}
      </div>
    </Page>
  )
}

/** Alt+PgUp and Alt+PgDn go to the scheme before and after, on the same tab. */
function useSiblingKeys(previousId: Id | null, nextId: Id | null): void {
  const navigate = useNavigate()
  const go = (id: Id | null) => {
    // The figure that is explained is one of this scheme.
    const search = (before: object) => ({ ...before, page: undefined, explain: undefined })
    if (id) void navigate({ to: '/schemes/$id', params: { id }, search })
  }
  useAction('previous-scheme', () => go(previousId), { when: previousId !== null })
  useAction('next-scheme', () => go(nextId), { when: nextId !== null })
}
