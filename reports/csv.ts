import { csvFile, csvText } from '../domain/csv.ts'
import { formatPlain } from '../domain/money.ts'
import { type Cell, wordOf } from './cell.ts'

/** A table of a report: text of the user or the product, whole numbers, and amounts or the words in their place. */
export interface Table {
  header: string[]
  rows: (string | number | Cell)[][]
}

/** A table as a CSV file: amounts in pounds and pence without separators, text that no program runs as a formula. */
export const toCsv = ({ header, rows }: Table): Uint8Array =>
  csvFile([header, ...rows].map((fields) => fields.map(fieldText)))

const fieldText = (field: string | number | Cell): string => {
  if (typeof field === 'string') return csvText(field)
  if (typeof field === 'number') return String(field)
  return field.kind === 'amount' ? formatPlain(field.amount) : wordOf(field)
}
