import { tidy } from './plainText.ts'
import type { ReadCell } from './readDocument.ts'
import { isBlank, type TableGrid, textOf } from './tableGrid.ts'
import type { HeadColumn, TablePart } from './tableHeads.ts'

const themeHead = /^(?:themes?|programme areas?|categor(?:y|ies)|work ?streams?)\b/i
const descriptionHead = /\b(?:objectives?|descriptions?|details?|purpose|aims?)\b/i
const labelHead = /\b(?:schemes?|projects?|initiatives?|items?|lines?)\b/i
const otherHead =
  /^(?:notes?|comments?|ref(?:erence)?s?\.?|no\.?|numbers?|leads?|owners?|status|scheme (?:no\.?|number|ref))$/i

/** Says of the columns without amounts which holds the labels, which the themes and which their descriptions. */
export const withTextRoles = (grid: TableGrid, { body }: TablePart, columns: HeadColumn[]): HeadColumn[] => {
  const firstAmount = columns.find(({ role }) => role === 'amount')?.column ?? grid.columns
  const left = columns.filter((column) => column.role === 'other' && column.column < firstAmount && !isOther(column))
  const filled = left.filter((column) => cellsBelow(grid, body, column).some((cell) => !isBlank(cell)))
  const named = (head: RegExp) => filled.findLast((column) => head.test(tidy(column.head)))
  const isNarrow = filled.length < 2
  const label = (isNarrow ? undefined : named(labelHead)) ?? filled.at(-1)
  return columns.map((column): HeadColumn => {
    if (!left.includes(column)) return column
    const role =
      column === label || !filled.includes(column)
        ? 'label'
        : descriptionHead.test(column.head) && !themeHead.test(column.head)
          ? 'description'
          : 'theme'
    return { ...column, role, confidence: 'read', why: null }
  })
}

const isOther = ({ head }: HeadColumn): boolean => otherHead.test(tidy(head))

const cellsBelow = (grid: TableGrid, body: TablePart['body'], { columns }: HeadColumn): ReadCell[] => {
  const cells = new Set<ReadCell>()
  for (let row = body.from; row < body.to; row += 1) {
    const cell = grid.rows[row]?.[columns[0] ?? 0]
    // A cell over the whole width is a heading of rows, not of this column.
    if (cell && cell.columnSpan < grid.columns && cell.column === columns[0]) cells.add(cell)
  }
  return [...cells]
}

const LONGEST_NAME_WORDS = 8

/** Whether words are a sentence that describes, and not a name. */
const isDescription = (text: string): boolean => {
  const words = tidy(text)
  return words.split(' ').length > LONGEST_NAME_WORDS || /^to [a-z]/i.test(words) || /[.;]$/.test(words)
}

/** A theme and what is said of it, where one cell holds both: in lines, unless they are only broken, or after a dash or colon. */
export const themeInCell = (
  cell: ReadCell,
  isBrokenByWidth: boolean,
): { theme: string | null; description: string | null } => {
  const lines = cell.lines.map(tidy).filter((line) => line !== '')
  const whole = tidy(textOf(cell))
  if (!isDescription(whole)) return { theme: whole, description: null }
  const [first = '', ...rest] = lines
  if (!isBrokenByWidth && rest.length > 0 && !isDescription(first)) return { theme: first, description: rest.join(' ') }
  const divided = /^(.{2,80}?)(?: - |: )(.+)$/.exec(whole)
  const [, name = '', said = ''] = divided ?? []
  return divided && !isDescription(name) ? { theme: name, description: said } : { theme: null, description: whole }
}
