import { type MoneyUnit, ZERO } from '../../domain/money.ts'
import { amountLooks } from '../model/amountLooks.ts'
import type { CellPlace } from '../model/cellSums.ts'
import type { ReportModel } from '../model/reportModel.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import type { Pictures } from '../writers.ts'
import { letterOf } from './address.ts'
import { chartOfTable } from './chartOfTable.ts'
import { type Book, nameRows } from './excel.ts'
import { type Locate, roundingFormula, type Spot, sumFormula } from './formulas.ts'
import { linkRows } from './linkRows.ts'
import { markControls, markInputs, markRatings } from './marks.ts'
import { type DrawnOnSheet, rowsDrawnOn } from './nativeCharts.ts'
import {
  addNote,
  addRow,
  addSheet,
  type Content,
  finishSheet,
  type Sheet,
  type SheetColumn,
  spanRows,
} from './sheet.ts'
import type { PlacedLine, PlacedTable, PlannedSheet, SheetPlan } from './sheetPlan.ts'
import { exemptInWords } from './topLines.ts'

/** One sheet of the plan with its tables, their sums live, its notes, and what is still to be drawn on it. */
export const addTableSheet = (
  book: Book,
  { heading }: ReportModel,
  planned: PlannedSheet,
  plan: SheetPlan,
  { notes, pictures }: { notes: readonly string[]; pictures: Pictures },
): DrawnOnSheet | null => {
  const { name, tables, lines } = planned
  const [first] = tables as [PlacedTable]
  const columns = columnsOf(tables)
  const leading = leadingTexts(first.table)
  const sheet = addSheet(book, {
    name,
    heading,
    lines,
    columns,
    frozenColumns: Math.min(leading, MOST_FROZEN),
    repeatedColumns: columns.length > MOST_COLUMNS ? leading : undefined,
  })
  for (const placed of tables) {
    addTable(sheet, placed, plan, tables.length > 1)
    nameTable(book, name, placed)
    markRatings(sheet, placed)
    markInputs(sheet, placed)
    linkRows(sheet, placed, plan)
    markControls(sheet, placed)
  }
  const [only] = tables
  if (tables.length === 1 && only !== undefined) addFilter(sheet, only)
  sheet.next += 1
  for (const note of [...tables.flatMap(notesOf), ...notes, heading.note]) if (note !== '') addNote(sheet, note)
  const drawn = drawnOn(sheet, name, first, pictures)
  if (drawn !== null) {
    // Picture and chart are not parted by the end of a page.
    sheet.worksheet.getRow(sheet.next).addPageBreak()
    sheet.next = drawn.row + rowsDrawnOn(drawn)
  }
  finishSheet(sheet)
  return drawn
}

/** A chart stands on the sheet of its table alone. */
function drawnOn(sheet: Sheet, name: string, placed: PlacedTable, pictures: Pictures): DrawnOnSheet | null {
  const chart = chartOfTable(name, sheet.headerRow, placed)
  if (chart === null || placed.chart === null) return null
  const { id, headline } = placed.chart
  const { worksheet, next, widths } = sheet
  const narrower = LEAST_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  widths[0] = (widths[0] ?? 0) + Math.max(0, narrower)
  const width = widths.reduce((sum, one) => sum + one, 0) * PIXELS_PER_WIDTH
  return { sheet: worksheet.id, row: next + 1, chart, alt: headline, picture: pictures[id] ?? null, width }
}

/** So wide that a chart below the table can be read, in the units of columns. */
const LEAST_WIDTH = 90
const PIXELS_PER_WIDTH = 7

const MOST_FROZEN = 4
/** More do not fit on one page that can be read. */
const MOST_COLUMNS = 14
/** The widest that text may grow there, so that a page can be read. */
const narrowest: Partial<Record<TableColumn['kind'], number>> = { text: 26, 'wide-text': 40 }
/** The widest that the labels of tables under each other may grow. */
const LABELS = 50

const leadingTexts = ({ columns }: TablePart): number => {
  const amount = columns.findIndex(({ kind }) => kind !== 'text')
  return amount <= 0 ? 1 : amount
}

/** The tables of a sheet have the same columns; one that shows pence in any of them shows them in all. */
function columnsOf(tables: readonly PlacedTable[]): SheetColumn[] {
  const [first] = tables as [PlacedTable]
  const looks = tables.map(({ table, unit }) => amountLooks({ ...table, unit }))
  const isWide = first.table.columns.length > MOST_COLUMNS
  return first.table.columns.map(({ label, kind, unit }, at): SheetColumn => {
    const shownIn = unit ?? first.unit
    const isUnnamed = label === '' && at === 0
    return {
      header: isUnnamed ? 'Table and row' : headerOf(label, kind, shownIn),
      kind,
      unit: shownIn,
      pence: looks.some((look) => look[at]?.pence === true),
      ...(isWide && narrowest[kind] !== undefined && { widest: narrowest[kind] }),
      ...(at === 0 && tables.length > 1 && { widest: LABELS }),
    }
  })
}

/** The name of a column with the unit of its amounts, where it does not say it itself. */
export const headerOf = (label: string, kind: TableColumn['kind'], unit: MoneyUnit): string =>
  kind !== 'amount' || label.includes('£') ? label : `${label} ${unit === '£000' ? "£000's" : unit}`

function addTable(sheet: Sheet, placed: PlacedTable, plan: SheetPlan, isBlock: boolean): void {
  const { lines } = placed
  const groups = spannedRows(placed)
  for (const line of lines) {
    sheet.next = line.number
    addLine(sheet, placed, line, plan, isBlock)
  }
  for (const range of groups) spanRows(sheet, range)
  sheet.next = (lines.at(-1)?.number ?? sheet.next) + 1
}

function addLine(sheet: Sheet, placed: PlacedTable, line: PlacedLine, plan: SheetPlan, isBlock: boolean): void {
  const { table } = placed
  switch (line.kind) {
    case 'caption':
      addRow(
        sheet,
        sheet.columns.map(({ header, kind }, at) => (at === 0 ? table.caption : kind === 'amount' ? header : '')),
        'band',
      )
      return
    case 'nothing':
      addRow(sheet, ['none'])
      return
    case 'row':
      addTableRow(sheet, placed, line.row, plan, isBlock)
      return
    case 'rounding':
      addRow(sheet, roundingContents(placed, line, plan), 'note')
      return
    case 'cross-cast':
      addRow(sheet, crossCastContents(placed, line, plan), 'control')
  }
}

function addTableRow(sheet: Sheet, placed: PlacedTable, row: TableRow, plan: SheetPlan, isBlock: boolean): void {
  if (row.style === 'note') {
    addNote(sheet, wordsIn(row.cells[0]))
    return
  }
  const contents = placed.table.columns.map((column, at): Content => {
    const cell = row.cells[at] ?? { kind: 'blank' as const }
    if (at === 0 && row.exempt !== null && cell.kind === 'text') return `${cell.text} (exempt)`
    // A line would be drawn through nought where a cell holds a word.
    if (isPointOfLine(placed, column) && noPoint.includes(cell.kind)) return ''
    return liveCell(placed, row, column, cell, plan)
  })
  const number = addRow(sheet, contents, row.style)
  const across = leadingTexts(placed.table)
  if (row.style === 'band' && !isBlock && across > 1) sheet.worksheet.mergeCells(number, 1, number, across)
}

const isPointOfLine = ({ chart }: PlacedTable, { id }: TableColumn): boolean =>
  chart?.native.type === 'lines' && chart.native.series.includes(id)

const noPoint: TableCell['kind'][] = ['none', 'not-recorded', 'not-applicable']

const wordsIn = (cell: TableCell | undefined): string => (cell?.kind === 'text' ? cell.text : '')

/** An amount as a formula where its sum can be followed and gives what stands there. */
function liveCell(
  placed: PlacedTable,
  row: TableRow,
  { id, kind }: TableColumn,
  cell: TableCell,
  plan: SheetPlan,
): Content {
  if (kind !== 'amount' || cell.kind !== 'amount') return cell
  const found = plan.sums(placed.table, row, id)
  if (found === null || found.unknown.length > 0 || found.amount !== cell.amount) return cell
  const locate = locateFrom(placed, plan)
  const formula = sumFormula(found.plus.map(locate), found.minus.map(locate))
  return formula === null ? cell : { kind: 'formula', formula, amount: cell.amount }
}

function roundingContents(
  placed: PlacedTable,
  line: Extract<PlacedLine, { kind: 'rounding' }>,
  plan: SheetPlan,
): Content[] {
  const { table, unit } = placed
  const locate = locateFrom(placed, plan)
  return table.columns.map((column, at): Content => {
    // Where the label of the total stands.
    if (at === labelColumn(table, line.of)) return 'Rounding'
    const amount = line.gaps[at] ?? null
    if (amount === null) return ''
    const total: CellPlace = { table, rowId: line.of.id, columnId: column.id }
    const { plus = [], minus = [] } = plan.sums(table, line.of, column.id) ?? {}
    const formula = roundingFormula(locate(total), plus.map(locate), minus.map(locate), column.unit ?? unit)
    return formula === null ? { kind: 'amount', amount } : { kind: 'formula', formula, amount, isArray: true }
  })
}

/** The last text before the amounts is the label of a total; those before it only repeat where it belongs. */
const labelColumn = (table: TablePart, row: TableRow): number =>
  Math.max(
    0,
    row.cells.slice(0, leadingTexts(table)).findLastIndex(({ kind }) => kind === 'text'),
  )

function crossCastContents(
  placed: PlacedTable,
  line: Extract<PlacedLine, { kind: 'cross-cast' }>,
  plan: SheetPlan,
): Content[] {
  const { table } = placed
  const locate = locateFrom(placed, plan)
  const spot = (columnId: string) => locate({ table, rowId: line.of.id, columnId })
  return table.columns.map(({ id, kind, adds }, at): Content => {
    if (at === labelColumn(table, line.of)) return 'Total less the sum of its columns: must be 0'
    if (kind !== 'amount') return ''
    const formula = adds !== null && line.columns.includes(id) ? sumFormula([spot(id)], adds.plus.map(spot)) : null
    return formula === null ? { kind: 'not-applicable' } : { kind: 'formula', formula, amount: ZERO }
  })
}

/** Where a cell of the report stands, seen from one of the tables: on its own sheet, where there is one in the same unit. */
const locateFrom = (from: PlacedTable, { sheets }: SheetPlan): Locate => {
  const home = sheets.find(({ tables }) => tables.includes(from))
  return ({ table, rowId, columnId }): Spot => {
    const all = sheets.flatMap((sheet) =>
      sheet.tables.filter((placed) => placed.table === table).map((placed) => ({ sheet, placed })),
    )
    const found = all.find(({ placed }) => placed.unit === from.unit) ?? all[0]
    return {
      sheet: found === undefined || found.sheet === home ? null : found.sheet.name,
      column: table.columns.findIndex(({ id }) => id === columnId) + 1,
      row: found?.placed.rowNumbers.get(rowId) ?? 0,
    }
  }
}

function nameTable(book: Book, sheet: string, { table, unit, lines }: PlacedTable): void {
  // The copy in another unit has the same amounts.
  if (unit !== table.unit || lines.length === 0) return
  const width = table.columns.length
  nameRows(book, sheet, table.name, [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1], width)
  const total = lines.findLast((line) => line.kind === 'row' && line.row.style === 'total')
  if (total !== undefined) nameRows(book, sheet, `${table.name} totals`, [total.number, total.number], width)
}

/** A table whose rows are all of one kind can be filtered, but for the totals below them. */
function addFilter({ worksheet, headerRow, columns }: Sheet, { lines }: PlacedTable): void {
  const firstOther = lines.findIndex((line) => !(line.kind === 'row' && line.row.style === 'plain'))
  const count = firstOther === -1 ? lines.length : firstOther
  const isFlat = lines.slice(count).every((line) => line.kind !== 'row' || !['plain', 'band'].includes(line.row.style))
  if (count < 2 || !isFlat) return
  worksheet.autoFilter = `A${headerRow}:${letterOf(columns.length)}${headerRow + count}`
}

/** A text above empty cells, in a table with bands, stands beside all of their rows. */
function spannedRows({ table, lines }: PlacedTable): [number, number][] {
  if (!table.rows.some(({ style }) => style === 'band') || table.columns[1]?.kind === 'amount') return []
  const groups: [number, number][] = []
  let open: [number, number] | null = null
  for (const line of lines) {
    const first = line.kind === 'row' && line.row.style === 'plain' ? line.row.cells[0] : undefined
    if (first?.kind === 'text') {
      open = [line.number, line.number]
      groups.push(open)
    } else if (first?.kind === 'blank' && open !== null) open[1] = line.number
    else open = null
  }
  return groups.filter(([from, to]) => to > from)
}

const notesOf = ({ table, chart }: PlacedTable): string[] => [
  ...table.notes,
  ...(chart?.notes ?? []),
  ...table.rows.flatMap(({ cells, exempt, exemptCells = [] }) => [
    ...(exempt === null ? [] : [`${wordsIn(cells[0])}: ${exemptInWords(exempt)}`]),
    ...exemptCells.map(({ column, exempt }) => {
      const label = table.columns.find(({ id }) => id === column)?.label ?? column
      return `${wordsIn(cells[0])}, ${label}: ${exemptInWords(exempt)}`
    }),
  ]),
]
