import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { outcomeOf, planAsItStands } from '../../../domain/funding/fundingPlan.ts'
import { formatInSentence, pence, sum } from '../../../domain/money.ts'
import { formatShare } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { FundingTabs } from './FundingTabs.tsx'
import classes from './Planner.module.css'
import { PlannerChoices } from './PlannerChoices.tsx'
import type { PlannerFacts } from './plannerFacts.ts'
import type { PlannerSearch } from './plannerSearch.ts'
import { RevenueCost } from './RevenueCost.tsx'
import { SourceUses, type TermsFormChoice } from './SourceUses.tsx'
import { TermsForm } from './TermsForm.tsx'
import { WaterfallTable } from './WaterfallTable.tsx'
import { waterfallNextStep } from './waterfallNextStep.ts'

/** What each year is paid from, in the order in which the sources pay, and what the borrowing in it costs. */
export function WaterfallScreen() {
  const { view } = useView()
  const search: PlannerSearch = useSearch({ strict: false })
  const query = useQuery(trpc.funding.planner.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Adding up the sources">
      {(facts) => <Paid facts={facts} search={search} />}
    </Queried>
  )
}

function Paid({ facts, search }: { facts: PlannerFacts; search: PlannerSearch }) {
  const navigate = useNavigate()
  const forms = useForm<TermsFormChoice>()
  const mayRecord = useMayDo('money')
  const basis = search.for ?? 'plan'
  const outcome = outcomeOf(planAsItStands(facts.sources), {
    ...facts,
    needs: facts.needs[basis],
    certainty: search.count ?? 'all',
  })
  const { need, paid, borrowing } = outcome
  const chosen = mayRecord ? facts.sources.find(({ id }) => id === forms.form?.id) : undefined
  const withoutSource = sum(facts.withoutSource.map(({ amount }) => amount))
  return (
    <Page
      title="What pays for each year"
      errors={forms.errors}
      lead={
        need > 0 && (
          <p>
            {formatInSentence(paid)} of {formatInSentence(need)} is paid for
            {paid > 0 && ` · borrowing pays ${formatShare(borrowing, paid)}`}
          </p>
        )
      }
    >
      <FundingTabs />
      <NextStep>{waterfallNextStep(facts, outcome, basis)}</NextStep>
      {facts.sources.length === 0 ? (
        <EmptyState action={<Link to="/money/funding">Add funding sources</Link>}>
          No funding sources yet. When sources are added and money is allocated from them, each year shows here what it
          is paid from, in the order in which they pay.
        </EmptyState>
      ) : (
        <>
          <PlannerChoices
            search={search}
            onSearch={(next) => void navigate({ to: '/money/funding/waterfall', search: next, replace: true })}
          />
          <WaterfallTable facts={facts} outcome={outcome} basis={basis} />
          {withoutSource > 0 && (
            <p className={classes.muted}>
              {formatInSentence(pence(withoutSource))} is allocated without saying from which source. It pays for
              nothing here until a decision states one.
            </p>
          )}
          {chosen && <TermsForm key={chosen.id} source={chosen} forms={forms} />}
          <RevenueCost outcome={outcome} onRecord={mayRecord ? (id, opener) => forms.open({ id, opener }) : null} />
          <SourceUses facts={facts} outcome={outcome} forms={forms} />
        </>
      )}
    </Page>
  )
}
