import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatInSentence } from '../../../domain/money.ts'
import type { Cell } from '../../../domain/portfolio/cell.ts'
import { moneyWaterfall } from '../../../domain/portfolio/moneyWaterfall.ts'
import { planAgainstAuthority } from '../../../domain/portfolio/planAgainstAuthority.ts'
import type { Portfolio } from '../../../domain/portfolio/portfolio.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import type { ChartSource } from '../../ui/chart/ChartFrame.tsx'
import { ChartPlace } from '../../ui/chart/ChartPlace.tsx'
import { FundingMixChart } from '../../ui/chart/FundingMixChart.tsx'
import { WaterfallChart } from '../../ui/chart/WaterfallChart.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { ChartsPlanAgainstAuthority } from './ChartsPlanAgainstAuthority.tsx'
import { ChartsSpendCurve } from './ChartsSpendCurve.tsx'
import classes from './ChartsView.module.css'
import { chosenPlaces } from './chosenPlaces.ts'
import type { PortfolioFilter } from './filter.ts'

interface ChartsViewProps {
  portfolio: Portfolio
  source: ChartSource
  filter: PortfolioFilter
  period: string
}

/** The money of the programme, or of what the filter leaves of it, in pictures. */
export function ChartsView({ portfolio, source, filter, period }: ChartsViewProps) {
  const { view } = useView()
  const { unit } = view
  const { themes, placeIds, schemes } = chosenPlaces(portfolio.programme, filter)
  const query = useQuery(
    trpc.charts.portfolio.queryOptions(
      { ...portfolio.years, asAt: view.asAt, placeIds },
      { placeholderData: keepPreviousData },
    ),
  )
  const extent = placeIds ? `${schemes.shown} of ${schemes.all} schemes` : undefined
  const notes = placeIds
    ? ['Money given to a theme counts where all of its schemes are shown; money given to the programme does not count']
    : []
  const plan = planAgainstAuthority(themes)
  return (
    <Queried query={query} doing="Adding up for the charts">
      {({ levels, mix, curve }) => {
        const waterfall = moneyWaterfall(levels)
        return (
          <div className={classes.charts}>
            <FundingMixChart
              {...{ mix, unit, period, extent, source, notes }}
              empty={<p>{noMoney('What pays for each year', levels.allocation)}</p>}
            />
            {waterfall ? (
              <WaterfallChart
                bars={waterfall}
                measure={['From allocation to what may be spent', extent].filter(Boolean).join(', ')}
                fileName="allocation-to-available"
                {...{ unit, period, source, notes }}
              />
            ) : (
              <ChartPlace title="From allocation to what may be spent">
                <p>{noMoney('The way from allocation to what may be spent', levels.authority)}</p>
              </ChartPlace>
            )}
            <ChartsPlanAgainstAuthority themes={plan} {...{ unit, period, source }} isFiltered={placeIds !== null} />
            <ChartsSpendCurve
              curve={curve}
              authority={levels.authority}
              years={portfolio.years}
              {...{ unit, period, extent, source, notes }}
            />
          </div>
        )
      }}
    </Queried>
  )
}

/** Why there is nothing to draw. */
function noMoney(what: string, cell: Cell): string {
  switch (cell.kind) {
    case 'at-programme':
      return `${what} appears here for the whole programme: the money is given to the programme, and not to what the filter shows.`
    case 'at-theme':
      return `${what} appears here for whole themes: the money is given to a theme, of which the filter shows only some schemes.`
    case 'amount':
      return `${what} cannot be drawn: ${formatInSentence(cell.amount)} is all that is recorded in these years.`
    default:
      return `${what} appears here once a decision on allocation or authority has effect. None is recorded in these years.`
  }
}
