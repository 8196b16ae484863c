import { amountCell } from '../cell.ts'
import type { Table } from '../csv.ts'
import type { Heading } from '../heading.ts'
import { type CarryForwardReport, carryForwardHeadings, carryForwardMeasures } from './model.ts'

const levelWords = { plan: 'Plan', allocation: 'Funding', authority: 'Authority' } as const

/** Report 10 with its total, and under it the proof that what is moved nets to nothing. */
export const carryForwardTable = (report: CarryForwardReport, { asAt }: Heading): Table => {
  const headings = carryForwardHeadings(report)
  const of = (amounts: CarryForwardReport['totals']['amounts']) =>
    carryForwardMeasures.map((each) => amountCell(amounts[each]))
  const blank = carryForwardMeasures.map(() => '')
  const stamp = [asAt.day, asAt.seq]
  return {
    header: [
      'Scheme',
      'Source',
      ...carryForwardMeasures.map((each) => `${headings[each]} £`),
      'Reason',
      'Funding moved',
      'Spend-by',
      ...headings.proposed.map((each) => `${each} £`),
      'As at',
      'Event',
    ],
    rows: [
      ...report.rows.map((row) => [
        row.scheme,
        row.source,
        ...of(row.amounts),
        row.reason,
        row.fundingMoved,
        row.spendBy,
        ...row.proposed.map(amountCell),
        ...stamp,
      ]),
      ['TOTALS', '', ...of(report.totals.amounts), '', '', '', ...report.totals.proposed.map(amountCell), ...stamp],
      ...report.proofs.map(({ level, out, into, net }) => [
        `Net-zero proof: ${levelWords[level]}`,
        '',
        ...blank,
        `Out of the year ${plain(out)}, into later years ${plain(into)}, net ${plain(net)}`,
        '',
        '',
        ...report.laterYears.map(() => ''),
        ...stamp,
      ]),
    ],
  }
}

const plain = (amount: number): string => (amount / 100).toFixed(2)
