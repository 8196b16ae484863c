import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import { formatYears } from '../../lib/format.ts'
import { COUNT_AGAIN_MS, useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ChartsView } from './ChartsView.tsx'
import { CheckStrip } from './CheckStrip.tsx'
import { Coverage } from './Coverage.tsx'
import { FilterBar } from './FilterBar.tsx'
import { isFiltered, type PortfolioFilter } from './filter.ts'
import { LevelsGrid } from './LevelsGrid.tsx'
import { NextSteps } from './NextSteps.tsx'
import { NoSchemes } from './NoSchemes.tsx'
import classes from './Portfolio.module.css'
import { PortfolioActions } from './PortfolioActions.tsx'
import { Unfunded } from './Unfunded.tsx'
import { YearsGrid } from './YearsGrid.tsx'

/** Where the money is, what may be spent, and what does not agree. */
export function PortfolioScreen() {
  const { view } = useView()
  const filter: PortfolioFilter = useSearch({ strict: false })
  const navigate = useNavigate()
  const [wantsEdit, setWantsEdit] = useState(false)
  const focusAsked = useRef(false)
  const mayEdit = useMayDo('plan')
  const isEditing = wantsEdit && mayEdit
  const layout = filter.view ?? 'levels'
  const query = useQuery(
    trpc.portfolio.screen.queryOptions(
      { from: view.from, to: view.to, asAt: view.asAt, across: layout === 'years' ? 'years' : 'levels' },
      {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.openChecks === null ? COUNT_AGAIN_MS : false),
      },
    ),
  )
  const setFilter = (change: Partial<PortfolioFilter>) =>
    void navigate({ to: '/portfolio', search: (before) => ({ ...before, ...change }), replace: true })

  return (
    <Queried query={query} doing="Adding up the programme">
      {({ across, portfolio, programme, asAt, requests, openChecks, openChecksAt }) => {
        // Until the other grid's figures are there, the one before stays.
        const shown = layout === 'charts' ? layout : across
        const period = `${formatYears(portfolio.years.from, portfolio.years.to)}, as at ${formatDay(asAt.day)}`
        const grid = { portfolio, programme, filter, unit: view.unit, isEditing, focusAsked, openChecksAt }
        const hasSchemes = portfolio.programme.children.length > 0
        return (
          <Page
            title={programme.name}
            windowTitle={`Portfolio, ${programme.name}`}
            actions={
              <PortfolioActions
                layout={layout}
                onLayout={(next) => setFilter({ view: next })}
                isEditing={isEditing}
                onEdit={({ isByKey }) => {
                  focusAsked.current = isByKey && !isEditing
                  setWantsEdit(!isEditing)
                }}
              />
            }
          >
            <div className={classes.top}>
              <NextSteps steps={portfolio.nextSteps} requests={requests} />
              <CheckStrip openChecks={openChecks} portfolio={portfolio}>
                {hasSchemes && <FilterBar filter={filter} onFilter={setFilter} portfolio={portfolio} />}
              </CheckStrip>
              {!hasSchemes && <NoSchemes />}
              {hasSchemes && shown === 'levels' && (
                <LevelsGrid {...grid} period={period} onYears={() => setFilter({ view: 'years' })} />
              )}
              {hasSchemes && shown === 'years' && (
                <YearsGrid {...grid} period={`all years, as at ${formatDay(asAt.day)}`} />
              )}
              {hasSchemes && shown === 'charts' && (
                <ChartsView portfolio={portfolio} source={{ programme, asAt }} filter={filter} period={period} />
              )}
            </div>
            {isFiltered(filter) && hasSchemes && layout !== 'charts' && (
              <p>The totals are those of the whole programme, also while the list is filtered.</p>
            )}
            {hasSchemes && layout !== 'charts' && <WhoMay duty="plan" what="The plan is changed" />}
            {hasSchemes && <Coverage coverage={portfolio.coverage} />}
            <Unfunded ideas={portfolio.unfunded} />
          </Page>
        )
      }}
    </Queried>
  )
}
