import { lazy, type ReactNode } from 'react'
import { fundingMixSheet } from '../../../domain/chart/fundingMixSheet.ts'
import { formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import type { FundingMix } from '../../../domain/portfolio/fundingMix.ts'
import { ChartFrame, type ChartSource } from './ChartFrame.tsx'
import { ChartPlace } from './ChartPlace.tsx'

// The drawing library is large and only some screens draw.
const StackedPicture = lazy(async () => ({ default: (await import('./pictures/StackedPicture.tsx')).StackedPicture }))

interface FundingMixChartProps {
  mix: FundingMix
  unit: MoneyUnit
  period: string
  /** What of the programme is counted, where it is not all of it. */
  extent?: string | undefined
  source: ChartSource
  /** Stands in its place where nothing is allocated. */
  empty: ReactNode
  notes?: readonly string[]
}

/** What pays for each year. */
export function FundingMixChart(props: FundingMixChartProps) {
  const { mix, unit, period, extent, source, empty, notes = [] } = props
  const sheet = fundingMixSheet(mix, unit)
  if (!sheet) return <ChartPlace title="Funding mix">{empty}</ChartPlace>
  const { headline, table, series, columns } = sheet
  return (
    <ChartFrame
      headline={headline}
      measure={['Allocation by funding source', extent].filter(Boolean).join(', ')}
      unit={unit}
      period={period}
      table={table}
      fileName="funding-mix"
      source={source}
      notes={[...sheet.notes, ...notes]}
    >
      {(width) => (
        <StackedPicture
          columns={columns}
          series={series}
          format={(amount) => formatMoney(amount as Pence, unit)}
          width={width}
        />
      )}
    </ChartFrame>
  )
}
