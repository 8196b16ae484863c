import { type MoneyUnit, pence, sum } from '../../domain/money.ts'
import { Rating } from '../../domain/programme/scheme.ts'
import { amountCell, amountsOf, type Cell, NONE } from '../cell.ts'
import { tableColumn, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { spendColumns } from './columns.ts'
import { type SpendBlock, type SpendReport, type SpendRow, spendMeasures } from './model.ts'

/** Report 8: all levels by year, place and source; without a unit asked for, in £000 and in workbooks in pounds too. */
export const spendContent = (report: SpendReport, unit: MoneyUnit | null): ReportContent => ({
  orientation: 'landscape',
  unit: '£000',
  parts: [spendTable(report, unit)],
  footnotes: [],
  missing: [],
  sections: [],
})

const spendTable = ({ blocks, actualTo }: SpendReport, unit: MoneyUnit | null): TablePart => {
  const years = blocks.filter(({ startYear }) => startYear !== null)
  return {
    kind: 'table',
    id: 'spend',
    name: 'Spend',
    caption: 'Spend report',
    unit: unit ?? '£000',
    ...(unit === null && { alsoIn: '£' as const }),
    columns: spendColumns({ actualTo }).map(({ id, header, kind, meaning, source }) =>
      tableColumn({ id, kind, label: header, meaning, source }),
    ),
    rows: [
      ...blocks.flatMap((block) => blockRows(block, block.startYear === null ? years : null)),
      ...controlRow(blocks),
    ],
    notes: [],
    exempt: null,
  }
}

const blockId = ({ startYear }: SpendBlock): string => `spend/${startYear ?? 'all'}`

const rowId = (block: SpendBlock, { place, sourceId }: SpendRow): string =>
  `${blockId(block)}/${place.id}/${sourceId ?? 'not-stated'}`

/** The block of all years adds up those of the years, row by row. */
function blockRows(block: SpendBlock, years: readonly SpendBlock[] | null): TableRow[] {
  const { label, rows, totalLabel, totals } = block
  const lines = rows.map((row) => {
    const inYears = years?.flatMap((year) =>
      year.rows
        .filter(({ place, sourceId }) => place.id === row.place.id && sourceId === row.sourceId)
        .map((same) => rowId(year, same)),
    )
    return tableRow(
      rowId(block, row),
      [
        ...[label, row.schemeNumber, row.theme, row.scheme, row.source].map(textCell),
        ...spendMeasures.map((measure) => row.amounts[measure]),
        ratingCell(row.rating),
        textCell(row.comment),
      ],
      inYears && { adds: { plus: inYears, minus: [] } },
    )
  })
  const none = ['', '', 'none', ''].map(textCell)
  const drawn =
    lines.length > 0 ? lines : [tableRow(`${blockId(block)}/none`, [textCell(label), ...none, ...after([])])]
  const total = spendMeasures.map((measure) => totals[measure])
  return [
    ...drawn,
    tableRow(`${blockId(block)}/total`, [...[label, '', '', totalLabel, ''].map(textCell), ...after(total)], {
      style: 'total',
      adds: { plus: drawn.map(({ id }) => id), minus: [] },
    }),
  ]
}

/** All years together must equal the years before it. */
function controlRow(blocks: readonly SpendBlock[]): TableRow[] {
  const [years, all] = [blocks.slice(0, -1), blocks.at(-1)]
  if (all === undefined) return []
  const gaps = spendMeasures.map((measure): Cell => {
    const total = all.totals[measure]
    if (total.kind !== 'amount') return NONE
    return amountCell(pence(total.amount - sum(amountsOf(years.map(({ totals }) => totals[measure])))))
  })
  const words = ['Control', '', '', 'All years less the sum of the years: must be 0', ''].map(textCell)
  return [
    tableRow('spend/control', [...words, ...after(gaps)], {
      style: 'control',
      adds: { plus: [`${blockId(all)}/total`], minus: years.map((year) => `${blockId(year)}/total`) },
    }),
  ]
}

/** The cells after the texts of a row that is about no scheme. */
const after = (amounts: readonly Cell[]): TableCell[] => [
  ...spendMeasures.map((_, at): TableCell => amounts[at] ?? { kind: 'blank' }),
  { kind: 'blank' },
  { kind: 'blank' },
]

const ratingCell = (words: string): TableCell => {
  const rating = Rating.safeParse(words)
  return rating.success && rating.data !== null ? { kind: 'rating', rating: rating.data, text: '' } : textCell(words)
}
