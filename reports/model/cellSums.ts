import { type Pence, sum } from '../../domain/money.ts'
import type { TableCell } from './tableCell.ts'
import type { Adds, TablePart, TableRow } from './tablePart.ts'

/** A cell of a report by what it stands in; rows are unique in a model. */
export interface CellPlace {
  table: TablePart
  rowId: string
  columnId: string
}

/** What a cell is worked out from. */
export interface CellSum {
  plus: CellPlace[]
  minus: CellPlace[]
  /** What the amounts there come to; a word counts as nothing. Pence. */
  amount: Pence
  /** Ids of rows and columns that the report does not have, by which the sum cannot be followed. */
  unknown: string[]
}

export type CellSums = (table: TablePart, row: TableRow, columnId: string) => CellSum | null

/** How the amounts of these tables are worked out; null for one that stands by itself. */
export const cellSums = (tables: readonly TablePart[]): CellSums => {
  const rows = new Map(tables.flatMap((table) => table.rows.map((row) => [row.id, { table, row }] as const)))
  const columns = new Map(tables.map((table) => [table, new Map(table.columns.map(({ id }, at) => [id, at]))]))
  const cellAt = ({ table, rowId, columnId }: CellPlace): TableCell | undefined => {
    const at = columns.get(table)?.get(columnId)
    return at === undefined ? undefined : rows.get(rowId)?.row.cells[at]
  }
  const signed = (places: readonly CellPlace[], sign: 1 | -1): number[] =>
    places.map((place) => {
      const cell = cellAt(place)
      return cell?.kind === 'amount' ? sign * cell.amount : 0
    })

  return (table, row, columnId) => {
    const column = table.columns[columns.get(table)?.get(columnId) ?? -1]
    const byColumns = column?.adds ?? null
    const isAcross = byColumns !== null && (row.adds === null || row.keepsColumnSums === true)
    const adds = isAcross ? byColumns : row.adds
    if (adds === null) return null
    const unknown: string[] = []
    const placesOf = (ids: Adds['plus']): CellPlace[] =>
      ids.flatMap((id) => {
        const place = isAcross
          ? { table, rowId: row.id, columnId: id }
          : { table: rows.get(id)?.table ?? table, rowId: id, columnId }
        if (cellAt(place) !== undefined) return [place]
        unknown.push(id)
        return []
      })
    const [plus, minus] = [placesOf(adds.plus), placesOf(adds.minus)]
    return { plus, minus, amount: sum([...signed(plus, 1), ...signed(minus, -1)]), unknown }
  }
}
