import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell, type Cell } from '../cell.ts'
import { tableColumn, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import type { AppendixA, ExpenditureGroup } from './model.ts'

/** Report 3: the expenditure plan by theme and scheme. */
export const appendixAReport = (report: AppendixA, unit: MoneyUnit): ReportContent => ({
  orientation: 'landscape',
  unit: '£',
  parts: [expenditureTable(report, unit)],
  footnotes: [],
  missing: [],
  sections: [],
})

/** The plan with a subtotal for each theme, the total, and the unfunded lines below it. */
export const expenditureTable = (report: AppendixA, unit: MoneyUnit): TablePart => {
  const { years, groups, total, unfunded, footnotes } = report
  const blanks = years.map((): TableCell => ({ kind: 'blank' }))
  const band = (id: string, text: string): TableRow =>
    tableRow(`plan/${id}`, [textCell(text), { kind: 'blank' }, ...blanks], { style: 'band' })
  return {
    kind: 'table',
    id: 'plan',
    name: 'Appendix A',
    caption: 'Expenditure plan',
    unit,
    columns: [
      tableColumn({
        id: 'objective',
        kind: 'text',
        label: 'Theme objective',
        meaning: 'What the theme is for; the theme of an unfunded line',
        source: 'Theme',
      }),
      tableColumn({
        id: 'scheme',
        kind: 'text',
        label: 'Scheme',
        meaning: 'Scheme, with the number of its note',
        source: 'Scheme',
      }),
      ...years.map(({ startYear, label }) =>
        tableColumn({
          id: String(startYear),
          kind: 'amount',
          label,
          meaning: 'Planned expenditure in the financial year',
          source: 'Ledger, level plan',
        }),
      ),
    ],
    rows: [
      ...groups.flatMap((group, at) => [band(`theme-${at}`, group.heading), ...groupRows(group, at)]),
      tableRow('plan/total', [{ kind: 'blank' }, textCell(total.label), ...total.cells.map(amountCell)], {
        style: 'total',
        adds: { plus: groups.map((_, at) => subtotalId(at)), minus: [] },
      }),
      ...(unfunded.length === 0 ? [] : [band('unfunded', 'Unfunded lines')]),
      ...unfunded.map(({ theme, label, place, footnote, cells }) =>
        tableRow(`plan/unfunded/${place.id}`, [textCell(theme), textCell(marked(label, footnote)), ...cells]),
      ),
    ],
    notes: footnotes.map(({ number, labels, text }) => `Note ${number}. ${labels.join('; ')}: ${text}`),
    exempt: null,
  }
}

const subtotalId = (at: number): string => `plan/subtotal-${at}`

function groupRows({ objective, rows, subtotals }: ExpenditureGroup, at: number): TableRow[] {
  const lines = rows.map(({ label, place, footnote, cells }, row) => {
    const first = row === 0 ? textCell(objective) : ({ kind: 'blank' } as const)
    return tableRow(`plan/${place.id}`, [first, textCell(marked(label, footnote)), ...(cells satisfies Cell[])])
  })
  const sums = [{ kind: 'blank' } as const, textCell(subtotals.label), ...subtotals.cells.map(amountCell)]
  return [
    ...lines,
    tableRow(subtotalId(at), sums, { style: 'subtotal', adds: { plus: lines.map(({ id }) => id), minus: [] } }),
  ]
}

const marked = (label: string, footnote: number | null): string =>
  footnote === null ? label : `${label} (note\u00a0${footnote})`
