import type { MoneyUnit } from '../../domain/money.ts'
import type { CellPlace } from '../model/cellSums.ts'
import { letterOf, sheetReference } from './address.ts'

/** Where a cell stands; `sheet` is null on the sheet of the formula itself. */
export interface Spot {
  sheet: string | null
  column: number
  row: number
}

export type Locate = (place: CellPlace) => Spot

/** A spreadsheet takes no longer formula, and no more arguments of one function. */
const LONGEST = 8_000
const MOST_ARGUMENTS = 200

/** The live sum of cells less others; null for one that no spreadsheet would take. Words count as nothing. */
export const sumFormula = (plus: readonly Spot[], minus: readonly Spot[]): string | null => {
  const [added, taken] = [sums(plus), sums(minus)]
  // Cells hold fractions of a pound in binary, of which a difference may leave a trace.
  const formula = taken === '' ? added || '0' : `ROUND(${added || '0'}-${taken.replaceAll('+SUM', '-SUM')},2)`
  return formula.length > LONGEST ? null : formula
}

const sums = (spots: readonly Spot[]): string => {
  const ranges = rangesOf(spots)
  const count = Math.ceil(ranges.length / MOST_ARGUMENTS)
  return Array.from({ length: count }, (_, at) => {
    const some = ranges.slice(at * MOST_ARGUMENTS, (at + 1) * MOST_ARGUMENTS)
    return `SUM(${some.map(rangeText).join(',')})`
  }).join('+')
}

/** Shown cells less their parts as shown; reads each cell of a range by itself, words as nothing. */
export const roundingFormula = (
  total: Spot,
  plus: readonly Spot[],
  minus: readonly Spot[],
  unit: MoneyUnit,
): string | null => {
  const digits = decimals[unit]
  const part = (range: Range) => {
    const text = rangeText(range)
    return `SUM(IF(ISNUMBER(${text}),ROUND(${text},${digits}),0))`
  }
  const formula = [
    `ROUND(ROUND(${rangeText({ ...total, toColumn: total.column, toRow: total.row })},2),${digits})`,
    ...rangesOf(plus).map((range) => `-${part(range)}`),
    ...rangesOf(minus).map((range) => `+${part(range)}`),
  ].join('')
  return formula.length > LONGEST ? null : formula
}

/** For ROUND: of the last digit that the unit shows. */
const decimals: Record<MoneyUnit, number> = { '£': 0, '£000': -2, '£m': -4 }

interface Range extends Spot {
  toColumn: number
  toRow: number
}

/** Cells that follow each other downwards or to the right as one range. */
function rangesOf(spots: readonly Spot[]): Range[] {
  const ranges: Range[] = []
  for (const spot of spots) {
    const last = ranges.at(-1)
    const isSameSheet = last?.sheet === spot.sheet
    if (
      last &&
      isSameSheet &&
      last.column === last.toColumn &&
      spot.column === last.column &&
      spot.row === last.toRow + 1
    ) {
      last.toRow = spot.row
    } else if (
      last &&
      isSameSheet &&
      last.row === last.toRow &&
      spot.row === last.row &&
      spot.column === last.toColumn + 1
    ) {
      last.toColumn = spot.column
    } else {
      ranges.push({ ...spot, toColumn: spot.column, toRow: spot.row })
    }
  }
  return ranges
}

function rangeText({ sheet, column, row, toColumn, toRow }: Range): string {
  const first = `${letterOf(column)}${row}`
  const last = `${letterOf(toColumn)}${toRow}`
  return `${sheet === null ? '' : `${sheetReference(sheet)}!`}${first === last ? first : `${first}:${last}`}`
}
