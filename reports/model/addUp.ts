import type { Pence } from '../../domain/money.ts'
import { cellSums } from './cellSums.ts'
import type { Part } from './reportModel.ts'
import { tablesOf } from './tablesOf.ts'

/** An amount that is not what its sum says. */
export interface Miss {
  table: string
  row: string
  column: string
  stands: Pence
  /** What its rows or columns come to. */
  adds: Pence
  /** Rows and columns of its sum that the report does not have. */
  unknown: string[]
}

/** Every amount of a report that differs from what `adds` says, or whose sum cannot be followed; none if it adds up. */
export const addUp = (parts: readonly Part[]): Miss[] => {
  const tables = tablesOf(parts)
  const sumOf = cellSums(tables)
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap(({ id: column, kind }, at): Miss[] => {
        const cell = row.cells[at]
        if (kind !== 'amount' || cell?.kind !== 'amount') return []
        const found = sumOf(table, row, column)
        if (found === null || (found.amount === cell.amount && found.unknown.length === 0)) return []
        return [
          { table: table.id, row: row.id, column, stands: cell.amount, adds: found.amount, unknown: found.unknown },
        ]
      }),
    ),
  )
}
