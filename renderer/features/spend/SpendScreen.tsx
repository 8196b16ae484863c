import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { countOf, formatYears } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AskedWaiverNote } from './AskedWaiverNote.tsx'
import { Imports } from './Imports.tsx'
import { KeptMappings } from './KeptMappings.tsx'
import { PeriodTable } from './PeriodTable.tsx'
import classes from './Spend.module.css'
import type { SpendScreenFacts } from './spendFacts.ts'

/** What was paid, by scheme and period, and the extracts that it came from. */
export function SpendScreen() {
  const { view } = useView()
  const query = useQuery(
    trpc.spend.screen.queryOptions(
      { from: view.from, to: view.to, asAt: view.asAt },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading what was spent">
      {(facts) => <Spend facts={facts} />}
    </Queried>
  )
}

function Spend({ facts }: { facts: SpendScreenFacts }) {
  const { view } = useView()
  const navigate = useNavigate()
  const mayBring = useMayDo('spend')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const bring = () => void navigate({ to: '/spend/new' })
  useAction('main', bring, { words: 'Bring in an extract', when: mayBring })
  const years = formatYears(view.from, view.to)
  const spent = sum(facts.amounts.map(({ amount }) => amount))
  return (
    <Page
      title="Spend"
      lead={
        <p>
          {years}: spent {formatInSentence(spent)} on{' '}
          {countOf(new Set(facts.amounts.map((each) => each.schemeId)).size, 'scheme')}
        </p>
      }
      errors={errors}
      actions={mayBring && <Button onClick={bring}>Bring in an extract</Button>}
    >
      <NextStep>{nextStep(facts)}</NextStep>
      <SpendTabs />
      <WhoMay duty="spend" what="Extracts of the finance system are brought in" />
      {view.asAt === null &&
        facts.waivers.map((waiver) => (
          <AskedWaiverNote key={waiver.id} waiver={waiver} schemes={facts.schemes} onErrors={setErrors} />
        ))}
      {facts.amounts.length === 0 ? (
        <EmptyState action={mayBring && <Link to="/spend/new">Bring in an extract</Link>}>
          No actuals imported for {years}. When you bring in a ledger extract, spend appears here by scheme and period.
        </EmptyState>
      ) : (
        <PeriodTable caption={`Spent by scheme and period, ${years}`} amounts={facts.amounts} schemes={facts.schemes} />
      )}
      <section className={classes.section} aria-labelledby="imports">
        <h2 id="imports">Extracts brought in</h2>
        <Imports imports={facts.imports} />
      </section>
      {facts.mappings.length > 0 && (
        <section className={classes.section} aria-labelledby="mappings">
          <h2 id="mappings">Mappings kept</h2>
          <p>An extract with the headings of one of these is read by it at once.</p>
          <KeptMappings mappings={facts.mappings} isReadOnly={view.asAt !== null} onErrors={setErrors} />
        </section>
      )}
    </Page>
  )
}

const nextStep = ({ waivers, imports }: SpendScreenFacts): string => {
  if (waivers.length > 0)
    return `the section 151 officer says whether ${countOf(waivers.length, 'waiver')} for earlier spend may pass.`
  if (imports.length === 0) return 'a finance officer brings in the first ledger extract.'
  return 'a finance officer brings in the next month’s extract; what is in the ledger already is not counted twice.'
}
