import { columnHolds, type ReportColumn, type StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, sum } from '../money.ts'
import type { Cell } from '../portfolio/cell.ts'
import { hasLines, totalOf } from '../portfolio/standing.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { outturnBySource } from './outturnBySource.ts'

/** What a year is forecast to come to; null where nobody has said. Pence. */
export interface YearOutturn {
  startYear: StartYear
  outturn: Pence | null
}

/** What a scheme is forecast to come to, and what is left of its plan, by report column and source. */
export interface OutlookRow {
  kind: 'forecast' | 'left'
  /** One for each column. */
  cells: Cell[]
  /** The same by source; a null source is not stated. */
  bySource: { sourceId: Id | null; cells: Cell[] }[]
}

/**
 * The forecast of each year beside the levels of the ledger, by source as far as it is known, and what is
 * left: the plan less what is committed and spent. Pence.
 */
export const schemeOutlook = (
  own: readonly BalanceLine[],
  outturns: readonly YearOutturn[],
  columns: readonly ReportColumn[],
): OutlookRow[] => {
  const sources = [...new Set(own.map((line) => line.sourceId))]
  const known = outturns.flatMap(({ startYear, outturn }) => (outturn === null ? [] : [{ startYear, outturn }]))
  const ofYear = (year: StartYear) => own.filter((line) => line.startYear === year)
  const shared = new Map(
    known.map(({ startYear, outturn }) => [startYear, outturnBySource(ofYear(startYear), outturn)]),
  )
  const forecastIn = (column: ReportColumn, amountOf: (year: (typeof known)[number]) => Pence | undefined): Cell => {
    const amounts = known.flatMap((year) => (columnHolds(column, year.startYear) ? [amountOf(year) ?? null] : []))
    const given = amounts.filter((amount) => amount !== null)
    return given.length === 0 ? { kind: 'none' } : { kind: 'amount', amount: sum(given), isDerived: true }
  }
  const leftIn = (lines: readonly BalanceLine[], column: ReportColumn): Cell => {
    const holds = (year: StartYear) => columnHolds(column, year)
    if (!hasLines(lines, 'plan', holds)) return { kind: 'none' }
    const amount = sum([
      totalOf(lines, 'plan', holds),
      -totalOf(lines, 'commitment', holds),
      -totalOf(lines, 'actual', holds),
    ])
    return { kind: 'amount', amount, isDerived: true }
  }
  const inColumns = (cellOf: (column: ReportColumn) => Cell) => columns.map(cellOf)
  const bySource = (cellOf: (sourceId: Id | null, column: ReportColumn) => Cell) =>
    sources
      .map((sourceId) => ({ sourceId, cells: inColumns((column) => cellOf(sourceId, column)) }))
      .filter(({ cells }) => cells.some(({ kind }) => kind === 'amount'))
  return [
    {
      kind: 'forecast',
      cells: inColumns((column) => forecastIn(column, ({ outturn }) => outturn)),
      bySource: bySource((sourceId, column) =>
        forecastIn(column, ({ startYear }) => shared.get(startYear)?.get(sourceId)),
      ),
    },
    {
      kind: 'left',
      cells: inColumns((column) => leftIn(own, column)),
      bySource: bySource((sourceId, column) =>
        leftIn(
          own.filter((line) => line.sourceId === sourceId),
          column,
        ),
      ),
    },
  ]
}
