import { fundingMixSheet } from '../../domain/chart/fundingMixSheet.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { type Pence, sum } from '../../domain/money.ts'
import type { FundingMix } from '../../domain/portfolio/fundingMix.ts'
import type { ChartPart } from '../model/chartPart.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import { type ChartAbout, chartColumn, chartPartOf, chartRow, missingCell } from './chartPartOf.ts'

/** What pays for each year; null where nothing is allocated in the years. */
export const fundingMixChart = (mix: FundingMix, about: ChartAbout): ChartPart | null => {
  const sheet = fundingMixSheet(mix, about.unit)
  if (sheet === null) return null
  const { headline, series, columns, notes } = sheet
  const sources = series.map((_, at) => `source-${at + 1}`)
  const rows = mix.years.map(({ startYear, amounts, total }, at) => {
    const shares = columns[at]?.parts.map((part) => part?.share ?? null) ?? []
    return chartRow(`${about.id}/${startYear}`, [
      textCell(formatYear(startYear)),
      ...amounts.map(amountOrNone),
      { kind: 'amount', amount: total },
      ...amounts.map((amount, index) => (shares[index] ? shareCell(amount, total) : missingCell('not-applicable'))),
    ])
  })
  const sums = sources.map((_, at) => sum(mix.years.map(({ amounts }) => amounts[at] ?? 0)))
  const all = sum(sums)
  const total = chartRow(
    `${about.id}/total`,
    [
      textCell('Total'),
      ...sums.map(amountOrNone),
      { kind: 'amount', amount: all },
      ...sums.map((amount) =>
        all > 0 && sums.every((each) => each >= 0) ? shareCell(amount, all) : missingCell('not-applicable'),
      ),
    ],
    { style: 'total', adds: { plus: rows.map(({ id }) => id), minus: [] } },
  )
  return chartPartOf(about, {
    headline,
    measure: 'Allocation by funding source',
    drawing: { picture: 'funding-mix', data: { columns, series } },
    type: 'stacked-columns',
    series: sources,
    columns: [
      chartColumn('year', 'Year', 'text'),
      ...sources.map((id, at) => chartColumn(id, series[at] ?? '', 'amount')),
      chartColumn('total', 'Total', 'amount', { plus: sources, minus: [] }),
      ...sources.map((id, at) => chartColumn(`${id}-share`, `${series[at] ?? ''}, share`, 'percent')),
    ],
    rows: [...rows, total],
    notes,
  })
}

const amountOrNone = (amount: Pence | null): TableCell =>
  amount === null ? missingCell('none') : { kind: 'amount', amount }

const shareCell = (amount: Pence | null, total: Pence): TableCell =>
  amount === null
    ? missingCell('not-applicable')
    : // To a tenth of a percent, as it is drawn.
      { kind: 'percent', basisPoints: Math.round((amount * 1000) / total) * 10 }
