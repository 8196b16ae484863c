import { barSheet, type NamedAmount } from '../../domain/chart/barSheet.ts'
import type { ChartPart } from '../model/chartPart.ts'
import { textCell } from '../model/tableCell.ts'
import { type ChartAbout, chartColumn, chartPartOf, chartRow } from './chartPartOf.ts'

interface BarsGiven {
  amounts: readonly NamedAmount[]
  /** The finding, computed from the figures. */
  headline: string
  measure: string
  /** What the names are, and what the amounts. */
  rowHeading: string
  column: string
  /** Tokens of the bars' colour, and of those below nought. */
  colour: string
  below?: string
}

/** Named amounts beside each other, such as the variance of each scheme; null where there are none. */
export const barsChart = (given: BarsGiven, about: ChartAbout): ChartPart | null => {
  const { amounts, headline, measure, rowHeading, column, colour, below } = given
  if (amounts.length === 0) return null
  const { bars } = barSheet(amounts, about.unit, { rowHeading, column })
  return chartPartOf(about, {
    headline,
    measure,
    drawing: { picture: 'bars', data: { bars, colour, ...(below === undefined ? {} : { below }) } },
    type: 'columns',
    series: ['amount'],
    columns: [chartColumn('name', rowHeading, 'text'), chartColumn('amount', column, 'amount')],
    rows: amounts.map(({ name, amount }, at) =>
      chartRow(`${about.id}/${at + 1}`, [textCell(name), { kind: 'amount', amount }]),
    ),
  })
}
