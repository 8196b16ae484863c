import { amountCell } from '../cell.ts'
import type { Table } from '../csv.ts'
import type { Heading } from '../heading.ts'
import type { AppendixA } from './model.ts'

/** The expenditure plan with its subtotals, total and unfunded lines; the note of a line stands in its row. */
export const appendixATable = (report: AppendixA, { asAt }: Heading): Table => {
  const noteText = (footnote: number | null) => report.footnotes.find(({ number }) => number === footnote)?.text ?? ''
  const lines = [
    ...report.groups.flatMap(({ heading, objective, rows, subtotals }) => [
      ...rows.map(({ label, footnote, cells }) => [heading, objective, label, ...cells, noteText(footnote)]),
      [heading, '', subtotals.label, ...subtotals.cells.map(amountCell), ''],
    ]),
    ['', '', report.total.label, ...report.total.cells.map(amountCell), ''],
    ...report.unfunded.map(({ theme, label, footnote, cells }) => [theme, '', label, ...cells, noteText(footnote)]),
  ]
  return {
    header: [
      'Theme',
      'Theme objective',
      'Scheme',
      ...report.years.map(({ label }) => `${label} £`),
      'Note',
      'As at',
      'Event',
    ],
    rows: lines.map((line) => [...line, asAt.day, asAt.seq]),
  }
}
