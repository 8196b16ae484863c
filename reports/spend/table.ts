import type { Table } from '../csv.ts'
import type { Heading } from '../heading.ts'
import { spendColumns } from './columns.ts'
import { type SpendReport, spendMeasures } from './model.ts'

/** Every block with its total; the block of all years comes last. */
export const spendTable = (report: SpendReport, { asAt }: Heading): Table => ({
  header: [...spendColumns.map(({ header, kind }) => (kind === 'amount' ? `${header} £` : header)), 'As at', 'Event'],
  rows: report.blocks.flatMap(({ label, rows, totalLabel, totals }) => [
    ...rows.map(({ schemeNumber, theme, scheme, source, amounts, rating, comment }) => [
      label,
      schemeNumber,
      theme,
      scheme,
      source,
      ...spendMeasures.map((measure) => amounts[measure]),
      rating,
      comment,
      asAt.day,
      asAt.seq,
    ]),
    [label, '', '', totalLabel, '', ...spendMeasures.map((measure) => totals[measure]), '', '', asAt.day, asAt.seq],
  ]),
})
