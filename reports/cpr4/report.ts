import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { formatInSentence, sum } from '../../domain/money.ts'
import type { FundingSource } from '../../domain/programme/fundingSource.ts'
import { type Cpr4Line, cpr4Rounding, wholeThousands } from '../../domain/returns/cpr4Lines.ts'
import { amountCell } from '../cell.ts'
import { countInWords } from '../document/listInWords.ts'
import { headingPart, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { sumRow } from '../model/sumRow.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'

type Source = Pick<FundingSource, 'id' | 'name'>

interface Cpr4Given {
  startYear: StartYear
  lines: readonly Cpr4Line[]
  sources: readonly Source[]
  hasEnded: boolean
}

/** Report 15: capital payments of a year by source and service line, in whole thousands without a sign, with the rounding shown. */
export const cpr4Report = (given: Cpr4Given): ReportContent => {
  const { startYear, lines, hasEnded } = given
  const year = formatYear(startYear)
  const paid = sum(lines.map((line) => line.paid))
  const credits = lines.filter((line) => line.paid < 0)
  return {
    about: year,
    orientation: 'portrait',
    unit: '£000',
    parts: [
      paragraphPart(
        'summary',
        lines.length === 0
          ? `No capital payment is recorded for ${year}.`
          : `Capital payments of ${formatInSentence(paid)} in ${year}, in ${countInWords(lines.length, 'line')}. The return takes whole thousands without a sign: £9,125.25 is entered as 9.`,
      ),
      headingPart('payments-heading', 1, 'Payments by source and service line', '1'),
      paymentsTable(given),
      headingPart('financing-heading', 1, 'Financing by source', '2'),
      financingTable(given),
    ],
    footnotes: [],
    missing: [
      ...(lines.length === 0 ? [`No capital payment is recorded for ${year}.`] : []),
      ...(hasEnded ? [] : [`${year} has not ended: these are the payments so far.`]),
      ...(lines.some(({ sourceId }) => sourceId === null) ? ['Some payments state no source.'] : []),
      ...(lines.some(({ service }) => service === '')
        ? ['The schemes of some payments have no area of spend, by which the service line is known.']
        : []),
      ...(credits.length === 0
        ? []
        : [
            `${countInWords(credits.length, 'line is', 'lines are')} below nought and entered without the sign, as the return asks: they are receipts, not payments.`,
          ]),
      'Capital receipts are not kept in the program.',
    ],
    sections: [],
  }
}

const paymentsTable = ({ startYear, lines, sources }: Cpr4Given): TablePart => {
  const rows = lines.map((line) =>
    tableRow(`payment/${line.sourceId ?? 'not-stated'}/${line.service || 'not-stated'}`, [
      textCell(nameOf(line.sourceId, sources)),
      textCell(line.service || 'Service line not stated'),
      amountCell(line.paid),
      { kind: 'count', count: line.entered },
    ]),
  )
  return tablePart({
    id: 'payments',
    name: `CPR4 ${formatYear(startYear)}`,
    caption: `Capital payments ${formatYear(startYear)}, as entered in whole £000`,
    unit: '£',
    columns: paymentColumns,
    rows: withRounding(rows, lines, 'payment', paymentColumns),
    notes: ['The total is entered from the exact payments. Rounding is by how much the lines as entered miss it.'],
  })
}

const financingTable = ({ startYear, lines, sources }: Cpr4Given): TablePart => {
  const bySource = [...Map.groupBy(lines, ({ sourceId }) => sourceId)].map(([sourceId, own]): Cpr4Line => {
    const paid = sum(own.map((line) => line.paid))
    return { sourceId, service: '', paid, entered: wholeThousands(paid) }
  })
  const rows = bySource.map((line) =>
    tableRow(`financing/${line.sourceId ?? 'not-stated'}`, [
      textCell(nameOf(line.sourceId, sources)),
      amountCell(line.paid),
      { kind: 'count', count: line.entered },
    ]),
  )
  return tablePart({
    id: 'financing',
    name: 'Financing',
    caption: `What the payments of ${formatYear(startYear)} were financed by`,
    unit: '£',
    columns: financingColumns,
    rows: withRounding(rows, bySource, 'financing', financingColumns),
  })
}

/** Rows with their total and, where the lines as entered do not add to it, the line that says by how much. */
const withRounding = (
  rows: readonly TableRow[],
  lines: readonly Cpr4Line[],
  id: string,
  columns: typeof paymentColumns,
): TableRow[] => {
  if (rows.length === 0) return []
  const { entered, rounding } = cpr4Rounding(lines)
  const total = sumRow({ id: `${id}/total`, label: 'TOTALS', style: 'total' }, columns, rows)
  const blanks = columns.slice(2).map(() => ({ kind: 'blank' as const }))
  return [
    ...rows,
    ...(rounding === 0
      ? []
      : [
          tableRow(`${id}/rounding`, [textCell('Rounding'), ...blanks, { kind: 'count', count: rounding }], {
            style: 'subtotal',
          }),
        ]),
    { ...total, cells: [...total.cells.slice(0, -1), { kind: 'count', count: entered }] },
  ]
}

const nameOf = (id: string | null, sources: readonly Source[]): string =>
  sources.find((source) => source.id === id)?.name ?? 'Source not stated'

const sourceColumn = tableColumn({
  id: 'source',
  kind: 'text',
  label: 'Source',
  meaning: 'Funding source of the payments',
  source: 'Ledger',
})

const amountColumns = [
  tableColumn({
    id: 'paid',
    kind: 'amount',
    label: 'Paid',
    meaning: 'Capital payments of the year',
    source: 'Ledger, level actual',
  }),
  tableColumn({
    id: 'entered',
    kind: 'count',
    label: 'Entered, £000',
    meaning: 'Whole thousands without a sign, half of one upwards',
    source: 'Derived',
  }),
]

const paymentColumns = [
  sourceColumn,
  tableColumn({
    id: 'service',
    kind: 'text',
    label: 'Service line',
    meaning: 'Area of spend of the scheme',
    source: 'Scheme',
  }),
  ...amountColumns,
]

const financingColumns = [sourceColumn, ...amountColumns]
