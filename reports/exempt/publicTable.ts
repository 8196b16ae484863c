import type { Exempt } from '../../domain/report/exempt.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { Adds, TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { labelOfRow } from './amountsOfReport.ts'
import { exemptNote, exemptRowWords, WITHHELD, withheldNote } from './exemptWords.ts'

type IsWithheld = (row: number, column: number) => boolean

/** A table as the public reads it: in place of exempt cells the word, and notes with the reasons. */
export const publicTable = (table: TablePart, isWithheld: IsWithheld): TablePart => {
  const { columns, rows, notes } = table
  // The id of a thing would name it.
  const shown = rows.map((row, at) =>
    row.exempt === null
      ? { ...withoutExemptCells(row), cells: publicCells(row, columns, (column) => isWithheld(at, column)) }
      : { ...exemptRow(row, row.exempt), id: `${table.id}/exempt-${at + 1}` },
  )
  const isKept = shown.map((row, at) => !isIntact(row, rows[at]))
  return {
    ...table,
    columns: columns.map((column) => ({ ...column, adds: stillAdds(column, table, isKept) })),
    rows: shown,
    notes: [...notes, ...reasonsOf(rows).map(exemptNote), ...withheldNotes(table, isWithheld)],
  }
}

/** Whether a row shows all that it shows in full. */
export const isIntact = (shown: TableRow, full: TableRow | undefined): boolean =>
  shown.id === full?.id && shown.cells.every((cell, at) => cell === full.cells[at])

const withoutExemptCells = ({ exemptCells: _, ...row }: TableRow): TableRow => row

const exemptRow = (row: TableRow, exempt: Exempt): TableRow => {
  const hasWords = row.style === 'band' || row.style === 'note'
  return {
    ...withoutExemptCells(row),
    exempt: null,
    cells: row.cells.map((_, at): TableCell => {
      if (at === 0) return { kind: 'text', text: exemptRowWords(exempt) }
      return { kind: hasWords ? 'blank' : 'exempt' }
    }),
  }
}

/** A share beside an amount that is kept would tell the amount. */
const publicCells = (row: TableRow, columns: readonly TableColumn[], isWithheld: (column: number) => boolean) => {
  const isExempt = (column: number) => row.exemptCells?.some((each) => each.column === columns[column]?.id) ?? false
  const keepsShares = columns.some(({ kind }, at) => kind === 'amount' && (isExempt(at) || isWithheld(at)))
  return row.cells.map((cell, at): TableCell => {
    if (isExempt(at)) return { kind: 'exempt' }
    return isWithheld(at) || (keepsShares && cell.kind === 'percent') ? { kind: 'text', text: WITHHELD } : cell
  })
}

/** The sum across, unless a row shows it beside a part that is kept: its formula would come to something else. */
const stillAdds = (
  { id, adds }: TableColumn,
  { columns, rows }: TablePart,
  isKept: readonly boolean[],
): Adds | null => {
  if (adds === null) return null
  const at = columns.findIndex((column) => column.id === id)
  const isBroken = rows.some((row, rowAt) => isKept[rowAt] && row.exempt === null && row.cells[at]?.kind === 'amount')
  return isBroken ? null : adds
}

const reasonsOf = (rows: readonly TableRow[]): Exempt[] => {
  const all = rows.flatMap(({ exempt, exemptCells = [] }) => [
    ...(exempt === null ? [] : [exempt]),
    ...exemptCells.map((cell) => cell.exempt),
  ])
  return [...new Map(all.map((exempt) => [JSON.stringify([exempt.paragraph, exempt.publicInterest]), exempt])).values()]
}

const withheldNotes = ({ columns, rows }: TablePart, isWithheld: IsWithheld): string[] => {
  const named = rows.flatMap((row, at) => {
    const labels = columns.filter((_, column) => isWithheld(at, column)).map(({ label }) => label)
    return labels.length === 0 ? [] : [`“${labelOfRow(row)}” in ${labels.join(', ')}`]
  })
  return named.length === 0 ? [] : [withheldNote(named)]
}
