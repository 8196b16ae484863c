import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type FundingPlan, outcomeOf, planAsItStands, savingOver } from '../../../domain/funding/fundingPlan.ts'
import { pence } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { FundingTabs } from './FundingTabs.tsx'
import { MixComparison } from './MixComparison.tsx'
import { MixEditor } from './MixEditor.tsx'
import classes from './Planner.module.css'
import { PlannerChoices } from './PlannerChoices.tsx'
import type { PlannerFacts } from './plannerFacts.ts'
import type { PlannerSearch } from './plannerSearch.ts'
import { RaiseSwapForm } from './RaiseSwapForm.tsx'
import { wholePounds } from './wholePounds.ts'

/** Two ways to pay for the programme, tried beside each other and beside what stands. Nothing moves until a change is approved. */
export function SwapScreen() {
  const { view } = useView()
  const search: PlannerSearch = useSearch({ strict: false })
  const query = useQuery(trpc.funding.planner.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Adding up the sources">
      {(facts) => <Planner facts={facts} search={search} />}
    </Queried>
  )
}

const mixNames = ['Mix 1', 'Mix 2'] as const

function Planner({ facts, search }: { facts: PlannerFacts; search: PlannerSearch }) {
  const navigate = useNavigate()
  const forms = useForm<{ opener: string; mix: number }>()
  const mayRaise = useMayDo('raiseChange')
  const standing = planAsItStands(facts.sources)
  const [mixes, setMixes] = useState<readonly FundingPlan[]>(mixNames.map(() => standing))
  const context = { ...facts, needs: facts.needs[search.for ?? 'plan'], certainty: search.count ?? 'all' }
  const outcomes = [standing, ...mixes].map((mix) => outcomeOf(mix, context))
  const [asItStands, ...tried] = outcomes
  const raised = mayRaise && forms.form ? mixes[forms.form.mix] : undefined
  const hasSwaps = mixes.some(({ swaps }) => swaps.length > 0)

  return (
    <Page title="Swap planner" errors={forms.errors} lead="What if another source paid? Nothing here moves money.">
      <FundingTabs />
      <NextStep>
        {hasSwaps
          ? 'compare the mixes below, and ask for the swaps of the one that is better. Somebody else approves the change.'
          : 'put another source in the place of one in Mix 1 or Mix 2, or change who pays first, and compare them below.'}
      </NextStep>
      {facts.pots.length === 0 || !asItStands ? (
        <EmptyState action={<Link to="/money/funding">See the funding tables</Link>}>
          No money is allocated from a stated source yet. When it is, two mixes of sources can be compared here: their
          shares, what they cost revenue, and what lapses.
        </EmptyState>
      ) : (
        <>
          <PlannerChoices
            search={search}
            onSearch={(next) => void navigate({ to: '/money/funding/swap', search: next, replace: true })}
          />
          <div className={classes.plans}>
            {mixes.map((mix, at) => (
              <MixEditor
                key={mixNames[at]}
                name={mixNames[at] ?? ''}
                facts={facts}
                mix={mix}
                outcome={outcomes[at + 1] ?? asItStands}
                onMix={(next) => setMixes(mixes.map((each, index) => (index === at ? next : each)))}
                onRaise={mayRaise ? (opener) => forms.open({ opener, mix: at }) : null}
                onErrors={forms.setErrors}
                errors={forms.errors}
              />
            ))}
          </div>
          <WhoMay duty="raiseChange" what="A funding swap is asked for" />
          {raised && forms.form && (
            <RaiseSwapForm
              key={forms.form.mix}
              name={mixNames[forms.form.mix] ?? ''}
              facts={facts}
              mix={raised}
              forms={forms}
            />
          )}
          <MixComparison outcomes={outcomes} names={['As it stands', ...mixNames]} />
          <ul className={classes.list}>
            {tried.map((outcome, at) => (
              <li key={mixNames[at]}>
                {mixNames[at]}: {savingWords(savingOver(asItStands, outcome))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

const savingWords = (saving: ReturnType<typeof savingOver>): string => {
  if (saving === null) return 'what it saves is not known, because the terms of a source that borrows are not recorded.'
  if (saving === 0) return 'costs revenue as much as what stands.'
  const size = wholePounds(pence(Math.abs(saving)))
  return saving > 0
    ? `costs revenue ${size} less over the whole life than what stands.`
    : `costs revenue ${size} more over the whole life than what stands.`
}
