import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { MoneyUnit, Pence } from '../../domain/money.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Part, Run } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'

export const textRun = (text: string): Run => ({ kind: 'text', text, isStrong: false })
export const strongRun = (text: string): Run => ({ kind: 'text', text, isStrong: true })

export const headingPart = (id: string, level: 1 | 2 | 3, text: string, number: string | null = null): Part => ({
  kind: 'heading',
  id,
  level,
  number,
  text,
})

/** A paragraph of one text, or of pieces. */
export const paragraphPart = (id: string, words: string | Run[], number: string | null = null): Part => ({
  kind: 'paragraph',
  id,
  number,
  runs: typeof words === 'string' ? [textRun(words)] : words,
  exempt: null,
})

export const listPart = (id: string, items: readonly (string | Run[])[], isOrdered = false): Part => ({
  kind: 'list',
  id,
  isOrdered,
  items: items.map((item) => (typeof item === 'string' ? [textRun(item)] : item)),
  exempt: null,
})

/** Names with values; the ones without a value say so. */
export const factsPart = (id: string, facts: readonly (readonly [name: string, value: string | null])[]): Part => ({
  kind: 'facts',
  id,
  facts: facts.map(([name, value]) => ({ name, value: value || 'Not recorded' })),
  exempt: null,
})

export const pageBreak = (id: string): Part => ({ kind: 'page-break', id })

/** The parts of one document of several, each with its name in front of its ids. */
export const underName = (name: string, parts: readonly Part[]): Part[] =>
  parts.map((part): Part => {
    if (part.kind !== 'table') return { ...part, id: `${name}/${part.id}` }
    const named = (id: string) => `${name}/${id}`
    const rows = part.rows.map((row) => ({
      ...row,
      id: named(row.id),
      adds: row.adds && { plus: row.adds.plus.map(named), minus: row.adds.minus.map(named) },
    }))
    return { ...part, id: named(part.id), rows }
  })

/** The parts, each kept from the public as a whole; headings stay, so that the public sees what is left out. */
export const keptFromPublic = (parts: readonly Part[], exempt: Exempt | null): Part[] =>
  exempt === null ? [...parts] : parts.map((part) => ('exempt' in part ? { ...part, exempt } : part))

type ColumnGiven = Pick<TableColumn, 'id' | 'label' | 'kind'> & Partial<TableColumn>

export const tableColumn = (column: ColumnGiven): TableColumn => ({
  unit: null,
  adds: null,
  meaning: column.label,
  source: '',
  ...column,
})

export const tableRow = (id: string, cells: TableCell[], rest: Partial<TableRow> = {}): TableRow => ({
  id,
  style: 'plain',
  cells,
  adds: null,
  exempt: null,
  ...rest,
})

export const tablePart = (
  table: Pick<TablePart, 'id' | 'caption' | 'rows'> & { columns: ColumnGiven[] } & Partial<Omit<TablePart, 'columns'>>,
): TablePart => ({
  kind: 'table',
  name: table.caption,
  unit: '£' satisfies MoneyUnit,
  notes: [],
  exempt: null,
  ...table,
  columns: table.columns.map(tableColumn),
})

export const amountOrNone = (amount: Pence | null): TableCell =>
  amount === null ? { kind: 'not-recorded' } : { kind: 'amount', amount }

export const dayCell = (day: CalendarDay | null): TableCell =>
  day === null ? { kind: 'not-recorded' } : { kind: 'day', day }

/** Words, or that nothing is recorded. */
export const wordsCell = (text: string | null): TableCell => (text ? textCell(text) : { kind: 'not-recorded' })

export const dayInWords = (day: CalendarDay | null): string | null => (day === null ? null : formatDay(day))
