import { lazy } from 'react'
import { planSheet } from '../../../domain/chart/planSheet.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import type { PlanAndAuthority } from '../../../domain/portfolio/planAgainstAuthority.ts'
import { ChartFrame, type ChartSource } from '../../ui/chart/ChartFrame.tsx'
import { ChartPlace } from '../../ui/chart/ChartPlace.tsx'

// The drawing library is large and only some screens draw.
const PairsPicture = lazy(async () => ({
  default: (await import('../../ui/chart/pictures/PairsPicture.tsx')).PairsPicture,
}))

interface ChartsPlanAgainstAuthorityProps {
  themes: readonly PlanAndAuthority[]
  unit: MoneyUnit
  period: string
  source: ChartSource
  isFiltered: boolean
}

/** What each theme plans beside what it has authority for. */
export function ChartsPlanAgainstAuthority(props: ChartsPlanAgainstAuthorityProps) {
  const { themes, unit, period, source, isFiltered } = props
  const sheet = planSheet(themes, unit)
  if (!sheet) {
    return (
      <ChartPlace title="Plan against authority">
        <p>
          What each theme plans appears here beside what it has authority for.
          {isFiltered ? ' Nothing that the filter shows has either.' : ' Neither is recorded in these years.'}
        </p>
      </ChartPlace>
    )
  }
  return (
    <ChartFrame
      headline={sheet.headline}
      measure="Plan and authority by theme"
      unit={unit}
      period={period}
      table={sheet.table}
      fileName="plan-against-authority"
      source={source}
      notes={isFiltered ? ['The figures of a theme are those of all its schemes'] : []}
    >
      {(width) => <PairsPicture pairs={sheet.pairs} width={width} />}
    </ChartFrame>
  )
}
