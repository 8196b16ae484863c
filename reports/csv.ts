import { formatPlain } from '../domain/money.ts'
import { type Cell, wordOf } from './cell.ts'

/** A table of a report: text of the user or the product, whole numbers, and amounts or the words in their place. */
export interface Table {
  header: string[]
  rows: (string | number | Cell)[][]
}

/** UTF-8 with BOM after RFC 4180: amounts in pounds and pence without separators, text that no program runs as a formula. */
export const toCsv = ({ header, rows }: Table): Uint8Array => {
  const lines = [header, ...rows].map((fields) => fields.map((field) => quoted(fieldText(field))).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`)
}

// Spreadsheets take a cell that begins so for a formula; some fold full-width signs, and some skip a tab or a null first.
const formulaStart = /^[=+\-@\t\r\0＝＋－＠]/

const fieldText = (field: string | number | Cell): string => {
  if (typeof field === 'string') return formulaStart.test(field) ? `'${field}` : field
  if (typeof field === 'number') return String(field)
  return field.kind === 'amount' ? formatPlain(field.amount) : wordOf(field)
}

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
