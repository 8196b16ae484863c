import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { Id } from '../../../domain/id.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { findFailure } from '../../lib/failure.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AskPart } from './AskPart.tsx'
import { CaseActs, type CaseForm } from './CaseActs.tsx'
import { CaseInFull } from './CaseInFull.tsx'
import classes from './Cases.module.css'
import { CaseTimeline } from './CaseTimeline.tsx'
import { ConditionList } from './ConditionList.tsx'
import type { CaseFacts } from './caseFacts.ts'
import { caseNextStep } from './caseNextStep.ts'
import type { CaseSearch } from './casesSearch.ts'
import { NoCase } from './NoCase.tsx'
import { ResponsePart } from './ResponsePart.tsx'
import { VersionList } from './VersionList.tsx'

/** One business case to be read and decided on: one page, in one order. */
export function CaseScreen() {
  const { id } = useParams({ strict: false })
  const parsed = Id.safeParse(id)
  return parsed.success ? <CaseOf id={parsed.data} /> : <NoCase />
}

function CaseOf({ id }: { id: Id }) {
  const { view } = useView()
  const search: CaseSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.cases.screen.queryOptions(
      { id, asAt: view.asAt, against: search.against ?? null, whose: search.whose ?? 'all' },
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  if (query.data === undefined && findFailure(query.error)?.code === 'not-found') return <NoCase />
  return (
    <Queried query={query} doing="Reading the business case">
      {(facts) => <Case key={facts.businessCase.id} facts={facts} search={search} />}
    </Queried>
  )
}

const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const doneWords: Record<NonNullable<CaseSearch['done']>, string> = {
  submitted: 'Submitted.',
  accepted: 'Accepted for the boards.',
  returned: 'Returned to its writers.',
  withdrawn: 'Withdrawn.',
}

function Case({ facts, search }: { facts: CaseFacts; search: CaseSearch }) {
  const { businessCase, scheme, previousId, nextId } = facts
  const forms = useForm<CaseForm>()
  const { id, title, status, stage, version, reference, reason } = businessCase
  const asked = sum(businessCase.costs.map((line) => line.amount))
  useSiblingKeys(previousId, nextId)

  return (
    <Page
      title={title}
      windowTitle={`${reference} ${title}`}
      errors={forms.errors}
      breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}
      lead={
        <>
          {scheme?.name} · {stageTitles[stage]} · {reference}, version {version} · asks {formatInSentence(asked)} ·{' '}
          <StatusTag {...caseStateWords[status]} />
        </>
      }
      actions={
        <nav aria-label="Other business cases" className={classes.siblings}>
          {previousId && (
            <Link
              to="/cases/$id"
              params={{ id: previousId }}
              search={{ whose: search.whose }}
              aria-keyshortcuts="Alt+PageUp"
            >
              ‹ Previous case
            </Link>
          )}
          {nextId && (
            <Link
              to="/cases/$id"
              params={{ id: nextId }}
              search={{ whose: search.whose }}
              aria-keyshortcuts="Alt+PageDown"
            >
              Next case ›
            </Link>
          )}
        </nav>
      }
    >
      <NextStep>
        {search.done && <strong>{doneWords[search.done]} </strong>}
        {search.done ? asSentence(caseNextStep(facts)) : caseNextStep(facts)}
      </NextStep>
      {facts.exemptReason !== null && (
        <p className="reading">Exempt: kept from the public. Why: {facts.exemptReason}.</p>
      )}
      {reason !== '' && <p className="reading">Reason given: {reason}</p>}
      <CaseActs facts={facts} forms={forms} />
      <nav aria-label="Parts of this page">
        <ol className={classes.contents}>
          {parts.map(({ anchor, words }) => (
            <li key={anchor}>
              <a href={`#${anchor}`} onClick={(event) => goTo(event, anchor)}>
                {words}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.review}>
        <AskPart facts={facts} />
        <CaseInFull facts={facts} onErrors={forms.setErrors} />
        <ResponsePart facts={facts} />
        <ConditionList facts={facts} forms={forms} />
        <VersionList key={`${id} ${search.against}`} facts={facts} />
        <CaseTimeline facts={facts} />
      </div>
    </Page>
  )
}

const parts = [
  { anchor: 'asked', words: 'What you are asked' },
  { anchor: 'agreed', words: 'If you agree' },
  { anchor: 'before', words: 'Before you decide' },
  { anchor: 'case', words: 'The case' },
  { anchor: 'response', words: 'Your response' },
  { anchor: 'conditions', words: 'Conditions' },
  { anchor: 'versions', words: 'Versions' },
  { anchor: 'timeline', words: 'Time line' },
] as const

// The part's address stands in no link of the program, so that the view in the address stays as it is.
const goTo = (event: { preventDefault: () => void }, anchor: string): void => {
  event.preventDefault()
  const heading = document.getElementById(anchor)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** Alt+PgUp and Alt+PgDn go to the case before and after, among those that were listed. */
function useSiblingKeys(previousId: Id | null, nextId: Id | null): void {
  const navigate = useNavigate()
  const go = (id: Id | null) => {
    const search = (before: object) => ({ ...before, against: undefined, done: undefined, explain: undefined })
    if (id) void navigate({ to: '/cases/$id', params: { id }, search })
  }
  useAction('previous-scheme', () => go(previousId), { words: 'Previous case', when: previousId !== null })
  useAction('next-scheme', () => go(nextId), { words: 'Next case', when: nextId !== null })
}
