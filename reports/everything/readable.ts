import { formatYear } from '../../domain/financialYear.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { EverythingTable, Value } from './everything.ts'

/** A cell as people read it: text, a whole number, or money. */
export type ReadableValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'money'; amount: Pence }
  | null

export interface ReadableColumn {
  heading: string
  /** Short is a day, a year, or yes and no. */
  kind: 'text' | 'short' | 'number' | 'money'
}

/** A table with headings in words, money in pounds, years as people write them, and a name beside each id that has one. */
export interface ReadableTable {
  name: string
  title: string
  columns: ReadableColumn[]
  rows: () => Iterable<ReadableValue[]>
}

interface Reader extends ReadableColumn {
  read: (row: Value[]) => ReadableValue
}

export const readable = (table: EverythingTable, nameOf: (id: string) => string | undefined): ReadableTable => {
  const readers = table.columns.flatMap((column, at) => readersOf(column, at, nameOf))
  return {
    name: table.name,
    title: titles[table.name] ?? inWords(table.name),
    columns: readers.map(({ heading, kind }) => ({ heading, kind })),
    *rows() {
      for (const row of table.rows()) yield readers.map(({ read }) => read(row))
    },
  }
}

/** In the order in which a person looks for them; tables that are not named here come after. */
const titles: Record<string, string> = {
  programme: 'Programme',
  organisation: 'Organisations',
  theme: 'Themes',
  scheme: 'Schemes',
  theme_membership: 'Schemes by theme',
  case_status: 'Business case statuses',
  funding_source: 'Funding sources',
  decision: 'Decisions',
  year_status: 'Financial years',
  holiday_edit: 'Bank holiday changes',
  movement: 'Movements',
  entry: 'Entries',
  balance: 'Balances',
  finding: 'Checks dealt with',
  stated_document: 'Documents',
  stated_figure: 'Printed figures',
  stated_claim: 'Printed claims',
  document_reading: 'Documents read',
  forecast: 'Forecasts',
  highlight_report: 'Highlight reports',
  scoring_criteria: 'Scoring criteria',
  pipeline_candidate: 'Pipeline',
  period_status: 'Periods',
  underspend: 'Underspends',
  year_end: 'Year ends',
  report_draft: 'Reports being written',
  issued_report: 'Issued reports',
  event: 'Events',
  event_row: 'Things by event',
}

export const inReadingOrder = (tables: readonly EverythingTable[]): EverythingTable[] => {
  const order = Object.keys(titles)
  const place = ({ name }: EverythingTable) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...tables].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
}

const readersOf = (column: string, at: number, nameOf: (id: string) => string | undefined): Reader[] => {
  const own: Reader = {
    heading: headingOf(column),
    kind: kindOf(column),
    read: (row) => cellOf(column, row[at] ?? null),
  }
  if (!column.endsWith('_id')) return [own]
  const name: Reader = {
    heading: inWords(column.slice(0, -3)),
    kind: 'text',
    read: (row) => {
      const id = row[at]
      const known = typeof id === 'string' ? nameOf(id) : undefined
      return known === undefined ? null : { kind: 'text', text: known }
    },
  }
  return [name, own]
}

const kindOf = (column: string): ReadableColumn['kind'] => {
  if (column.endsWith('_pence')) return 'money'
  if (/(^|_)(seq|revision|sort|shape|count|period|bp|years)$/.test(column)) return 'number'
  return /^is_|_on$|^(start|end)_year$/.test(column) ? 'short' : 'text'
}

const cellOf = (column: string, value: Value): ReadableValue => {
  if (value === null) return null
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (column.endsWith('_pence')) return { kind: 'money', amount: pence(value) }
  if (/^(start|end)_year$/.test(column)) return { kind: 'text', text: formatYear(value) }
  if (column.startsWith('is_')) return { kind: 'text', text: value === 1 ? 'yes' : 'no' }
  return { kind: 'number', number: value }
}

const headingOf = (column: string): string => {
  if (column === 'start_year') return 'Financial year'
  if (column === 'end_year') return 'Last financial year'
  if (column.endsWith('_pence')) return `${inWords(column.slice(0, -6))}, £`
  if (column.endsWith('_bp')) return `${inWords(column.slice(0, -3))}, hundredths of a per cent`
  return inWords(column.replace(/_json$/, '').replace(/^is_/, ''))
}

export const inWords = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
