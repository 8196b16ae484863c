import type { Worksheet } from 'exceljs'
import { cleanText, toBytes } from '../workbook/excel.ts'
import { countWords, type DocumentFindings, type MarkedCell, type MarkedTable } from './model.ts'

const fills: Record<NonNullable<MarkedCell['look']>, string> = {
  'at-fault': 'FFF7CCC8',
  explains: 'FFFFF4C2',
  counted: 'FFD9E9F7',
}

/** The findings, the tables of the document with the cells marked, and where it all comes from, as a workbook. */
export const documentFindingsWorkbook = async (findings: DocumentFindings): Promise<Uint8Array> => {
  // Half a second to load, and most starts of the program save nothing.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  workbook.title = cleanText(findings.title)
  workbook.creator = 'BCF digital tracker'
  addCauses(workbook.addWorksheet('Findings', frozen(1)), findings)
  addTables(workbook.addWorksheet('Tables'), findings.tables)
  addAbout(workbook.addWorksheet('About'), findings)
  return await toBytes(workbook)
}

const frozen = (ySplit: number) => ({ views: [{ state: 'frozen' as const, ySplit }] })

const causeColumns = [
  ['No.', 6],
  ['Severity', 10],
  ['Rule', 8],
  ['Check', 26],
  ['What', 60],
  ['Why', 60],
  ['How sure', 26],
  ['Where', 34],
  ['Printed, £', 16],
  ['Computed, £', 16],
  ['Difference, £', 16],
  ['And so', 60],
] as const

const addCauses = (sheet: Worksheet, { causes }: DocumentFindings): void => {
  sheet.addRow(causeColumns.map(([heading]) => heading)).font = { bold: true }
  for (const [at, [, width]] of causeColumns.entries()) sheet.getColumn(at + 1).width = width
  for (const cause of causes) {
    const { number, severity, rule, ruleName, what, why, sureness, where, consequences } = cause
    const row = sheet.addRow([
      number,
      ...[severity, rule, ruleName, what, why ?? '', sureness, where].map(cleanText),
      ...[cause.printed, cause.computed, cause.difference].map(inPounds),
      cleanText(consequences.join('\n')),
    ])
    row.alignment = { wrapText: true, vertical: 'top' }
    for (const column of [9, 10, 11]) row.getCell(column).numFmt = '#,##0.00'
  }
  if (causes.length === 0) sheet.addRow(['', '', '', '', countWords({ causes })])
}

const inPounds = (amount: number | null): number | null => (amount === null ? null : amount / 100)

/** As printed, so as text: a spreadsheet reads figures otherwise than the document prints them. */
const addTables = (sheet: Worksheet, tables: readonly MarkedTable[]): void => {
  let next = 1
  for (const { title, columns, rows } of tables) {
    sheet.getCell(next, 1).value = cleanText(title)
    sheet.getCell(next, 1).font = { bold: true }
    next += 1
    for (const cell of rows.flat()) addCell(sheet, next, cell)
    next += rows.length + 1
    for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = column === 1 ? 34 : 18
  }
  sheet.getCell(next, 1).value =
    'Red: printed and does not agree. Yellow: explains a difference. Blue: was counted. Numbers in [ ] are those of the list of findings.'
}

const addCell = (sheet: Worksheet, first: number, cell: MarkedCell): void => {
  const target = sheet.getCell(first + cell.row, cell.column + 1)
  if (cell.rowSpan > 1 || cell.columnSpan > 1) {
    const [row, column] = [first + cell.row, cell.column + 1]
    sheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1)
  }
  target.value = cleanText(textOf(cell))
  target.alignment = { wrapText: true, vertical: 'top' }
  target.font = { bold: cell.isHeader || cell.look === 'at-fault' }
  const thin = { style: 'thin' as const }
  target.border = { top: thin, left: thin, bottom: thin, right: thin }
  if (cell.look) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[cell.look] } }
}

const textOf = ({ lines, findings }: MarkedCell): string =>
  [lines.join('\n'), findings.length > 0 ? `[${findings.join(', ')}]` : ''].filter(Boolean).join(' ')

const addAbout = (sheet: Worksheet, findings: DocumentFindings): void => {
  sheet.getColumn(1).width = 28
  sheet.getColumn(2).width = 100
  for (const [name, value] of findings.about) sheet.addRow([cleanText(name), cleanText(value)])
  sheet.addRow(['Result', countWords(findings)])
  for (const remark of findings.remarks) sheet.addRow(['How it was read', cleanText(remark)])
  for (const { where, printed, text } of findings.corrections) {
    sheet.addRow(['Corrected by its reader', cleanText(`${where}: printed “${printed}”, read as “${text}”`)])
  }
  sheet.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' }
  })
}
