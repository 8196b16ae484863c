import type { ReportColumn } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell, type Cell, NONE } from '../cell.ts'
import { tableColumn, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import type { ControlRow, FundingAndCashFlow, FundingBlock, FundingRow } from './model.ts'

/** Report 2 as the council prints it, with what its tables must agree in. */
export const fundingReport = (report: FundingAndCashFlow, unit: MoneyUnit): ReportContent => ({
  about: decisionInWords(report),
  orientation: 'landscape',
  unit: '£000',
  parts: [...fundingTables(report, unit), ...elsewhereTable(report, unit), controlTable(report, unit)],
  footnotes: [],
  missing: [],
  sections: [],
})

/** The three tables, with the council's titles. */
export const fundingTables = (report: FundingAndCashFlow, unit: MoneyUnit): TablePart[] =>
  ([report.previousAuthority, report.authority, report.funding] as const).map((block) =>
    blockTable(report, block, unit),
  )

const names: Record<FundingBlock['table'], string> = {
  'previous-authority': 'Previous authority',
  authority: 'Authority required',
  funding: 'Total funding',
}

function blockTable(
  { columns }: FundingAndCashFlow,
  { table, title, rows, totals }: FundingBlock,
  unit: MoneyUnit,
): TablePart {
  const lines =
    rows.length > 0
      ? rows.map((row) => lineOf(table, row))
      : [tableRow(`${table}/none`, [textCell('none'), ...columns.map((): Cell => NONE)])]
  return {
    ...tableOf(table, names[table], title, unit),
    columns: columnsOf(columns, table === 'funding' ? 'Ledger, level allocation' : 'Ledger, level authority'),
    rows: [
      ...lines,
      tableRow(`${table}/total`, [textCell(totals.label), ...totals.cells.map(amountCell)], {
        style: 'total',
        adds: { plus: lines.map(({ id }) => id), minus: [] },
      }),
    ],
  }
}

const tableOf = (id: string, name: string, caption: string, unit: MoneyUnit) => ({
  kind: 'table' as const,
  id,
  name,
  caption,
  unit,
  notes: [],
  exempt: null,
})

const idOf = ({ meaning }: FundingRow): string =>
  meaning.kind === 'place' ? meaning.place.id : (meaning.sourceId ?? 'not-stated')

const lineOf = (table: string, row: FundingRow): TableRow =>
  tableRow(`${table}/${idOf(row)}`, [textCell(row.label), ...row.cells])

/** Allocations outside the programme's own funding; no table where there are none. */
function elsewhereTable({ columns, allocationsElsewhere }: FundingAndCashFlow, unit: MoneyUnit): TablePart[] {
  if (allocationsElsewhere.length === 0) return []
  const caption = 'Allocations that stand on a theme or a scheme, not part of the total above'
  return [
    {
      ...tableOf('elsewhere', 'Allocations elsewhere', caption, unit),
      columns: columnsOf(columns, 'Ledger, level allocation'),
      rows: allocationsElsewhere.map((row) => lineOf('elsewhere', row)),
    },
  ]
}

const lessOf: Record<ControlRow['name'], string> = {
  'funding-less-authority': 'authority/total',
  'funding-less-previous-authority': 'previous-authority/total',
}

function controlTable({ columns, controls }: FundingAndCashFlow, unit: MoneyUnit): TablePart {
  return {
    ...tableOf('controls', 'Control rows', 'Control rows: every amount must be 0.0', unit),
    columns: columnsOf(columns, 'Totals of the tables'),
    rows: controls.map(({ name, label, cells }) =>
      tableRow(`controls/${name}`, [textCell(label), ...cells], {
        style: 'control',
        adds: { plus: ['funding/total'], minus: [lessOf[name]] },
        // From the year of the report on, so without the years before it.
        keepsColumnSums: true,
      }),
    ),
    notes: [
      'A, the first table, is authority that was in force before the decision was made. B, the second, is what the decision asks for. C, the third, is the programme’s own allocation.',
    ],
  }
}

function columnsOf(columns: FundingAndCashFlow['columns'], source: string): TableColumn[] {
  const parts = columns.flatMap(({ column }) => (column.kind === 'total' ? [] : [columnId(column)]))
  return [
    tableColumn({
      id: 'row',
      kind: 'text',
      label: '',
      meaning: 'A place in the programme where authority is given, or a funding source',
      source: 'Ledger',
    }),
    ...columns.map(({ column, label }) =>
      tableColumn({
        id: columnId(column),
        kind: 'amount',
        label,
        meaning: meanings[column.kind],
        source: column.kind === 'total' ? 'Sum of the columns after it' : source,
        adds: column.kind === 'total' ? { plus: parts, minus: [] } : null,
      }),
    ),
  ]
}

const meanings: Record<ReportColumn['kind'], string> = {
  total: 'All years',
  'to-march': 'All years that end by March of that year',
  year: 'One financial year from April to March',
  beyond: 'The financial year that starts in April of that year, and all after it',
}

const columnId = (column: ReportColumn): string => (column.kind === 'year' ? String(column.startYear) : column.kind)

const decisionInWords = ({ decision }: FundingAndCashFlow): string => {
  if (decision === null) return 'No decision on authority to spend is on record.'
  const { reference, title, madeOn, effectiveOn, status } = decision
  const effect = `${status === 'effective' ? 'effective from' : 'not yet effective, takes effect on'} ${formatDay(effectiveOn)}`
  return `For decision ${reference}: ${title}, made ${formatDay(madeOn)}, ${effect}`
}
