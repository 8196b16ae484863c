import { csvFile, csvText } from '../domain/csv.ts'
import { formatPlain } from '../domain/money.ts'
import { type Cell, wordOf } from './cell.ts'
import { OPEN_TO_ALL } from './heading.ts'

/** A table of a report: text of the user or the product, whole numbers, and amounts or the words in their place. */
export interface Table {
  header: string[]
  rows: (string | number | Cell)[][]
}

/** A table as a CSV file: amounts in pounds and pence without separators, text that no program runs as a formula. */
export const toCsv = ({ header, rows }: Table): Uint8Array =>
  csvFile([header, ...rows].map((fields) => fields.map(fieldText)))

/** A CSV has no heading that could say it, so each of its rows does. */
export const openToAll = ({ header, rows }: Table): Table => ({
  header: [...header, 'Sign-in'],
  rows: rows.map((row) => [...row, OPEN_TO_ALL]),
})

const fieldText = (field: string | number | Cell): string => {
  if (typeof field === 'string') return csvText(field)
  if (typeof field === 'number') return String(field)
  return field.kind === 'amount' ? formatPlain(field.amount) : wordOf(field)
}
