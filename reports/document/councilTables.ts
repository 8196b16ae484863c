import { formatYear, type ReportColumn } from '../../domain/financialYear.ts'
import type { AppendixA } from '../appendixA/model.ts'
import { amountCell } from '../cell.ts'
import type { FundingAndCashFlow, FundingBlock } from '../fundingAndCashFlow/model.ts'
import type { TablePart } from '../model/tablePart.ts'
import { tablePart, tableRow } from './parts.ts'

const columnId = (column: ReportColumn): string => (column.kind === 'year' ? String(column.startYear) : column.kind)

/** The council's three tables, in £000. */
export const fundingTables = (report: FundingAndCashFlow): TablePart[] =>
  [report.previousAuthority, report.authority, report.funding].map((block) => fundingTable(report, block))

const fundingTable = ({ columns }: FundingAndCashFlow, { table, title, rows, totals }: FundingBlock): TablePart => {
  const parts = columns.flatMap(({ column }) => (column.kind === 'total' ? [] : [columnId(column)]))
  const lines = rows.map(({ label, meaning, cells }) =>
    tableRow(`${table}/${meaning.kind === 'place' ? meaning.place.id : (meaning.sourceId ?? 'not-stated')}`, [
      { kind: 'text', text: label },
      ...cells,
    ]),
  )
  const plus = lines.map(({ id }) => id)
  const total = tableRow(`${table}/total`, [{ kind: 'text', text: totals.label }, ...totals.cells.map(amountCell)], {
    style: 'total',
    adds: { plus, minus: [] },
  })
  return tablePart({
    id: table,
    caption: title,
    unit: '£000',
    columns: [
      { id: 'row', label: '', kind: 'text' },
      ...columns.map(({ column, label }) => ({
        id: columnId(column),
        label,
        kind: 'amount' as const,
        adds: column.kind === 'total' ? { plus: parts, minus: [] } : null,
      })),
    ],
    rows: [...lines, total],
  })
}

/** The expenditure plan in whole pounds. */
export const expenditureTable = ({ years, groups, total, unfunded, footnotes }: AppendixA): TablePart => {
  const marked = (label: string, footnote: number | null) => (footnote === null ? label : `${label} (note ${footnote})`)
  const rows = groups.flatMap((group, at) => {
    const lines = group.rows.map(({ label, place, footnote, cells }) =>
      tableRow(`expenditure/${place.id}`, [{ kind: 'text', text: marked(label, footnote) }, ...cells]),
    )
    const blanks = years.map(() => ({ kind: 'blank' as const }))
    const heading = [group.heading, group.objective].filter(Boolean).join(': ')
    return [
      tableRow(`expenditure/group-${at}`, [{ kind: 'text', text: heading }, ...blanks], { style: 'band' }),
      ...lines,
      tableRow(
        `expenditure/subtotal-${at}`,
        [{ kind: 'text', text: group.subtotals.label }, ...group.subtotals.cells.map(amountCell)],
        { style: 'subtotal', adds: { plus: lines.map(({ id }) => id), minus: [] } },
      ),
    ]
  })
  const subtotals = groups.map((_, at) => `expenditure/subtotal-${at}`)
  return tablePart({
    id: 'expenditure',
    caption: 'Expenditure plan by theme and scheme',
    columns: [
      { id: 'row', label: 'Theme and scheme', kind: 'wide-text' },
      ...years.map(({ startYear }) => ({
        id: String(startYear),
        label: formatYear(startYear),
        kind: 'amount' as const,
      })),
    ],
    rows: [
      ...rows,
      tableRow('expenditure/total', [{ kind: 'text', text: total.label }, ...total.cells.map(amountCell)], {
        style: 'total',
        adds: { plus: subtotals, minus: [] },
      }),
      ...unfunded.map(({ label, place, footnote, cells }) =>
        tableRow(`expenditure/${place.id}`, [{ kind: 'text', text: marked(label, footnote) }, ...cells]),
      ),
    ],
    notes: footnotes.map(({ number, text }) => `${number} ${text}`),
  })
}
