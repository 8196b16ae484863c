import { formatYear } from '../../domain/financialYear.ts'
import { formatInSentence, type MoneyUnit } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { headingPart, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'
import { explanationTable } from './explanationTable.ts'
import type { CarryForwardReport } from './model.ts'
import { proofTable } from './proofTable.ts'

/** Report 10: what of a year's budget was not spent, why, and what is to be spent later, with the proof that nothing is left over. */
export const carryForwardContent = (
  report: CarryForwardReport,
  { hasEnded, unit }: { hasEnded: boolean; unit: MoneyUnit },
): ReportContent => {
  const { startYear, totals } = report
  const year = formatYear(startYear)
  const { budget, outturn, slippage, unexplained } = totals.amounts
  return {
    about: year,
    orientation: 'landscape',
    unit: '£',
    parts: [
      paragraphPart(
        'summary',
        report.rows.length === 0
          ? `No payments are recorded for ${year}, so that how the year ended is not known.`
          : `Of a budget of ${formatInSentence(budget)} for ${year}, ${outturn === 0 ? 'nothing' : formatInSentence(outturn)} was spent. ${formatInSentence(slippage)} is asked to be spent in later years${unexplained === 0 ? '.' : `, and ${formatInSentence(unexplained)} is not explained yet.`}`,
      ),
      headingPart('request', 1, 'What is asked to be carried forward', '1'),
      requestTable(report, unit),
      headingPart('reasons', 1, 'How budget and outturn differ', '2'),
      explanationTable(report, unit),
      headingPart('proof', 1, 'Net-zero proof', '3'),
      paragraphPart('proof-words', proofWords(report)),
      proofTable(report, unit),
    ],
    footnotes: [],
    missing: [
      ...(hasEnded ? [] : [`${year} has not ended: its outturn is what is recorded as spent so far.`]),
      ...(report.rows.length === 0 ? [`No payments are recorded for ${year}.`] : []),
      ...(unexplained === 0 ? [] : [`Nobody has explained ${formatInSentence(unexplained)} of the underspend.`]),
    ],
    sections: [],
  }
}

const proofWords = ({ proofs }: CarryForwardReport): string => {
  if (proofs.every(({ out, into }) => out === 0 && into === 0)) return 'Nothing is asked to be carried forward.'
  return proofs.every(({ net }) => net === 0)
    ? 'What leaves the year arrives in later years, at every level of the ledger: nothing is left over.'
    : 'What leaves the year does not arrive in later years. The levels at which it does not are below.'
}

const requestTable = (report: CarryForwardReport, unit: MoneyUnit): TablePart => {
  const columns = requestColumns(report)
  const rows = report.rows.map((row) =>
    tableRow(`request/${row.key}`, [
      textCell(row.scheme),
      textCell(row.source),
      amountCell(row.amounts.budget),
      amountCell(row.amounts.outturn),
      amountCell(row.amounts.slippage),
      amountCell(row.amounts.saving),
      textCell(row.reason),
      textCell(row.fundingMoved),
      textCell(row.spendBy),
      ...row.proposed.map(amountCell),
    ]),
  )
  const year = formatYear(report.startYear)
  return tablePart({
    id: 'carry-forward',
    name: `Carry-forward ${year}`,
    caption: `Slippage and carry-forward request ${year}`,
    unit,
    columns,
    rows: withTotal(rows, columns, { id: 'request/total' }),
  })
}

const requestColumns = ({ startYear, laterYears }: CarryForwardReport): TableColumn[] => [
  tableColumn({ id: 'scheme', kind: 'text', label: 'Scheme', meaning: 'Where the budget stands', source: 'Scheme' }),
  tableColumn({
    id: 'source',
    kind: 'text',
    label: 'Source',
    meaning: 'Funding source of the budget',
    source: 'Ledger',
  }),
  tableColumn({
    id: 'budget',
    kind: 'amount',
    label: `${formatYear(startYear)} budget`,
    meaning: 'The expenditure plan before anything was carried forward',
    source: 'Ledger, level plan',
  }),
  tableColumn({ id: 'outturn', kind: 'amount', label: 'Outturn', meaning: 'Spent', source: 'Ledger, level actual' }),
  tableColumn({
    id: 'slippage',
    kind: 'amount',
    label: 'Slippage',
    meaning: 'What is to be spent later',
    source: 'Explanation of the underspend',
  }),
  tableColumn({
    id: 'saving',
    kind: 'amount',
    label: 'Saving',
    meaning: 'What is not needed any more',
    source: 'Explanation of the underspend',
  }),
  tableColumn({
    id: 'reason',
    kind: 'wide-text',
    label: 'Reason',
    meaning: 'Why less was spent',
    source: 'Explanation of the underspend',
  }),
  tableColumn({
    id: 'moved',
    kind: 'text',
    label: 'Funding moved',
    meaning: 'Which money moves along, from which source',
    source: 'Request, or as it would be asked for',
  }),
  tableColumn({
    id: 'spend-by',
    kind: 'text',
    label: 'Spend-by',
    meaning: 'Day by which that money has to be spent',
    source: 'Funding source',
  }),
  ...laterYears.map((year) =>
    tableColumn({
      id: `proposed-${year}`,
      kind: 'amount',
      label: `Proposed ${formatYear(year)} profile`,
      meaning: `What of the slippage is to be spent in ${formatYear(year)}`,
      source: 'Profile of the slippage',
    }),
  ),
]
