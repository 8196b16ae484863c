import { changeKindWords, changeStatusWords } from '../../domain/change/changeWords.ts'
import { registerHeadings } from '../../domain/change/registerCsv.ts'
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

/** What each of the headings means, in their order; the first ten are those of the national return. */
const meanings: [kind: TableColumn['kind'], meaning: string][] = [
  ['text', 'Number of the change, counted up in the programme'],
  ['text', 'Schemes that give money'],
  ['text', 'Their themes'],
  ['text', 'Schemes that take money'],
  ['text', 'Their themes'],
  ['amount', 'What moves in all'],
  ['wide-text', 'What changes, in a hundred words at most'],
  ['wide-text', 'Why, in a hundred words at most'],
  ['text', 'Actual once posted; cancelled where it was refused, withdrawn or reversed'],
  ['text', 'Financial year and month in which it took place or was asked for'],
  ['text', 'Kind of change'],
  ['text', 'State of the request'],
  ['text', 'Who may approve it, as worked out from the limits of the day'],
  ['text', 'Office or body that decided'],
  ['text', 'Reference of the decision'],
  ['day', 'Day from which it counts in the ledger'],
]

const columns = registerHeadings.map((heading, at): TableColumn => {
  const [kind, meaning] = meanings[at] ?? ['text', heading]
  // The unit stands beside the heading by itself.
  return tableColumn({ id: `c${at + 1}`, kind, label: heading.replace(/ £$/, ''), meaning, source: 'Change request' })
})
