import { cellAt, type ExtractRow } from './extractRow.ts'
import type { Mapping } from './mapping.ts'

const holdsTotal = /total/i
const totalAlone = /^(?:sub|grand|report|overall|page|running|carried|programme|ledger)?[\s-]*totals?:?$/i
const totalOf = /^(?:(?:sub|grand)[\s-]*)?totals?\s+(?:for|of)\b|\S\s+(?:sub[\s-]?|grand )?totals?:?$/i

/** A row that a finance system or Excel adds up for the reader: it says so, and has neither a reference nor a day of its own. */
export const isSubtotal = (row: ExtractRow, { columns }: Pick<Mapping, 'columns'>): boolean => {
  const saysTotal = ({ kind, text }: { kind: string; text: string }, pattern: RegExp) =>
    kind === 'text' && holdsTotal.test(text) && pattern.test(text.trim())
  const isOwn = (column: number | null) => {
    if (column === null) return false
    const cell = cellAt(row, column)
    return cell.kind !== 'blank' && !saysTotal(cell, totalAlone) && !saysTotal(cell, totalOf)
  }
  if (isOwn(columns.postedOn) || columns.ledgerRef.some(isOwn)) return false
  const labels = [...columns.ledgerRef, ...columns.costCode]
  // A supplier may be called so; only where a row is labelled does `Total` before or behind other words count.
  return (
    row.cells.some((cell) => saysTotal(cell, totalAlone)) ||
    labels.some((column) => saysTotal(cellAt(row, column), totalOf)) ||
    row.cells.some((cell) => saysTotal(cell, /^(?:sub[\s-]?|grand )totals?\b|^totals?\s+(?:for|of)\b/i))
  )
}
