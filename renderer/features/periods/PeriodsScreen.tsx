import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Queried } from '../../ui/Queried.tsx'
import { CheckClosing } from './CheckClosing.tsx'
import { PeriodList } from './PeriodList.tsx'
import type { PeriodFacts } from './periodFacts.ts'
import type { PeriodsSearch } from './periodsSearch.ts'

/** The periods of a year: what each holds, which are closed, and closing the next one. */
export function PeriodsScreen() {
  const { view } = useView()
  const search: PeriodsSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.periods.screen.queryOptions(
      { asAt: view.asAt, startYear: search.year ?? null },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the periods">
      {(facts) => <Periods facts={facts} search={search} />}
    </Queried>
  )
}

function Periods({ facts, search }: { facts: PeriodFacts; search: PeriodsSearch }) {
  const navigate = useNavigate()
  const goTo = (change: PeriodsSearch) =>
    void navigate({ to: '/spend/periods', search: { year: facts.startYear, ...change } })
  const through = facts.periods.find(({ period }) => period === search.close)
  if (through?.status === 'open' && !facts.isYearClosed) {
    return <CheckClosing facts={facts} through={through} onLeave={() => goTo({})} />
  }
  return <PeriodList key={formatYear(facts.startYear)} facts={facts} goTo={goTo} />
}
