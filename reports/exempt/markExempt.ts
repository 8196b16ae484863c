import { fail } from '../../domain/errors.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import { type ExemptMark, lacksOfExemption } from '../../domain/report/exemptMark.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'

/**
 * The report with what somebody marked as exempt. A mark on a heading reaches all that stands under it. Throws
 * `exemption-incomplete` (R29), and `not-found` for a mark on what the report does not have, so that nothing is
 * published because a row has moved.
 */
export const markExempt = (model: ReportModel, marks: readonly ExemptMark[]): ReportModel => ({
  ...model,
  parts: marks.reduce(withMark, model.parts),
})

/** The marks on what the report does not have. */
export const lostMarks = ({ parts }: ReportModel, marks: readonly ExemptMark[]): ExemptMark[] =>
  marks.filter((mark) => !hasTarget(parts, mark))

const withMark = (parts: Part[], mark: ExemptMark): Part[] => {
  const lacks = lacksOfExemption(mark)
  if (lacks.length > 0) fail('exemption-incomplete', { part: mark.part, lacks })
  if (!hasTarget(parts, mark)) fail('not-found', { entity: 'exemptPart', id: mark.row ?? mark.part })
  const exempt: Exempt = { paragraph: mark.paragraph, publicInterest: mark.publicInterest }
  const under = partsUnder(parts, mark.part)
  return parts.map((part) => {
    if (under.has(part.id)) return wholly(part, exempt)
    if (part.id !== mark.part) return part
    if (mark.row === null && mark.column === null) return wholly(part, exempt)
    if (part.kind === 'table') return withinTable(part, mark, exempt)
    return part.kind === 'chart' ? { ...part, table: withinTable(part.table, mark, exempt) } : part
  })
}

const wholly = (part: Part, exempt: Exempt): Part =>
  part.kind === 'heading' || part.kind === 'page-break' ? part : { ...part, exempt }

const withinTable = (table: TablePart, mark: ExemptMark, exempt: Exempt): TablePart => ({
  ...table,
  rows: table.rows.map((row) => (mark.row === null || row.id === mark.row ? withinRow(row, mark.column, exempt) : row)),
})

const withinRow = (row: TableRow, column: string | null, exempt: Exempt): TableRow => {
  if (column === null) return { ...row, exempt }
  if (row.style === 'band' || row.style === 'note') return row
  const others = (row.exemptCells ?? []).filter((each) => each.column !== column)
  return { ...row, exemptCells: [...others, { column, exempt }] }
}

const hasTarget = (parts: readonly Part[], { part: id, row, column }: ExemptMark): boolean => {
  const part = parts.find((each) => each.id === id)
  if (part === undefined || part.kind === 'page-break') return false
  if (row === null && column === null) return true
  const table = part.kind === 'table' ? part : part.kind === 'chart' ? part.table : null
  return (
    table !== null &&
    (row === null || table.rows.some((each) => each.id === row)) &&
    (column === null || table.columns.some((each) => each.id === column))
  )
}

/** The ids of what stands under a heading, to the next one of its level or above; none for any other part. */
const partsUnder = (parts: readonly Part[], id: string): Set<string> => {
  const from = parts.findIndex((part) => part.id === id)
  const heading = parts[from]
  if (heading?.kind !== 'heading') return new Set()
  const rest = parts.slice(from + 1)
  const end = rest.findIndex((part) => part.kind === 'heading' && part.level <= heading.level)
  return new Set((end === -1 ? rest : rest.slice(0, end)).map((part) => part.id))
}
