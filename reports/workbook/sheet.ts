import type { Alignment, CellFormulaValue, CellValue, Fill, Style } from 'exceljs'
import { formatMoney, type MoneyUnit, type Pence, roundToUnit, sum } from '../../domain/money.ts'
import { amountsOf, type Cell, NONE, wordOf } from '../cell.ts'
import type { Heading } from '../heading.ts'
import { cleanText, type Workbook, type Worksheet } from './excel.ts'

/** What a writer puts in a cell: text, an amount or the word in its place, or a formula with its result. */
export type Content = string | number | Cell | Formula | null

export interface Formula {
  kind: 'formula'
  formula: string
  amount: Pence
  /** A formula that reads each cell of a range by itself. */
  isArray?: boolean
}

export type RowStyle = 'plain' | 'total' | 'band' | 'note'

export interface SheetColumn {
  header: string
  kind: 'text' | 'amount' | 'wide-text'
  /** The widest that text may make the column, in characters; longer text wraps. */
  widest?: number | undefined
}

export interface Sheet {
  /** The number of the next row. */
  next: number
  worksheet: Worksheet
  columns: SheetColumn[]
  /** Over how many columns titles and notes go: on two pages, those that stand on both. */
  textColumns: number
  unit: ShownUnit
  widths: number[]
  styles: Map<string, Partial<Style>>
  /** Texts that stand beside several rows, which must together be high enough. */
  spans: { column: number; first: number; last: number }[]
}

/** Whole pounds or £000 with one decimal. */
export type ShownUnit = Extract<MoneyUnit, '£' | '£000'>

interface NewSheet {
  name: string
  title: string
  heading: Heading
  /** Lines of this sheet alone, below the title. */
  lines?: string[]
  columns: SheetColumn[]
  unit: ShownUnit
  frozenColumns: number
  /** Prints the columns over two pages, with so many of the first ones on both. */
  repeatedColumns?: number
}

/** A sheet with its title, what its figures are, and a header row that stays in view and repeats on every page. */
export const addSheet = (
  workbook: Workbook,
  { name, title, heading, lines = [], columns, unit, frozenColumns, repeatedColumns }: NewSheet,
): Sheet => {
  const worksheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: repeatedColumns === undefined ? 1 : 2,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
  })
  const sheet: Sheet = {
    next: 1,
    worksheet,
    columns,
    textColumns: repeatedColumns ?? columns.length,
    unit,
    widths: columns.map(firstWidth),
    styles: new Map(),
    spans: [],
  }
  const { programme, schemeNumber, status, asAt, asAtInWords, madeInWords } = heading
  const scheme = schemeNumber === '' ? programme : `${programme}, capital scheme ${schemeNumber}`
  addTopLine(sheet, title, { size: 14, bold: true, color: { argb: NHS_DARK_BLUE } })
  for (const line of [scheme, ...lines]) addTopLine(sheet, line, { bold: true })
  addTopLine(sheet, `${status}. ${asAtInWords}. ${madeInWords}`)
  addTopLine(sheet, `Hash of that event: ${asAt.hash}`)
  addTopLine(sheet, `Unit: ${unit === '£000' ? "£000's, shown to one decimal" : 'whole pounds'}. ${ROUNDING_POLICY}`)
  sheet.next += 1
  addHeader(
    sheet,
    columns.map(({ header }) => header),
  )
  const headerRow = sheet.next - 1
  worksheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: headerRow, showGridLines: false }]
  worksheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`
  if (repeatedColumns !== undefined) worksheet.pageSetup.printTitlesColumn = `A:${letterOf(repeatedColumns)}`
  const footer = [`&L&8${footerText(name)}`, `&C&8${status}, event ${asAt.seq}, ${asAt.day}`, '&R&8Page &P of &N']
  worksheet.headerFooter.oddFooter = footer.join('')
  return sheet
}

/** Adds a row of the table, one content for each column; gives its number. */
export const addRow = (sheet: Sheet, contents: readonly Content[], style: RowStyle = 'plain'): number => {
  const number = sheet.next++
  const row = sheet.worksheet.getRow(number)
  sheet.columns.forEach((_, at) => {
    const content = contents[at] ?? null
    const cell = row.getCell(at + 1)
    cell.value = excelValue(content, cell.address)
    const isWord =
      typeof content === 'object' && content !== null && content.kind !== 'amount' && content.kind !== 'formula'
    cell.style = sharedStyle(sheet, at, style, isWord, typeof content === 'string')
    widen(sheet, at, content)
  })
  return number
}

/** Adds a row of column names, in the colours of the header or, within the table, of a block. */
const addHeader = (sheet: Sheet, labels: readonly string[]): void => {
  const row = sheet.worksheet.getRow(sheet.next++)
  sheet.columns.forEach((_, at) => {
    const cell = row.getCell(at + 1)
    cell.value = cleanText(labels[at] ?? '')
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = solid(NHS_BLUE)
    // Leaves the room that amounts leave for a closing bracket.
    cell.numFmt = '@_)'
    cell.alignment = alignmentOf(sheet, at, 'middle', true)
  })
}

/** A note below the table, over the width of a page. */
export const addNote = (sheet: Sheet, text: string, isBold = false): void => {
  const number = sheet.next++
  sheet.worksheet.mergeCells(number, 1, number, sheet.textColumns)
  const cell = sheet.worksheet.getCell(number, 1)
  cell.value = cleanText(text)
  cell.font = { ...FONT, bold: isBold }
  cell.alignment = { horizontal: 'left', vertical: 'top', wrapText: true }
}

/** Lets the text in the first of some rows stand beside all of them. */
export const spanRows = (sheet: Sheet, column: number, [first, last]: [number, number]): void => {
  if (last === first) return
  sheet.worksheet.mergeCells(first, column, last, column)
  sheet.spans.push({ column, first, last })
}

/** Sets widths, heights and the print area once every row is there. */
export const finishSheet = (sheet: Sheet): void => {
  const { worksheet, widths, columns, textColumns } = sheet
  widths.forEach((width, at) => {
    worksheet.getColumn(at + 1).width = width
  })
  const widthOf = (some: number[]) => some.reduce((total, width) => total + width, 0)
  const [whole, across] = [widthOf(widths), widthOf(widths.slice(0, textColumns))]
  worksheet.eachRow((row) => {
    let lines = 1
    let isTitle = false
    row.eachCell((cell, column) => {
      if (typeof cell.value !== 'string' || (cell.isMerged && cell.master !== cell)) return
      const isAcross = cell.isMerged && column === 1 && row.getCell(textColumns).master === cell
      if (cell.isMerged && !isAcross) return
      isTitle ||= (cell.font?.size ?? 0) > FONT_SIZE
      lines = Math.max(lines, linesNeeded(cell.value, isAcross ? across : (widths[column - 1] ?? whole)))
    })
    row.height = Math.max(row.height ?? 0, Math.min(TALLEST_ROW, isTitle ? 22 : lines * LINE_HEIGHT + 3))
  })
  for (const { column, first, last } of sheet.spans) {
    const rows = Array.from({ length: last - first + 1 }, (_, step) => worksheet.getRow(first + step))
    const text = String(worksheet.getCell(first, column).value ?? '')
    const height = linesNeeded(text, widths[column - 1] ?? whole) * LINE_HEIGHT + 3
    const missing = height - rows.reduce((total, row) => total + row.height, 0)
    for (const row of rows) row.height = Math.min(TALLEST_ROW, row.height + Math.max(0, missing / rows.length))
  }
  if (fitsOnePage(sheet, whole / (worksheet.pageSetup.fitToWidth ?? 1))) worksheet.pageSetup.fitToHeight = 1
  // ExcelJS puts a dollar before each column only, and a print area must not move.
  worksheet.pageSetup.printArea = `A$1:${letterOf(columns.length)}$${sheet.next - 1}`
}

/** `A` for 1. */
export const letterOf = (column: number): string => {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? letterOf((column - 1 - rest) / 26) + letter : letter
}

/** Names a block of rows, so that other workbooks and formulas can refer to it. */
export const nameRows = (workbook: Workbook, sheet: Sheet, name: string, [first, last]: [number, number]): void => {
  const { worksheet, columns } = sheet
  const sheetName = worksheet.name.replaceAll("'", "''")
  workbook.definedNames.add(`'${sheetName}'!$A$${first}:$${letterOf(columns.length)}$${last}`, name)
}

/** The sum of a column over some rows, live and with its result; a word where there is nothing to add. */
export const sumOf = (column: number, [first, last]: [number, number], amount: Pence): Formula => ({
  kind: 'formula',
  formula: `SUM(${letterOf(column)}${first}:${letterOf(column)}${last})`,
  amount,
})

/** A difference that stays exact although cells hold fractions of a pound in binary. */
export const differenceOf = (formula: string, amount: Pence): Formula => ({
  kind: 'formula',
  formula: `ROUND(${formula},2)`,
  amount,
})

interface Shown {
  rows: readonly (readonly Cell[])[]
  totals: readonly Cell[]
  /** Where the rows and the total stand. */
  rowNumbers: readonly number[]
  totalRow: number
  firstColumn: number
}

/**
 * The line that says by how much the amounts shown fail to add to the total shown (R26); null where they all add.
 */
export const roundingContents = (
  unit: ShownUnit,
  { rows, totals, rowNumbers, totalRow, firstColumn }: Shown,
): Content[] | null => {
  const digits = unit === '£000' ? -2 : 0
  const gaps = totals.map((total, at) => {
    const shown = amountsOf([total]).map((amount) => roundToUnit(amount, unit))
    const parts = amountsOf(rows.map((row) => row[at] ?? NONE)).map((amount) => roundToUnit(amount, unit))
    return sum([...shown, ...(shown.length === 0 ? [] : parts.map((part) => -part))])
  })
  if (gaps.every((gap) => gap === 0)) return null
  return gaps.map((amount, at): Content => {
    if (totals[at]?.kind !== 'amount') return null
    const letter = letterOf(firstColumn + at)
    const rounded = (row: number) => `ROUND(ROUND(${letter}${row},2),${digits})`
    const [first, last] = [rowNumbers[0] ?? totalRow, rowNumbers.at(-1) ?? totalRow]
    if (last - first + 1 !== rowNumbers.length) {
      return { kind: 'formula', formula: [totalRow, ...rowNumbers].map(rounded).join('-'), amount }
    }
    const cells = `${letter}${first}:${letter}${last}`
    const formula = `${rounded(totalRow)}-SUM(IF(ISNUMBER(${cells}),ROUND(${cells},${digits}),0))`
    return { kind: 'formula', formula, amount, isArray: true }
  })
}

const NHS_BLUE = 'FF005EB8'
const NHS_DARK_BLUE = 'FF003087'
const BAND = 'FFE8EDEE'
const RULE = 'FF212B32'
const HAIRLINE = 'FFD8DDE0'
const MUTED = 'FF4C6272'
const FONT_SIZE = 10
const FONT = { name: 'Arial', size: FONT_SIZE, family: 2 }
const LINE_HEIGHT = 13
/** A spreadsheet allows no row over 409 points. */
const TALLEST_ROW = 409
/** The part of an A4 page inside the margins, and a unit of column width, in points. */
const PAGE = { width: 785, height: 510 }
const POINTS_PER_WIDTH = 5.25
/** How much smaller than its width asks for a sheet may be printed to spare a second page with a few lines. */
const LEAST_SQUEEZE = 0.65

const ROUNDING_POLICY =
  'Cells hold pounds and pence; rounding is for display only, half away from zero, and a line "Rounding" is added where a column as shown does not add.'

function fitsOnePage({ worksheet, next }: Sheet, width: number): boolean {
  let height = 0
  for (let row = 1; row < next; row += 1) height += worksheet.getRow(row).height ?? LINE_HEIGHT
  const scale = Math.min(1, PAGE.width / (width * POINTS_PER_WIDTH))
  return height * scale * LEAST_SQUEEZE <= PAGE.height
}

const numberFormats: Record<ShownUnit, string> = {
  '£000': '#,##0.0,_);(#,##0.0,);0.0_);@_)',
  '£': '#,##0_);(#,##0);0_);@_)',
}

/** Pounds for a cell: the nearest number that the format can hold. */
const pounds = (amount: Pence): number => amount / 100

function excelValue(content: Content, address: string): CellValue {
  if (content === null || typeof content === 'number') return content
  if (typeof content === 'string') return content === '' ? null : cleanText(content)
  if (content.kind === 'amount') return pounds(content.amount)
  if (content.kind === 'unfunded') return '-'
  if (content.kind !== 'formula') return wordOf(content)
  const { formula, amount, isArray } = content
  const value: CellFormulaValue = { formula, result: pounds(amount) }
  return isArray ? Object.assign(value, { shareType: 'array', ref: address }) : value
}

/** One object for all cells that look the same: ExcelJS then works out its number once, not half a million times. */
function sharedStyle(sheet: Sheet, ...look: Look): Partial<Style> {
  const key = look.join()
  const known = sheet.styles.get(key)
  if (known !== undefined) return known
  const made = cellStyle(sheet, ...look)
  sheet.styles.set(key, made)
  return made
}

type Look = [at: number, style: RowStyle, isWord: boolean, isText: boolean]

function cellStyle(sheet: Sheet, ...[at, style, isWord, isText]: Look): Partial<Style> {
  const isAmount = sheet.columns[at]?.kind === 'amount'
  const isMuted = style === 'note' || (isWord && style !== 'total') || (isAmount && style === 'band')
  const isBold = style === 'total' || (style === 'band' && !isAmount)
  return {
    font: { ...FONT, bold: isBold, ...(isMuted && { color: { argb: MUTED } }) },
    // Text wraps, among amounts too; an amount itself must stay in one line.
    alignment: alignmentOf(sheet, at, 'top', !isAmount || isText),
    border:
      style === 'total'
        ? { top: { style: 'thin', color: { argb: RULE } }, bottom: { style: 'thin', color: { argb: RULE } } }
        : { bottom: { style: 'hair', color: { argb: HAIRLINE } } },
    ...(isAmount && { numFmt: numberFormats[sheet.unit] }),
    ...(style === 'band' && { fill: solid(BAND) }),
  }
}

function alignmentOf(
  { columns }: Sheet,
  at: number,
  vertical: 'top' | 'middle',
  wrapText: boolean,
): Partial<Alignment> {
  if (columns[at]?.kind === 'amount') return { horizontal: 'right', vertical, wrapText }
  // Text needs a gap, for it begins where the column before it ends.
  return { horizontal: 'left', vertical, wrapText, indent: at === 0 ? 0 : 1 }
}

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

function addTopLine(sheet: Sheet, text: string, font: object = {}): void {
  addNote(sheet, text)
  sheet.worksheet.getCell(sheet.next - 1, 1).font = { ...FONT, ...font }
}

/** Sheet names and texts in a footer: "&" starts a command there, and the whole footer holds 255 characters. */
const footerText = (text: string): string => cleanText(text).slice(0, 60).replaceAll('&', '&&')

const limits: Record<SheetColumn['kind'], { least: number; most: number }> = {
  text: { least: 10, most: 40 },
  amount: { least: 11, most: 22 },
  'wide-text': { least: 50, most: 70 },
}

const firstWidth = ({ kind, header, widest }: SheetColumn): number => {
  const longestWord = Math.max(...header.split(/\s/).map((word) => word.length))
  return Math.max(longestWord + 1, Math.min(widest ?? limits[kind].most, limits[kind].least))
}

function widen(sheet: Sheet, at: number, content: Content): void {
  const { kind = 'text', widest } = sheet.columns[at] ?? {}
  const length = shownLength(content, sheet.unit)
  // Text wraps at the widest; an amount must never be cut.
  const most = typeof content === 'string' ? (widest ?? limits[kind].most) : Number.POSITIVE_INFINITY
  sheet.widths[at] = Math.max(sheet.widths[at] ?? 0, Math.min(most, length + 3))
}

function shownLength(content: Content, unit: ShownUnit): number {
  if (content === null) return 0
  if (typeof content === 'number') return String(content).length
  if (typeof content === 'string') return Math.max(...content.split('\n').map((line) => line.length))
  return content.kind === 'amount' || content.kind === 'formula'
    ? formatMoney(content.amount, unit).length + 2
    : wordOf(content).length
}

/** A unit of width is a digit of Excel's default font, which is wider than the average letter of ours. */
const CHARACTERS_PER_WIDTH = 1.25

/** Lines that a text takes when broken at spaces, a little on the safe side. */
function linesNeeded(text: string, width: number): number {
  const room = Math.max(4, Math.floor(width * CHARACTERS_PER_WIDTH) - 2)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1
        used = 0
      }
      used += word.length + (used > 0 ? 1 : 0)
      lines += Math.floor((Math.max(used, 1) - 1) / room)
      used = used === 0 ? 0 : ((used - 1) % room) + 1
    }
  }
  return lines
}
