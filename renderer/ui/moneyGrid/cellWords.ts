import { formatMoney, type MoneyUnit } from '../../../domain/money.ts'
import { missingWords, spokenMoney } from '../../lib/format.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

interface CellFormat {
  unit: MoneyUnit
  pence: boolean
}

/** What a cell shows. */
export const shownWords = (cell: MoneyGridCell | undefined, format: CellFormat): string => {
  switch (cell?.kind) {
    case 'money':
      return formatMoney(cell.amount, format.unit, { pence: format.pence })
    case 'missing':
      return missingWords[cell.missing].shown
    case 'words':
      return cell.text
    default:
      return ''
  }
}

/** What a cell is read as, its marks included. */
export const spokenWords = (cell: MoneyGridCell | undefined, format: CellFormat): string => {
  switch (cell?.kind) {
    case 'money':
      return withMarks(spokenMoney(cell.amount, format.unit, { pence: format.pence }), cell.marks)
    case 'missing':
      return withMarks(missingWords[cell.missing].spoken, cell.marks)
    case 'words':
      return withMarks(cell.text, cell.marks)
    default:
      return ''
  }
}

/** How the unit follows an amount: 400.0 thousand pounds. */
const amountUnit: Record<MoneyUnit, string> = { '£': 'pounds', '£000': 'thousand pounds', '£m': 'million pounds' }

/** The whole of a cell in one sentence, for whoever hears only its value while moving about (Alt+R). */
export const readInFull = (
  row: MoneyGridRow,
  column: MoneyGridColumn | undefined,
  format: CellFormat & { isEditable: boolean },
): string => {
  if (!column) return `${withMarks(row.label, row.marks)}, row heading`
  const cell = row.cells[column.id]
  const isMoney = cell?.kind === 'money'
  const parts = [row.label, column.spoken ?? column.label]
  if (isMoney)
    parts.push(`${spokenMoney(cell.amount, format.unit, { pence: format.pence })} ${amountUnit[format.unit]}`)
  else if (cell?.kind === 'missing') parts.push(missingWords[cell.missing].spoken)
  else parts.push(cell?.kind === 'words' ? cell.text : 'empty')
  if (isMoney || cell?.kind === 'missing') parts.push(format.isEditable ? 'editable' : 'read only')
  const marks = cell && cell.kind !== 'blank' ? (cell.marks ?? []) : []
  parts.push(marks.length === 0 ? 'no checks' : marks.map((mark) => mark.words).join(', '))
  return parts.join(', ')
}

function withMarks(words: string, marks: readonly { words: string }[] = []): string {
  return [words, ...marks.map((mark) => mark.words)].join(', ')
}
