import type { Exempt } from '../../../../domain/report/exempt.ts'
import type { ExemptMark } from '../../../../domain/report/exemptMark.ts'
import type { Part, ReportModel } from '../../../../reports/model/reportModel.ts'
import type { TablePart, TableRow } from '../../../../reports/model/tablePart.ts'
import { wordsOfRuns } from '../../../../reports/model/wordsOfRuns.ts'

/** What of a report can be kept from the public, in its order. */
export interface Markable {
  part: string
  row: string | null
  /** Of a table one column, or with a row one cell; those are listed where they are marked. */
  column: string | null
  kind: Part['kind'] | 'row' | 'column' | 'cell'
  /** The beginning of what it says. */
  label: string
  exempt: Exempt | null
  /** What of it can be kept alone: the columns of a table, the cells of a row. */
  columns: { id: string; label: string }[]
}

/** Rows of one table that are offered; a longer table is exempt as a whole. */
const MOST_ROWS = 200
/** In characters. */
const LONGEST_LABEL = 120

export const markable = ({ parts }: ReportModel, marks: readonly ExemptMark[]): Markable[] =>
  parts.flatMap((part) => markableIn(part, marks))

const markableIn = (part: Part, marks: readonly ExemptMark[]): Markable[] => {
  const head = (label: string, exempt: Exempt | null): Markable => ({
    part: part.id,
    row: null,
    column: null,
    kind: part.kind,
    label: cut(label),
    exempt,
    columns: [],
  })
  switch (part.kind) {
    case 'page-break':
      return []
    case 'heading':
      return [head(part.text, null)]
    case 'paragraph':
      return [head(wordsOfRuns(part.runs), part.exempt)]
    case 'list':
      return [head(part.items.map(wordsOfRuns).join('; '), part.exempt)]
    case 'facts':
      return [head(part.facts.map(({ name, value }) => `${name}: ${value}`).join('; '), part.exempt)]
    case 'chart':
      return withinTable(head(part.headline, part.exempt), part.table, marks)
    case 'table':
      return withinTable(head(part.caption, part.exempt), part, marks)
  }
}

const withinTable = (head: Markable, { columns, rows }: TablePart, marks: readonly ExemptMark[]): Markable[] => {
  const offered = columns.map(({ id, label }, at) => ({ id, label: label || `Column ${at + 1}` }))
  const own = marks.filter(({ part }) => part === head.part)
  const ofColumns = offered.flatMap(({ id, label }): Markable[] => {
    const mark = own.find(({ row, column }) => row === null && column === id)
    return mark ? [{ ...head, column: id, kind: 'column', label, exempt: reasonsOf(mark) }] : []
  })
  const ofRows = rows.slice(0, MOST_ROWS).flatMap((row): Markable[] => {
    const hasCells = row.style !== 'band' && row.style !== 'note'
    const label = labelOf(row)
    const line: Markable = {
      ...head,
      row: row.id,
      kind: 'row',
      label: cut(label),
      exempt: row.exempt,
      columns: hasCells ? offered : [],
    }
    const cells = (row.exemptCells ?? [])
      .filter(({ column }) => !ofColumns.some((each) => each.column === column))
      .map(({ column, exempt }): Markable => {
        const of = offered.find(({ id }) => id === column)?.label ?? ''
        return { ...line, column, kind: 'cell', label: cut(`${label}: ${of}`), exempt, columns: [] }
      })
    return [line, ...cells]
  })
  return [{ ...head, columns: offered }, ...ofColumns, ...ofRows]
}

const cut = (label: string): string => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label)

const reasonsOf = ({ paragraph, publicInterest }: ExemptMark): Exempt => ({ paragraph, publicInterest })

const labelOf = ({ cells }: TableRow): string =>
  cells
    .flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
    .slice(0, 2)
    .join(', ')
