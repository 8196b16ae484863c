import type { MoneyUnit } from '../../domain/money.ts'
import type { ReportModel } from '../model/reportModel.ts'
import type { TableColumn } from '../model/tablePart.ts'
import { letterOf } from './address.ts'
import { checkColumns } from './checksSheet.ts'
import { type Book, nameRows } from './excel.ts'
import { addRow, addSheet, finishSheet, type SheetColumn } from './sheet.ts'
import { sheetName } from './sheetName.ts'
import type { SheetPlan } from './sheetPlan.ts'
import { headerOf } from './tableSheet.ts'
import { linesAbove, unitInWords } from './topLines.ts'

/** What every column of the workbook means, its unit and where it comes from. */
export const addDictionarySheet = (book: Book, { heading }: ReportModel, { sheets }: SheetPlan): void => {
  const name = sheetName('Data dictionary', book.takenSheets)
  const sheet = addSheet(book, {
    name,
    heading: { ...heading, title: 'Data dictionary' },
    lines: linesAbove(heading, null, null),
    columns,
    frozenColumns: 2,
  })
  const first = sheet.next
  for (const { name, tables } of sheets) {
    const [placed] = tables
    for (const { label, kind, unit, meaning, source } of placed?.table.columns ?? []) {
      const shownIn = unit ?? placed?.unit ?? '£'
      addRow(sheet, [name, headerOf(label, kind, shownIn) || 'Table and row', meaning, unitOf(kind, shownIn), source])
    }
  }
  for (const { header, kind, unit, meaning, source } of checkColumns) {
    addRow(sheet, ['Checks', header, meaning, unitOf(kind, unit), source])
  }
  for (const row of words) addRow(sheet, ['Every sheet', ...row])
  sheet.worksheet.autoFilter = `A${sheet.headerRow}:${letterOf(columns.length)}${sheet.next - 1}`
  nameRows(book, name, 'Data_dictionary', [first, sheet.next - 1], columns.length)
  finishSheet(sheet)
}

const columns: SheetColumn[] = [
  { header: 'Sheet', kind: 'text', unit: '£' },
  { header: 'Column', kind: 'text', unit: '£' },
  { header: 'Meaning', kind: 'wide-text', unit: '£' },
  { header: 'Unit', kind: 'text', unit: '£' },
  { header: 'Source', kind: 'text', unit: '£' },
]

const unitOf = (kind: TableColumn['kind'], unit: MoneyUnit): string => {
  switch (kind) {
    case 'amount':
      return `pounds and pence, shown in ${unitInWords[unit]}`
    case 'count':
      return 'number'
    case 'percent':
      return 'per cent'
    case 'day':
      return 'day'
    case 'rating':
      return 'G, AG, A, AR or R: green, amber/green, amber, amber/red, red'
    default:
      return 'text'
  }
}

const words = [
  ['none', 'Nothing is recorded; not the same as 0.0', 'word', 'Ledger'],
  ['not recorded', 'The figure that is needed is not recorded', 'word', 'Ledger'],
  ['at theme, at programme', 'The amount was given for the theme or the programme as a whole', 'word', 'Ledger'],
  ['-', 'Unfunded', 'word', 'Ledger'],
  ['–', 'Cannot apply', 'word', 'Report'],
  ['exempt', 'Kept from the public under Schedule 12A', 'word', 'Report'],
  ['(40.0)', 'A negative amount', 'as the column', 'Ledger'],
  ['Rounding', 'How far the amounts as shown fail to add up; the amounts themselves do', 'as the column', 'Report'],
]
