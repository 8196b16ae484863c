import { waterfallSheet } from '../../domain/chart/waterfallSheet.ts'
import type { WaterfallBar } from '../../domain/portfolio/moneyWaterfall.ts'
import type { ChartPart } from '../model/chartPart.ts'
import { textCell } from '../model/tableCell.ts'
import type { TableRow } from '../model/tablePart.ts'
import { type ChartAbout, chartColumn, chartPartOf, chartRow, missingCell } from './chartPartOf.ts'

/** How one amount becomes another step by step, such as the allocation what may be spent. */
export const waterfallChart = (bars: readonly WaterfallBar[], about: ChartAbout): ChartPart => {
  const { headline, bars: drawn, labels } = waterfallSheet(bars, about.unit)
  let since: string[] = []
  const rows = bars.map(({ meaning, amount, isMissing }, at): TableRow => {
    const id = `${about.id}/${at + 1}`
    const isReached = meaning.kind === 'level' && at > 0
    const row = chartRow(
      id,
      [textCell(labels[at] ?? ''), isMissing ? missingCell('none') : { kind: 'amount', amount }],
      isReached ? { style: 'subtotal', adds: { plus: since, minus: [] } } : {},
    )
    since = meaning.kind === 'level' ? [id] : [...since, id]
    return row
  })
  return chartPartOf(about, {
    headline,
    measure: 'From allocation to what may be spent',
    drawing: { picture: 'waterfall', data: { bars: drawn } },
    type: 'columns',
    series: ['amount'],
    columns: [chartColumn('step', 'Step', 'text'), chartColumn('amount', 'Amount', 'amount')],
    rows,
  })
}
