import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { duties, roleTitles } from '../../../domain/roles.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Cases.module.css'
import { CasesFilterBar } from './CasesFilterBar.tsx'
import type { CaseListFacts } from './caseFacts.ts'
import type { CasesSearch, Whose } from './casesSearch.ts'
import { StartCaseForm } from './StartCaseForm.tsx'

/** The business cases of the programme: one's own, what waits for oneself, and all of them. */
export function CasesScreen() {
  const search: CasesSearch = useSearch({ strict: false })
  const { view } = useView()
  const query = useQuery(
    trpc.cases.list.queryOptions(
      {
        asAt: view.asAt,
        whose: search.whose ?? 'all',
        status: search.caseStatus ?? null,
        boardId: search.board ?? null,
        page: (search.page ?? 1) - 1,
      },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the business cases">
      {(facts) => <Cases facts={facts} search={search} />}
    </Queried>
  )
}

interface StartForm {
  opener: string
}

function Cases({ facts, search }: { facts: CaseListFacts; search: CasesSearch }) {
  const { counts, rows, found, pages } = facts
  const navigate = useNavigate()
  const mayStart = useMayDo('writeCase')
  const mayEnter = useMayDo('handleCase')
  const forms = useForm<StartForm>(search.start ? { opener: 'start-case' } : null)
  const change = (part: Partial<CasesSearch>) =>
    void navigate({ to: '/cases', search: { ...search, page: undefined, start: undefined, ...part } })
  const page = search.page ?? 1
  const isOpen = mayStart && forms.form !== null

  return (
    <Page
      title="Business cases"
      errors={forms.errors}
      actions={
        mayStart &&
        !isOpen && (
          <MainButton id="start-case" onClick={() => forms.open({ opener: 'start-case' })}>
            Start a business case
          </MainButton>
        )
      }
    >
      <NextStep>
        {counts.waiting > 0
          ? `${countOf(counts.waiting, 'business case waits', 'business cases wait')} for you.`
          : counts.all === 0
            ? 'the scheme lead starts a business case. Held authority is released when one is approved.'
            : 'none of them waits for you. Each says whom it waits for.'}
      </NextStep>
      {isOpen && (
        <StartCaseForm
          schemes={facts.schemes}
          schemeId={search.start === 'yes' ? undefined : search.start}
          forms={forms}
        />
      )}
      <WhoMay duty="writeCase" what="Business cases are started" />
      {mayEnter && (
        <p>
          <Link to="/cases/earlier">Enter a case that was recommended before the programme was kept here</Link>
        </p>
      )}
      <nav aria-label="Whose business cases" className={classes.tabs}>
        {tabs.map(({ whose, words }) => (
          <Link
            key={whose}
            to="/cases"
            search={{ ...search, page: undefined, start: undefined, whose: whose === 'all' ? undefined : whose }}
            {...((search.whose ?? 'all') === whose ? { 'aria-current': 'page' as const } : {})}
          >
            {words} {counts[whose]}
          </Link>
        ))}
      </nav>
      <CasesFilterBar filter={search} boards={facts.boards} onFilter={change} />
      <DataTable
        caption={`Business cases, ${found} found`}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          <EmptyState>
            {counts.all === 0
              ? 'No business cases yet. When one is started for a scheme, it stands here with whom it waits for.'
              : search.whose === 'waiting'
                ? 'None of the business cases waits for you.'
                : 'No business case fits this choice.'}
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            heading: 'Business case',
            isRowHeading: true,
            sortBy: ({ title }) => title,
            cell: ({ id, title, status, isMine }) =>
              status === 'draft' && isMine ? (
                <Link to="/cases/$id/edit" params={{ id }}>
                  {title}
                </Link>
              ) : (
                <Link to="/cases/$id" params={{ id }} search={{ whose: search.whose }}>
                  {title}
                </Link>
              ),
          },
          {
            id: 'reference',
            heading: 'Reference',
            sortBy: ({ reference }) => reference,
            cell: ({ reference }) => reference,
          },
          { id: 'scheme', heading: 'Scheme', sortBy: ({ scheme }) => scheme, cell: ({ scheme }) => scheme },
          {
            id: 'stage',
            heading: 'Stage',
            cell: ({ stage, version }) => `${stageTitles[stage]}, version ${version}`,
          },
          {
            id: 'status',
            heading: 'Status',
            sortBy: ({ status }) => status,
            cell: ({ status }) => <StatusTag {...caseStateWords[status]} />,
          },
          {
            id: 'amount',
            heading: 'Amount',
            align: 'right',
            sortBy: ({ amount }) => amount,
            cell: ({ amount }) => formatInSentence(amount),
          },
          { id: 'wait', heading: 'Waits for', cell: (row) => waitsFor(row) },
        ]}
      />
      {pages > 1 && (
        <div className={classes.acts}>
          <p>{`Page ${page} of ${pages}`}</p>
          {page > 1 && (
            <Button variant="default" size="compact-md" onClick={() => change({ page: page - 1 })}>
              Previous page
            </Button>
          )}
          {page < pages && (
            <Button variant="default" size="compact-md" onClick={() => change({ page: page + 1 })}>
              Next page
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}

const tabs: readonly { whose: Whose; words: string }[] = [
  { whose: 'all', words: 'All' },
  { whose: 'mine', words: 'Mine' },
  { whose: 'waiting', words: 'Waiting for me' },
]

const waitsFor = ({ wait, writers }: CaseListFacts['rows'][number]): string => {
  if (wait === null) return 'nobody'
  if (wait.kind === 'board') return wait.name
  if (wait.duty === 'writeCase') return writers.join(', ')
  return duties[wait.duty].map((role) => roleTitles[role]).join(', ')
}
