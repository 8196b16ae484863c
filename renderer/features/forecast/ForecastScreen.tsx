import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useChosenYear } from '../../lib/useChosenYear.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { BiasView } from './BiasView.tsx'
import type { ForecastFacts } from './forecastFacts.ts'
import { ForecastSearch, type ForecastView } from './forecastSearch.ts'
import { PeriodGrid } from './PeriodGrid.tsx'
import { SubmitForm } from './SubmitForm.tsx'
import { VersionsPart } from './VersionsPart.tsx'
import { YearChoice } from './YearChoice.tsx'
import { YearsGrid } from './YearsGrid.tsx'

const views: readonly { value: ForecastView; label: string }[] = [
  { value: 'periods', label: 'By period' },
  { value: 'years', label: 'By year' },
  { value: 'bias', label: 'Past forecasts' },
]

/** What every scheme expects to spend, version by version. */
export function ForecastScreen() {
  const { view } = useView()
  const search: ForecastSearch = useSearch({ strict: false })
  const year = useChosenYear(search.year)
  const query = useQuery(
    trpc.forecasts.screen.queryOptions(
      {
        asAt: view.asAt,
        startYear: year,
        years: Array.from({ length: view.to - view.from + 1 }, (_, index) => view.from + index),
      },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the forecasts">
      {(facts) => <Forecasts facts={facts} search={search} />}
    </Queried>
  )
}

function Forecasts({ facts, search }: { facts: ForecastFacts; search: ForecastSearch }) {
  const navigate = useNavigate()
  const forms = useForm<{ opener: string }>()
  const mayEdit = useMayDo('forecast')
  const [wantsEdit, setWantsEdit] = useState(false)
  const focusAsked = useRef(false)
  const isEditing = wantsEdit && mayEdit
  const show = search.show ?? 'periods'
  const isGrid = show !== 'bias'
  const drafts = facts.schemes.filter(({ forecast }) => forecast?.status === 'draft')
  const edit = ({ isByKey }: { isByKey: boolean }) => {
    focusAsked.current = isByKey && !isEditing
    setWantsEdit(!isEditing)
  }
  useAction('main', () => edit({ isByKey: true }), {
    words: isEditing ? 'Stop editing the forecast' : 'Edit the forecast',
    when: mayEdit && isGrid && forms.form === null,
  })
  const setSearch = (change: Partial<ForecastSearch>) =>
    void navigate({ to: '/spend/forecast', search: { ...search, ...change }, replace: true })
  const grid = { facts, isEditing, focusAsked }

  return (
    <Page
      title="Forecast"
      windowTitle={`Forecast ${formatYear(facts.startYear)}`}
      errors={forms.errors}
      lead="What each scheme expects to spend, by period or by year. Closed periods stand as they were spent."
      actions={
        <>
          <YearChoice year={facts.startYear} onYear={(year) => setSearch({ year })} />
          <SegmentedControl
            aria-label="View"
            size="xs"
            color="blue"
            transitionDuration={0}
            data={[...views]}
            value={show}
            onChange={(next) => setSearch({ show: ForecastSearch.parse({ show: next }).show })}
          />
          {isGrid && mayEdit && facts.schemes.length > 0 && (
            <Button
              variant={isEditing ? 'filled' : 'default'}
              size="compact-md"
              onClick={() => edit({ isByKey: false })}
            >
              {isEditing ? 'Done' : 'Edit'}
            </Button>
          )}
        </>
      }
    >
      <NextStep
        action={
          drafts.length > 0 && mayEdit && forms.form === null ? (
            <Button id="submit-forecasts" size="compact-md" onClick={() => forms.open({ opener: 'submit-forecasts' })}>
              Submit forecasts
            </Button>
          ) : undefined
        }
      >
        {nextStepOf(facts, drafts.length)}
      </NextStep>
      <SpendTabs />
      {forms.form && <SubmitForm schemes={drafts} forms={forms} />}
      {facts.schemes.length === 0 ? (
        <EmptyState action={<PathLink path="/programme/schemes">Add a scheme</PathLink>}>
          No schemes yet. When the programme has schemes, what each of them expects to spend is entered here.
        </EmptyState>
      ) : (
        <>
          {show === 'periods' && <PeriodGrid {...grid} />}
          {show === 'years' && <YearsGrid {...grid} />}
          {show === 'bias' && (
            <>
              <BiasView startYear={facts.startYear} />
              <VersionsPart
                facts={facts}
                schemeId={search.scheme ?? null}
                onScheme={(scheme) => setSearch({ scheme: ForecastSearch.parse({ scheme }).scheme })}
              />
            </>
          )}
        </>
      )}
      {isGrid && <WhoMay duty="forecast" what="Forecasts are entered" />}
    </Page>
  )
}

const nextStepOf = ({ schemes, startYear }: ForecastFacts, drafts: number): string => {
  if (drafts > 0) {
    return `${countOf(drafts, 'draft')} not submitted yet. Monitoring goes by what was submitted last.`
  }
  const missing = schemes.filter(
    ({ years }) => years.find((year) => year.startYear === startYear)?.outturn === null,
  ).length
  if (missing > 0)
    return `${countOf(missing, 'scheme has', 'schemes have')} no forecast of ${formatYear(startYear)}. A scheme lead or a finance officer enters it.`
  return 'every scheme has submitted its forecast. Once a period is closed, what was spent takes the place of what was forecast for it.'
}
