import { lazy } from 'react'
import { waterfallSheet } from '../../../domain/chart/waterfallSheet.ts'
import { formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import type { WaterfallBar } from '../../../domain/portfolio/moneyWaterfall.ts'
import { ChartFrame, type ChartSource } from './ChartFrame.tsx'

// The drawing library is large and only some screens draw.
const WaterfallPicture = lazy(async () => ({
  default: (await import('./pictures/WaterfallPicture.tsx')).WaterfallPicture,
}))

interface WaterfallChartProps {
  bars: readonly WaterfallBar[]
  measure: string
  unit: MoneyUnit
  period: string
  fileName: string
  source: ChartSource
  notes?: readonly string[]
}

/** How one amount becomes another, step by step. */
export function WaterfallChart({ bars, measure, unit, period, fileName, source, notes = [] }: WaterfallChartProps) {
  const sheet = waterfallSheet(bars, unit)
  return (
    <ChartFrame
      headline={sheet.headline}
      measure={measure}
      unit={unit}
      period={period}
      table={sheet.table}
      fileName={fileName}
      source={source}
      notes={notes}
    >
      {(width) => (
        <WaterfallPicture bars={sheet.bars} format={(amount) => formatMoney(amount as Pence, unit)} width={width} />
      )}
    </ChartFrame>
  )
}
