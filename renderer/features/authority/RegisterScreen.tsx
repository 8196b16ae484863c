import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf, formatYears } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AskedFor } from './AskedFor.tsx'
import classes from './Authority.module.css'
import { type AuthoritySearch, type AuthorityTab, afterOf, authorityTabs } from './authoritySearch.ts'
import { ByYear } from './ByYear.tsx'
import { CoverageBar } from './CoverageBar.tsx'
import { InForce } from './InForce.tsx'
import { LedgerEntries } from './LedgerEntries.tsx'
import type { RegisterFacts } from './registerFacts.ts'
import { registerNextStep } from './registerNextStep.ts'
import { StartRequestForm } from './StartRequestForm.tsx'

const tabWords: Record<AuthorityTab, string> = {
  force: 'In force',
  year: 'By scheme and year',
  asked: 'Asked for',
  ledger: 'Ledger',
}

/** What may lawfully be spent, under which decision, what is asked for, and the entries of both in the ledger. */
export function RegisterScreen() {
  const { view } = useView()
  const search: AuthoritySearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.authority.screen.queryOptions(
      {
        from: view.from,
        to: view.to,
        status: search.state ?? null,
        decisionId: search.decision ?? null,
        after: afterOf(search),
        beforeEntry: search.before ?? null,
        asAt: view.asAt,
      },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the register">
      {(facts) => <Register facts={facts} search={search} />}
    </Queried>
  )
}

function Register({ facts, search }: { facts: RegisterFacts; search: AuthoritySearch }) {
  const navigate = useNavigate()
  const mayAsk = useMayDo('request')
  const forms = useForm<{ opener: string }>()
  const tab = search.list ?? 'force'
  const setSearch = (change: AuthoritySearch) =>
    void navigate({ to: '/money/authority', search: { ...search, after: undefined, before: undefined, ...change } })
  const ask = () => forms.open({ opener: 'ask-for-authority' })
  const isAsking = mayAsk && forms.form !== null
  useAction('main', ask, { words: 'Ask for authority', when: mayAsk && !isAsking })

  return (
    <Page
      title="Authority to spend"
      lead={<Totals facts={facts} />}
      errors={forms.errors}
      actions={
        mayAsk && (
          <Button id="ask-for-authority" onClick={ask}>
            Ask for authority
          </Button>
        )
      }
    >
      <NextStep>{registerNextStep(facts)}</NextStep>
      <WhoMay duty="request" what="Authority is asked for" />
      {isAsking && <StartRequestForm facts={facts} forms={forms} />}
      <nav aria-label="Parts of the register" className={classes.tabs}>
        {authorityTabs.map((each) => (
          <Link
            key={each}
            to="/money/authority"
            search={{ list: each === 'force' ? undefined : each }}
            className={classes.tabLink}
            data-current={each === tab || undefined}
            {...(each === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {tabWords[each]}
            {each === 'asked' && facts.requests.length > 0 && ` ${facts.requests.length}`}
          </Link>
        ))}
      </nav>
      {tab === 'force' && <InForce facts={facts} search={search} onSearch={setSearch} />}
      {tab === 'year' && <ByYear facts={facts} />}
      {tab === 'asked' && <AskedFor facts={facts} />}
      {tab === 'ledger' && <LedgerEntries facts={facts} onSearch={setSearch} />}
      {tab !== 'ledger' && <CoverageBar coverage={facts.coverage} />}
    </Page>
  )
}

/** What of the years' authority is effective, and how far it has gone. */
function Totals({ facts }: { facts: RegisterFacts }) {
  const { view } = useView()
  const { effective, released, held, committed } = facts.register.totals
  const notYet = facts.requests.filter(
    ({ status }) => status !== 'draft' && status !== 'withdrawn' && status !== 'refused',
  )
  return (
    <p>
      {formatYears(view.from, view.to)}: effective {formatInSentence(effective)} · released {formatInSentence(released)}{' '}
      · held {formatInSentence(held)} · committed {formatInSentence(committed)}
      {notYet.length > 0 && ` · ${countOf(notYet.length, 'request')} not yet in force`}
    </p>
  )
}
