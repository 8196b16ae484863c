import { formatDay } from '../../../domain/inWords.ts'
import { fundingMix } from '../../../domain/portfolio/fundingMix.ts'
import { formatYears } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { FundingMixChart } from '../../ui/chart/FundingMixChart.tsx'
import type { FundingFacts } from './fundingFacts.ts'

/** What pays for each of the years chosen, as table C has it. */
export function FundingChart({ facts }: { facts: FundingFacts }) {
  const { view } = useView()
  const { from, to } = view
  return (
    <FundingMixChart
      mix={fundingMix(facts.allocations, facts.sources, { from, to })}
      unit={view.unit}
      period={`${formatYears(from, to)}, as at ${formatDay(facts.asAt.day)}`}
      source={facts}
      empty={
        <p>
          What pays for each year appears here once a decision allocates money to the programme. None does in{' '}
          {formatYears(from, to)}.
        </p>
      }
    />
  )
}
