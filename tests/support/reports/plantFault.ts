import { formatYear } from '../../../domain/financialYear.ts'
import type { TableName } from '../../../domain/tieOut/statedTable.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { amountPrinter, type PrintedReport } from './councilReport.ts'
import type { PrintedRow, PrintedTable } from './printedTable.ts'

export const faultKinds = [
  'wrong cell',
  'missing amount',
  'wrong row total',
  'wrong column total',
  'wrong subtotal',
  'wrong grand total',
  'shifted column',
  'line left out of the total',
  'line under another theme',
  'figure cut off',
  'thousandfold figure of the text',
  'thousandfold cell',
  'swapped digits',
  'repeated line',
  'funding that is not authority',
  'wrong previous block',
  'wrong figure of the text',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** One fault, and where it stands. */
export interface PlantedFault {
  kind: FaultKind
  table: TableName | 'text'
  /** The label of the row, or the paragraph of the text. */
  row: string
  column: string
  was: string
  is: string
}

type Planted = { report: PrintedReport; fault: PlantedFault }

/** Plants a fault of the kind in a report that agrees; null where the report has no place for it. */
export const plantFault = (random: Random, report: PrintedReport, kind: FaultKind): Planted | null => {
  switch (kind) {
    case 'wrong cell':
      return plantInCell(random, report, kind, bodyCells(report), (pounds) => pounds + someAmount(random))
    case 'missing amount':
      return plantInCell(random, report, kind, bodyCells(report), () => 0)
    case 'wrong row total':
      return plantInCell(random, report, kind, rowTotals(report), (pounds) => pounds + someAmount(random))
    case 'wrong column total':
      return plantInCell(random, report, kind, columnTotals(report), (pounds) => pounds + someAmount(random))
    case 'wrong subtotal':
      return plantInCell(random, report, kind, subtotals(report), (pounds) => pounds + someAmount(random))
    case 'wrong grand total':
      return plantInCell(random, report, kind, grandTotals(report), (pounds) => pounds + someAmount(random))
    case 'thousandfold cell':
      return plantInCell(random, report, kind, bodyCells(report), (pounds) => pounds * 1000)
    case 'swapped digits':
      return plantInCell(random, report, kind, bodyCells(report), (pounds) => swapped(random, pounds))
    case 'shifted column':
      return shifted(random, report)
    case 'line left out of the total':
      return leftOut(random, report)
    case 'line under another theme':
      return underAnotherTheme(random, report)
    case 'repeated line':
      return repeated(random, report)
    case 'funding that is not authority':
      return otherFunding(random, report)
    case 'wrong previous block':
      return otherPrevious(random, report)
    case 'figure cut off':
      return cutOff(random, report)
    case 'thousandfold figure of the text':
      return inText(random, report, kind, aThousandfold)
    case 'wrong figure of the text':
      return inText(random, report, kind, (printed) =>
        printed.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)),
      )
  }
}

interface CellAt {
  table: PrintedTable
  row: PrintedRow
  at: number
}

const tablesOf = ({ tables, appendix }: PrintedReport): PrintedTable[] => [...tables, appendix]

const cellsOf = (report: PrintedReport, isWanted: (cell: CellAt) => boolean): CellAt[] =>
  tablesOf(report).flatMap((table) =>
    table.rows.flatMap((row) =>
      row.amounts.flatMap((_, at) =>
        isWanted({ table, row, at }) && printedIn(row, at) !== '' ? [{ table, row, at }] : [],
      ),
    ),
  )

const isTotalColumn = ({ table, at }: CellAt): boolean => table.columns[at] === 'TOTAL'

/** Faults of the block of previous authority are of a kind of their own. */
const bodyCells = (report: PrintedReport): CellAt[] =>
  cellsOf(
    report,
    (cell) =>
      !cell.row.isTotal && !cell.row.isSubtotal && !isTotalColumn(cell) && cell.table.name !== 'previous-authority',
  )

const subtotals = (report: PrintedReport): CellAt[] =>
  cellsOf(
    report,
    (cell) => cell.row.isSubtotal === true && poundsIn(cell.table, report, printedIn(cell.row, cell.at)) !== 0,
  )

const rowTotals = (report: PrintedReport): CellAt[] =>
  cellsOf(report, (cell) => !cell.row.isTotal && isTotalColumn(cell) && cell.table.name !== 'previous-authority')

const columnTotals = (report: PrintedReport): CellAt[] =>
  cellsOf(report, (cell) => {
    const isUsed = poundsIn(cell.table, report, printedIn(cell.row, cell.at)) !== 0
    return cell.row.isTotal && !isTotalColumn(cell) && isUsed && cell.table.name !== 'previous-authority'
  })

const grandTotals = (report: PrintedReport): CellAt[] =>
  cellsOf(report, (cell) => cell.row.isTotal && isTotalColumn(cell) && cell.table.name !== 'previous-authority')

const printedIn = (row: PrintedRow, at: number): string => row.amounts[at]?.[0] ?? ''

const unitOf = (table: PrintedTable, { programme }: PrintedReport) =>
  table.name === 'expenditure-plan' ? '£' : programme.unit

const poundsIn = (table: PrintedTable, report: PrintedReport, printed: string): number =>
  Math.round(Number(printed.replaceAll(',', '')) * (unitOf(table, report) === '£' ? 1 : 1000))

const printedAs = (table: PrintedTable, report: PrintedReport, pounds: number): string =>
  pounds === 0 ? '' : amountPrinter(unitOf(table, report), report.layout.hasThousandsCommas)(pounds)

/** An amount that is no slip of the keys. */
const someAmount = (random: Random): number => (111 + random.below(2000)) * 100

const swapped = (random: Random, pounds: number): number => {
  const digits = [...String(pounds / 100)]
  const places = digits.flatMap((digit, at) =>
    at + 1 < digits.length && digit !== digits[at + 1] && !(at === 0 && digits[1] === '0') ? [at] : [],
  )
  if (places.length === 0) return pounds
  const at = random.pick(places)
  return Number([...digits.slice(0, at), digits[at + 1], digits[at], ...digits.slice(at + 2)].join('')) * 100
}

const cleanLabel = (row: PrintedRow): string => (row.labels[0] ?? '').replace(/^Inc\. /, '')

const faultAt = ({ table, row, at }: CellAt, kind: FaultKind, is: string): PlantedFault => ({
  kind,
  table: table.name,
  row: cleanLabel(row),
  column: table.columns[at] ?? '',
  was: printedIn(row, at),
  is,
})

const withRows = (
  report: PrintedReport,
  name: TableName,
  change: (rows: PrintedRow[]) => PrintedRow[],
): PrintedReport => {
  const changed = (table: PrintedTable): PrintedTable =>
    table.name === name ? { ...table, rows: change(table.rows) } : table
  return { ...report, tables: report.tables.map(changed), appendix: changed(report.appendix) }
}

const withAmount = (row: PrintedRow, at: number, printed: string): PrintedRow => ({
  ...row,
  amounts: row.amounts.map((lines, index) => (index === at ? [printed] : lines)),
})

/** Each row after its own change; rows without one stay. */
const withCells = (report: PrintedReport, cells: { cell: CellAt; printed: string }[]): PrintedReport =>
  cells.reduce(
    (after, { cell, printed }) =>
      withRows(after, cell.table.name, (rows) =>
        rows.map((row, index) =>
          index === cell.table.rows.indexOf(cell.row) ? withAmount(row, cell.at, printed) : row,
        ),
      ),
    report,
  )

const plantInCell = (
  random: Random,
  report: PrintedReport,
  kind: FaultKind,
  cells: CellAt[],
  change: (pounds: number) => number,
): Planted | null => {
  if (cells.length === 0) return null
  const cell = random.pick(cells)
  const is = printedAs(cell.table, report, change(poundsIn(cell.table, report, printedIn(cell.row, cell.at))))
  if (is === printedIn(cell.row, cell.at)) return null
  return { report: withCells(report, [{ cell, printed: is }]), fault: faultAt(cell, kind, is) }
}

const shifted = (random: Random, report: PrintedReport): Planted | null => {
  const places = bodyCells(report).flatMap((cell) =>
    [cell.at - 1, cell.at + 1]
      .filter(
        (at) =>
          cell.table.columns[at] !== undefined && cell.table.columns[at] !== 'TOTAL' && printedIn(cell.row, at) === '',
      )
      .map((to) => ({ cell, to })),
  )
  if (places.length === 0) return null
  const { cell, to } = random.pick(places)
  const printed = printedIn(cell.row, cell.at)
  return {
    report: withCells(report, [
      { cell, printed: '' },
      { cell: { ...cell, at: to }, printed },
    ]),
    fault: { ...faultAt(cell, 'shifted column', printed), column: cell.table.columns[to] ?? '' },
  }
}

const totalsCell = (table: PrintedTable, at: number): CellAt | undefined => {
  const row = table.rows.find(({ isTotal }) => isTotal)
  return row && { table, row, at }
}

const leftOut = (random: Random, report: PrintedReport): Planted | null => {
  const lines = bodyCells(report).filter(({ table }) => table.name === 'expenditure-plan')
  if (lines.length === 0) return null
  const line = random.pick(lines)
  const total = totalsCell(line.table, line.at)
  if (!total) return null
  const pounds = (cell: CellAt) => poundsIn(cell.table, report, printedIn(cell.row, cell.at))
  const printed = amountPrinter('£', report.layout.hasThousandsCommas)(pounds(total) - pounds(line))
  return {
    report: withCells(report, [{ cell: total, printed }]),
    fault: faultAt(line, 'line left out of the total', printedIn(line.row, line.at)),
  }
}

const underAnotherTheme = (random: Random, report: PrintedReport): Planted | null => {
  const { appendix } = report
  const themes = [...new Set(appendix.rows.flatMap(({ theme }) => theme ?? []))]
  const lines = appendix.rows.filter(
    ({ isTotal, isSubtotal, theme }) =>
      !isTotal && !isSubtotal && appendix.rows.filter((other) => other.theme === theme && !other.isSubtotal).length > 1,
  )
  if (themes.length < 2 || lines.length === 0) return null
  const line = random.pick(lines)
  const to = random.pick(themes.filter((theme) => theme !== line.theme))
  const rest = appendix.rows.filter((row) => row !== line)
  const after = rest.findLastIndex(({ theme, isSubtotal }) => theme === to && !isSubtotal) + 1
  return {
    report: withRows(report, 'expenditure-plan', () => [
      ...rest.slice(0, after),
      { ...line, theme: to },
      ...rest.slice(after),
    ]),
    fault: { ...faultAt({ table: appendix, row: line, at: 0 }, 'line under another theme', to), was: line.theme ?? '' },
  }
}

const repeated = (random: Random, report: PrintedReport): Planted | null => {
  const { appendix } = report
  const lines = appendix.rows.filter(({ isTotal, isSubtotal }) => !isTotal && !isSubtotal)
  const line = random.pick(lines)
  const at = appendix.rows.indexOf(line) + 1
  return {
    report: withRows(report, 'expenditure-plan', (rows) => [...rows.slice(0, at), line, ...rows.slice(at)]),
    fault: faultAt(
      { table: appendix, row: line, at: line.amounts.findIndex(([printed]) => printed !== '') },
      'repeated line',
      '',
    ),
  }
}

/** A source that has more than the plan needs, in its line and in every total. */
const otherFunding = (random: Random, report: PrintedReport): Planted | null => {
  const cells = bodyCells(report).filter(({ table }) => table.name === 'funding')
  if (cells.length === 0) return null
  const cell = random.pick(cells)
  const totals = totalsCell(cell.table, cell.at)
  if (!totals) return null
  const more = someAmount(random)
  const printed = (each: CellAt) =>
    printedAs(each.table, report, poundsIn(each.table, report, printedIn(each.row, each.at)) + more)
  const all = [cell, { ...cell, at: 0 }, totals, { ...totals, at: 0 }]
  return {
    report: withCells(
      report,
      all.map((each) => ({ cell: each, printed: printed(each) })),
    ),
    fault: faultAt(cell, 'funding that is not authority', printed(cell)),
  }
}

/** A block that holds more than was given, in its line and in every total. */
const otherPrevious = (random: Random, report: PrintedReport): Planted | null => {
  const table = report.tables.find(({ name }) => name === 'previous-authority')
  const row = table?.rows.find(({ isTotal }) => !isTotal)
  const totals = table && totalsCell(table, 0)
  if (!table || !row || !totals) return null
  const more = someAmount(random)
  const all = [0, 1].flatMap((at): CellAt[] => [
    { table, row, at },
    { ...totals, at },
  ])
  const printed = (each: CellAt) =>
    printedAs(table, report, poundsIn(table, report, printedIn(each.row, each.at)) + more)
  return {
    report: withCells(
      report,
      all.map((each) => ({ cell: each, printed: printed(each) })),
    ),
    fault: faultAt({ table, row, at: 0 }, 'wrong previous block', printed({ table, row, at: 0 })),
  }
}

const cutOff = (random: Random, report: PrintedReport): Planted | null => {
  const { appendix, text } = report
  const total = appendix.rows.find(({ isTotal }) => isTotal)
  const years = text.years.flatMap(({ startYear, printed }) => {
    const at = appendix.columns.indexOf(formatYear(startYear))
    const pounds = total ? poundsIn(appendix, report, printedIn(total, at)) : 0
    const cut = `£${(Math.floor(pounds / 10_000) / 100).toFixed(2)}m`
    return cut === printed || pounds < 10_000 ? [] : [{ startYear, printed, cut }]
  })
  if (years.length === 0) return null
  const { startYear, printed, cut } = random.pick(years)
  return {
    report: {
      ...report,
      text: {
        ...text,
        years: text.years.map((year) => (year.startYear === startYear ? { ...year, printed: cut } : year)),
      },
    },
    fault: { kind: 'figure cut off', table: 'text', row: '3.2', column: formatYear(startYear), was: printed, is: cut },
  }
}

/** `£3,049k` with a point for its comma, or without its `k`; `£1,264,800` with a `k` too many. */
const aThousandfold = (printed: string): string => {
  if (!printed.endsWith('k')) return `${printed}k`
  return printed.includes(',') ? printed.replace(/,(?=\d{3}k$)/, '.') : printed.slice(0, -1)
}

/** In the first paragraph or the last. */
const inText = (
  random: Random,
  report: PrintedReport,
  kind: FaultKind,
  change: (printed: string) => string,
): Planted | null => {
  const at = random.pick([1, 2] as const)
  const was = report.text.asked[at]
  const is = change(was)
  if (is === was) return null
  const asked = report.text.asked.map((printed, index) =>
    index === at ? is : printed,
  ) as PrintedReport['text']['asked']
  return {
    report: { ...report, text: { ...report.text, asked } },
    fault: { kind, table: 'text', row: at === 1 ? '1.1' : '5.1', column: '', was, is },
  }
}
