import { amountCell } from '../cell.ts'
import type { Table } from '../csv.ts'
import type { Heading } from '../heading.ts'
import type { FundingAndCashFlow, FundingBlock } from './model.ts'

/** The three tables as one, with the table's title in front of every row. */
export const fundingTable = (report: FundingAndCashFlow, { asAt }: Heading): Table => {
  const rowsOf = ({ title, rows, totals }: FundingBlock) =>
    [...rows, { label: totals.label, cells: totals.cells.map(amountCell) }].map(({ label, cells }) => [
      title,
      label,
      ...cells,
      asAt.day,
      asAt.seq,
    ])
  return {
    header: ['Table', 'Row', ...report.columns.map(({ label }) => `${label} £`), 'As at', 'Event'],
    rows: [report.previousAuthority, report.authority, report.funding].flatMap(rowsOf),
  }
}
