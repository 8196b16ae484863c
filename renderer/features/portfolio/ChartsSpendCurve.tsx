import { lazy } from 'react'
import { curveSheet } from '../../../domain/chart/curveSheet.ts'
import type { YearRange } from '../../../domain/financialYear.ts'
import { formatInSentence, formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import type { Cell } from '../../../domain/portfolio/cell.ts'
import type { SpendCurve } from '../../../domain/portfolio/spendCurve.ts'
import { useView } from '../../lib/useView.ts'
import { ChartFrame, type ChartSource } from '../../ui/chart/ChartFrame.tsx'
import { ChartPlace } from '../../ui/chart/ChartPlace.tsx'

// The drawing library is large and only some screens draw.
const CurvePicture = lazy(async () => ({
  default: (await import('../../ui/chart/pictures/CurvePicture.tsx')).CurvePicture,
}))

interface ChartsSpendCurveProps {
  /** Null until something is spent. */
  curve: SpendCurve | null
  authority: Cell
  years: YearRange
  unit: MoneyUnit
  period: string
  extent: string | undefined
  source: ChartSource
  notes: readonly string[]
}

/** How spend builds up against authority. Until something is spent it says what will appear. */
export function ChartsSpendCurve(props: ChartsSpendCurveProps) {
  const { curve, authority, years, unit, period, extent, source, notes } = props
  const { view } = useView()
  if (!curve) {
    return (
      <ChartPlace title="Nothing is spent yet">
        <p>
          Once payments stand in the ledger, a curve shows here month by month how spend builds up against{' '}
          {authority.kind === 'amount' ? `the authority of ${formatInSentence(authority.amount)}` : 'the authority'},
          with a line for today. No payment is recorded in these years.
        </p>
      </ChartPlace>
    )
  }
  const { headline, table, picture } = curveSheet(curve, { unit, years, isToday: view.asAt === null })
  return (
    <ChartFrame
      headline={headline}
      measure={['Authority and spend, added up by day', extent].filter(Boolean).join(', ')}
      unit={unit}
      period={period}
      table={table}
      fileName="spend-against-authority"
      source={source}
      notes={notes}
    >
      {(width) => (
        <CurvePicture
          points={curve.points}
          {...picture}
          format={(amount) => formatMoney(amount as Pence, unit)}
          width={width}
        />
      )}
    </ChartFrame>
  )
}
