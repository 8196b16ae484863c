import type { MoneyUnit, Pence } from '../../domain/money.ts'
import { type CellSums, cellSums } from '../model/cellSums.ts'
import type { ChartPart } from '../model/chartPart.ts'
import type { ReportModel } from '../model/reportModel.ts'
import { roundingOf } from '../model/roundingOf.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { tablesOf } from '../model/tablesOf.ts'
import { headerRowAfter } from './sheet.ts'
import { sheetName } from './sheetName.ts'
import { linesAbove } from './topLines.ts'

/** A line of a sheet that stands for something of a table, with its row's number. */
export type PlacedLine = { number: number } & (
  | { kind: 'caption' }
  | { kind: 'row'; row: TableRow }
  /** By how much the amounts above fail to add to the row below as shown (R26). */
  | { kind: 'rounding'; of: TableRow; gaps: readonly (Pence | null)[] }
  /** That a column which adds up others agrees with its own sum of rows. */
  | { kind: 'cross-cast'; of: TableRow; columns: string[] }
  | { kind: 'nothing' }
)

export interface PlacedTable {
  table: TablePart
  chart: ChartPart | null
  unit: MoneyUnit
  lines: PlacedLine[]
  rowNumbers: Map<string, number>
}

export interface PlannedSheet {
  name: string
  lines: string[]
  tables: PlacedTable[]
}

export interface SheetPlan {
  sheets: PlannedSheet[]
  sums: CellSums
}

/** Where every row of every table will stand, so that sums can be written before what they add. */
export const sheetPlan = (model: ReportModel, takenNames: Set<string>): SheetPlan => {
  const sums = cellSums(tablesOf(model.parts))
  const hasControls = tablesOf(model.parts).some(({ rows }) => rows.some(({ style }) => style === 'control'))
  const sheets = grouped(model).map((tables): PlannedSheet => {
    const [first] = tables as [GivenTable]
    const isCopy = first.unit !== first.table.unit
    const wanted =
      tables.length > 1
        ? model.heading.title
        : isCopy
          ? `${first.table.name} ${unitName[first.unit]}`
          : first.table.name
    const lines = linesAbove(model.heading, tables.length > 1 ? null : captionOf(first), first.unit)
    let next = headerRowAfter(lines) + 1
    return {
      name: sheetName(wanted, takenNames),
      lines,
      tables: tables.map((given) => {
        const placed = placedTable(given, next, { hasCaption: tables.length > 1, hasControls })
        next = (placed.lines.at(-1)?.number ?? next) + 2
        return placed
      }),
    }
  })
  return { sheets, sums }
}

/** What is said of a table that has a sheet of its own. */
const captionOf = ({ table, chart }: GivenTable) => ({
  caption: table.caption,
  exempt: table.exempt ?? chart?.exempt ?? null,
})

const unitName: Record<MoneyUnit, string> = { '£': 'whole pounds', '£000': '£000', '£m': '£m' }

type GivenTable = Pick<PlacedTable, 'table' | 'chart' | 'unit'>

/** Tables that follow each other with the same columns stand on one sheet, one under the other. */
function grouped({ parts }: ReportModel): GivenTable[][] {
  const given = parts.flatMap((part): GivenTable[] => {
    if (part.kind === 'chart') return [{ table: part.table, chart: part, unit: part.table.unit }]
    return part.kind === 'table' ? [{ table: part, chart: null, unit: part.unit }] : []
  })
  const groups: GivenTable[][] = []
  for (const one of given) {
    const last = groups.at(-1)
    if (last !== undefined && isAlike(last[0] as GivenTable, one)) last.push(one)
    else groups.push([one])
  }
  return groups.flatMap((group) => [group, ...copiesOf(group)])
}

const copiesOf = (group: GivenTable[]): GivenTable[][] => {
  const unit = group[0]?.table.alsoIn
  return unit === undefined || unit === group[0]?.unit ? [] : [group.map((given) => ({ ...given, chart: null, unit }))]
}

function isAlike(one: GivenTable, other: GivenTable): boolean {
  if (one.chart !== null || other.chart !== null || one.unit !== other.unit) return false
  if (one.table.exempt !== null || other.table.exempt !== null) return false
  const columnsOf = ({ table }: GivenTable) =>
    JSON.stringify(table.columns.map(({ id, kind, unit }) => [id, kind, unit]))
  return columnsOf(one) === columnsOf(other)
}

interface Placing {
  hasCaption: boolean
  hasControls: boolean
}

function placedTable(given: GivenTable, first: number, { hasCaption, hasControls }: Placing): PlacedTable {
  const { table, unit } = given
  const lines: PlacedLine[] = []
  const rowNumbers = new Map<string, number>()
  let number = first
  const crossCasts = hasControls ? crossCastColumns(table) : []
  if (hasCaption) lines.push({ kind: 'caption', number: number++ })
  const shown = { ...table, unit }
  for (const row of table.rows) {
    const gaps = roundingOf(shown, row)
    if (gaps !== null) lines.push({ kind: 'rounding', of: row, gaps, number: number++ })
    rowNumbers.set(row.id, number)
    lines.push({ kind: 'row', row, number: number++ })
  }
  const total = table.rows.findLast(({ style, adds }) => style === 'total' && adds !== null)
  if (total !== undefined && crossCasts.length > 0) {
    lines.push({ kind: 'cross-cast', of: total, columns: crossCasts, number: number++ })
  }
  if (table.rows.length === 0) lines.push({ kind: 'nothing', number: number++ })
  return { ...given, lines, rowNumbers }
}

/** The columns that only add up others. */
const crossCastColumns = ({ columns }: TablePart): string[] =>
  columns.flatMap(({ id, adds }) => (adds !== null && adds.plus.length > 1 && adds.minus.length === 0 ? [id] : []))
