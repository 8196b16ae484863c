import type { CellFormulaValue, CellValue, Style } from 'exceljs'
import type { MoneyUnit, Pence } from '../../domain/money.ts'
import { proofOf } from '../model/proofOf.ts'
import type { ReportHeading } from '../model/reportHeading.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TableRow } from '../model/tablePart.ts'
import { wordsOfCell } from '../model/wordsOfCell.ts'
import { letterOf } from './address.ts'
import { cellStyle, FONT, FONT_SIZE, headerStyle, type Look, titleFont } from './cellStyle.ts'
import { firstWidth, widen } from './columnWidth.ts'
import { type Book, cleanText, type Worksheet } from './excel.ts'
import { linesNeeded } from './textSize.ts'

/** What a writer puts in a cell: a text, a value of the report, or a formula with its result. */
export type Content = string | TableCell | Formula

export interface Formula {
  kind: 'formula'
  formula: string
  amount: Pence
  /** A formula that reads each cell of a range by itself. */
  isArray?: boolean
}

export interface SheetColumn {
  header: string
  kind: TableColumn['kind']
  unit: MoneyUnit
  /** Whether its amounts are shown with their pence. */
  pence?: boolean
  /** The widest that text may make the column, in characters; longer text wraps. */
  widest?: number
}

export interface Sheet {
  /** The number of the next row. */
  next: number
  worksheet: Worksheet
  columns: SheetColumn[]
  /** Over how many columns titles and notes go at least: on two pages, those that stand on both. */
  textColumns: number
  /** The rows of titles and notes. */
  texts: number[]
  headerRow: number
  widths: number[]
  styles: Map<string, Partial<Style>>
  /** Rows beside which the text in the first column stands, which must together be high enough. */
  spans: [number, number][]
}

interface NewSheet {
  name: string
  heading: ReportHeading
  /** Lines below the title. */
  lines: string[]
  columns: SheetColumn[]
  frozenColumns: number
  /** Prints the columns over two pages, with so many of the first ones on both. */
  repeatedColumns?: number | undefined
}

/** The number of the header row: below the title, the lines and one that is empty. */
export const headerRowAfter = (lines: readonly string[]): number => lines.length + 3

/** A sheet with its title, what its figures are, and a header row that stays in view and repeats on every page. */
export const addSheet = (
  book: Book,
  { name, heading, lines, columns, frozenColumns, repeatedColumns }: NewSheet,
): Sheet => {
  const worksheet = book.workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: repeatedColumns === undefined ? 1 : 2,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
  })
  const headerRow = headerRowAfter(lines)
  const sheet: Sheet = {
    next: 1,
    worksheet,
    columns,
    textColumns: repeatedColumns ?? columns.length,
    texts: [],
    headerRow,
    widths: columns.map(firstWidth),
    styles: new Map(),
    spans: [],
  }
  addNote(sheet, heading.title, titleFont)
  for (const [at, line] of lines.entries()) addNote(sheet, line, { bold: at === 0 })
  sheet.next = headerRow
  columns.forEach(({ header, kind }, at) => {
    const cell = worksheet.getCell(headerRow, at + 1)
    cell.value = cleanText(header)
    cell.style = headerStyle(kind, at)
  })
  sheet.next = headerRow + 1
  worksheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: headerRow, showGridLines: false }]
  worksheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`
  if (repeatedColumns !== undefined) worksheet.pageSetup.printTitlesColumn = `A:${letterOf(repeatedColumns)}`
  worksheet.headerFooter.oddFooter = footerOf(name, heading)
  return sheet
}

/** The whole footer holds 255 characters, of which the proof needs most. */
const footerOf = (name: string, heading: ReportHeading): string => {
  const { status, demonstration } = heading
  const words = [status, demonstration].filter(Boolean).join('. ')
  // A space after the size: a digit that follows it at once would be read as part of it.
  return `&L&7 ${footerText(name, 20)}&C&7 ${footerText(words, 50)}\n${footerText(proofOf(heading), 140)}&R&7 Page &P of &N`
}

/** "&" starts a command in a footer. */
const footerText = (text: string, most: number): string => cleanText(text).slice(0, most).replaceAll('&', '&&')

/** Adds a row of the table, one content for each column; gives its number. */
export const addRow = (sheet: Sheet, contents: readonly Content[], style: TableRow['style'] = 'plain'): number => {
  const number = sheet.next++
  const row = sheet.worksheet.getRow(number)
  sheet.columns.forEach((_, at) => {
    const content = contents[at] ?? ''
    const cell = row.getCell(at + 1)
    cell.value = excelValue(content, `${letterOf(at + 1)}${number}`)
    cell.style = sharedStyle(sheet, at, style, lookOf(content))
    widen(sheet, at, content)
  })
  return number
}

/** A note over the columns, and over as many beside them as a sentence needs. */
export const addNote = (sheet: Sheet, text: string, font: object = {}): void => {
  const number = sheet.next++
  sheet.texts.push(number)
  const cell = sheet.worksheet.getCell(number, 1)
  cell.value = cleanText(text)
  cell.font = { ...FONT, ...font }
  cell.alignment = { horizontal: 'left', vertical: 'top', wrapText: true }
}

/** Lets the text in the first of some rows stand beside all of them. */
export const spanRows = (sheet: Sheet, [first, last]: [number, number]): void => {
  sheet.worksheet.mergeCells(first, 1, last, 1)
  sheet.spans.push([first, last])
}

/** Sets widths, heights and the print area once every row is there. */
export const finishSheet = (sheet: Sheet): void => {
  const { worksheet, columns } = sheet
  const textColumns = columnsOfText(sheet)
  if (textColumns < columns.length) widenLastRepeated(sheet)
  const widths = [...sheet.widths, ...Array<number>(Math.max(0, textColumns - columns.length)).fill(BESIDE)]
  widths.forEach((width, at) => {
    worksheet.getColumn(at + 1).width = width
  })
  for (const row of sheet.texts) if (textColumns > 1) worksheet.mergeCells(row, 1, row, textColumns)
  const whole = sum(widths)
  const across = sum(widths.slice(0, textColumns))
  worksheet.eachRow((row) => {
    let lines = 1
    let isTitle = false
    row.eachCell((cell, column) => {
      if (typeof cell.value !== 'string' || (cell.isMerged && cell.master !== cell)) return
      if (sheet.spans.some(([first]) => first === row.number) && column === 1) return
      isTitle ||= (cell.font?.size ?? 0) > FONT_SIZE
      lines = Math.max(lines, linesNeeded(cell.value, cell.isMerged ? across : (widths[column - 1] ?? whole)))
    })
    row.height = Math.min(TALLEST_ROW, isTitle ? 22 : lines * LINE_HEIGHT + 3)
  })
  for (const [first, last] of sheet.spans) {
    const rows = Array.from({ length: last - first + 1 }, (_, step) => worksheet.getRow(first + step))
    const needed = linesNeeded(String(worksheet.getCell(first, 1).value ?? ''), widths[0] ?? whole) * LINE_HEIGHT + 3
    const missing = needed - rows.reduce((total, row) => total + row.height, 0)
    for (const row of rows) row.height = Math.min(TALLEST_ROW, row.height + Math.max(0, missing / rows.length))
  }
  keepFrozenInView(sheet)
  if (fitsOnePage(sheet, whole / (worksheet.pageSetup.fitToWidth ?? 1))) worksheet.pageSetup.fitToHeight = 1
  // ExcelJS puts a dollar before each column only, and a print area must not move.
  worksheet.pageSetup.printArea = `A$1:${letterOf(widths.length)}$${sheet.next - 1}`
}

/** A sentence over a few narrow columns would be a tower, of which a spreadsheet keeps the most part in view. */
function columnsOfText({ textColumns, columns, widths }: Sheet): number {
  let count = textColumns
  // What stood beside the columns that are on both pages would be cut on the second.
  if (textColumns < columns.length) return count
  while (sum(widths.slice(0, count)) + Math.max(0, count - widths.length) * BESIDE < TEXT_WIDTH) count += 1
  return count
}

/** So that titles and notes can be read over the columns that stand on both pages. */
function widenLastRepeated({ textColumns, widths }: Sheet): void {
  const lacking = LEAST_TEXT_WIDTH - sum(widths.slice(0, textColumns))
  const last = textColumns - 1
  widths[last] = (widths[last] ?? 0) + Math.max(0, lacking)
}

const LEAST_TEXT_WIDTH = 60

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)

/** What a text is read at, and the width of a column beside those of a narrow table. */
const TEXT_WIDTH = 90
const BESIDE = 10

/** Frozen columns that fill the window would leave no room to scroll in. */
function keepFrozenInView({ worksheet, widths }: Sheet): void {
  const [view] = worksheet.views
  if (view?.state !== 'frozen') return
  let frozen = view.xSplit ?? 0
  while (frozen > 1 && sum(widths.slice(0, frozen)) > WIDEST_FROZEN) frozen -= 1
  worksheet.views = [{ ...view, xSplit: frozen }]
}

const WIDEST_FROZEN = 90

const LINE_HEIGHT = 13
/** A spreadsheet allows no row over 409 points. */
const TALLEST_ROW = 409
/** The part of an A4 page inside the margins, and a unit of column width, in points. */
const PAGE = { width: 785, height: 500 }
const POINTS_PER_WIDTH = 5.25
/** How much smaller than its width asks for a sheet may be printed to spare a second page with a few lines. */
const LEAST_SQUEEZE = 0.65

function fitsOnePage({ worksheet, next }: Sheet, width: number): boolean {
  let height = 0
  for (let row = 1; row < next; row += 1) height += worksheet.getRow(row).height ?? LINE_HEIGHT
  const scale = Math.min(1, PAGE.width / (width * POINTS_PER_WIDTH))
  return height * scale * LEAST_SQUEEZE <= PAGE.height
}

/** Pounds for a cell: the nearest number that the format can hold. */
const pounds = (amount: Pence): number => amount / 100

function excelValue(content: Content, address: string): CellValue {
  if (typeof content === 'string') return content === '' ? null : cleanText(content)
  switch (content.kind) {
    case 'amount':
      return pounds(content.amount)
    case 'count':
      return content.count
    case 'percent':
      return content.basisPoints / 10_000
    case 'unfunded':
      return '-'
    case 'day':
      return new Date(`${content.day}T00:00:00Z`)
    case 'formula': {
      const value: CellFormulaValue = { formula: content.formula, result: pounds(content.amount) }
      return content.isArray ? Object.assign(value, { shareType: 'array', ref: address }) : value
    }
    default:
      return cleanText(wordsOfCell(content)) || null
  }
}

function lookOf(content: Content): Look {
  if (typeof content === 'string') return content === '' ? 'empty' : 'text'
  switch (content.kind) {
    case 'formula':
      return 'amount'
    case 'amount':
    case 'count':
    case 'percent':
    case 'day':
    case 'text':
      return content.kind
    case 'blank':
      return 'empty'
    case 'rating':
      return 'text'
    default:
      return 'word'
  }
}

/** One object for all cells that look the same: ExcelJS then works out its number once, not half a million times. */
function sharedStyle(sheet: Sheet, at: number, style: TableRow['style'], look: Look): Partial<Style> {
  const key = `${at} ${style} ${look}`
  const known = sheet.styles.get(key)
  if (known !== undefined) return known
  const made = cellStyle(sheet.columns[at] ?? { kind: 'text', unit: '£' }, at, style, look)
  sheet.styles.set(key, made)
  return made
}
