import { changeKindWords, changeStatusWords } from '../../domain/change/changeWords.ts'
import type { RegisterRow } from '../../domain/change/registerRows.ts'
import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { countInWords } from '../document/listInWords.ts'
import { dayCell, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { TableColumn } from '../model/tablePart.ts'

/** Report 11: every change of the money in the columns of the national return, with its route, its approver and its posting. */
export const changeRegisterReport = (changes: readonly RegisterRow[], unit: MoneyUnit): ReportContent => {
  const of = (standing: RegisterRow['standing']) => changes.filter((row) => row.standing === standing).length
  return {
    orientation: 'landscape',
    unit: '£',
    parts: [
      paragraphPart(
        'summary',
        changes.length === 0
          ? 'No change of the money has been asked for.'
          : `${countInWords(changes.length, 'change')} of the money: ${of('Actual')} posted, ${of('Forecast')} on the way, ${of('Cancelled')} refused, withdrawn or reversed.`,
      ),
      tablePart({
        id: 'changes',
        name: 'Change register',
        caption: 'Changes of the money by their number',
        unit,
        columns,
        rows: changes.toSorted((one, other) => one.number - other.number).map(rowOf),
      }),
    ],
    footnotes: [],
    missing: changes.length === 0 ? ['No change request is recorded.'] : [],
    sections: [],
  }
}

const rowOf = (row: RegisterRow) =>
  tableRow(`change/${row.id}`, [
    textCell(String(row.number)),
    textCell(row.movedFrom),
    textCell(row.themeFrom),
    textCell(row.movedTo),
    textCell(row.themeTo),
    amountCell(row.amount),
    textCell(row.whatChanges),
    textCell(row.reason),
    textCell(row.standing),
    textCell(row.period),
    textCell(changeKindWords[row.kind]),
    textCell(changeStatusWords[row.status]),
    textCell(row.route),
    textCell(row.approver),
    textCell(row.decisionRef),
    row.postedOn === null ? { kind: 'none' } : dayCell(row.postedOn),
  ])

/** The headings of the national return for changes of a project's finances, and after the tenth this programme's own. */
const headings: [kind: TableColumn['kind'], label: string, meaning: string][] = [
  ['text', 'Change number', 'Number of the change, counted up in the programme'],
  ['text', 'Project funding moved from', 'Schemes that give money'],
  ['text', 'Intervention theme moved from', 'Their themes'],
  ['text', 'Project funding moved to', 'Schemes that take money'],
  ['text', 'Intervention theme moved to', 'Their themes'],
  ['amount', 'Amount moved', 'What moves in all'],
  ['wide-text', 'What changes', 'What changes, in a hundred words at most'],
  ['wide-text', 'Reason', 'Why, in a hundred words at most'],
  [
    'text',
    'Actual, forecast or cancelled',
    'Actual once posted; cancelled where it was refused, withdrawn or reversed',
  ],
  ['text', 'Reporting period change takes place', 'Financial year and month in which it took place or was asked for'],
  ['text', 'Type', 'Kind of change'],
  ['text', 'Status', 'State of the request'],
  ['text', 'Route', 'Who may approve it, as worked out from the limits of the day'],
  ['text', 'Approver', 'Office or body that decided'],
  ['text', 'Decision reference', 'Reference of the decision'],
  ['day', 'Posted', 'Day from which it counts in the ledger'],
]

const columns = headings.map(
  ([kind, label, meaning], at): TableColumn =>
    tableColumn({ id: `c${at + 1}`, kind, label, meaning, source: 'Change request' }),
)
