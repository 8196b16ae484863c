import { amountLooks } from './amountLooks.ts'
import { needsOf, widthOf } from './columnWidths.ts'
import { roomAcross } from './pageRoom.ts'
import type { TablePart } from './tablePart.ts'

/** A table, or some of the columns of one that is too wide for any page, with the size of its letters in points. */
export interface TablePiece {
  table: TablePart
  points: number
  /** Whether it stands on a turned page in an upright report. */
  isWide: boolean
}

const SIZES = [9, 8, 7] as const
/** Of the letters where several tables have the room of one. */
const IN_PIECES = 8

/**
 * The smallest change that makes a table fit: smaller letters, then a turned page, and then several tables below each other,
 * each with the columns that name its rows.
 */
export const tablePieces = (table: TablePart, isLandscape: boolean): TablePiece[] => {
  const least = needsOf(table, amountLooks(table)).map((need) => need.least)
  const fits = (columns: readonly number[], points: number, across: number) =>
    columns.reduce((all, at) => all + widthOf(least[at] ?? 0, points), 0) <= across
  const all = [...table.columns.keys()]
  for (const isWide of isLandscape ? [false] : [false, true]) {
    const points = SIZES.find((size) => fits(all, size, roomAcross(isLandscape || isWide)))
    if (points !== undefined) return [{ table, points, isWide }]
  }
  const across = roomAcross(true)
  const naming = namingColumns(table)
  const groups: number[][] = []
  for (const at of all.slice(naming.length)) {
    const last = groups.at(-1)
    if (last && fits([...naming, ...last, at], IN_PIECES, across)) last.push(at)
    else groups.push([at])
  }
  return groups.map((group, index) => ({
    table: withColumns(table, [...naming, ...group], index === groups.length - 1),
    points: IN_PIECES,
    isWide: !isLandscape,
  }))
}

/** The columns of words at its beginning by which a row is known, at most four. */
const namingColumns = ({ columns }: TablePart): number[] => {
  const first = columns.findIndex(({ kind }) => kind !== 'text')
  return [...columns.keys()].slice(0, Math.max(1, Math.min(4, first < 0 ? columns.length : first)))
}

/** Notes stand under the last of its parts alone. */
const withColumns = (table: TablePart, places: readonly number[], isLast: boolean): TablePart => ({
  ...table,
  columns: places.flatMap((at) => table.columns.slice(at, at + 1)),
  rows: table.rows
    .filter(({ style }) => isLast || style !== 'note')
    .map((row) => ({ ...row, cells: places.flatMap((at) => row.cells.slice(at, at + 1)) })),
  notes: isLast ? table.notes : [],
})
