import type { MoneyUnit } from '../../../domain/money.ts'
import { editableText } from '../editableText.ts'
import type { CellRange } from './cellRange.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'

interface CopiedGrid {
  name: string
  unit: MoneyUnit
  period: string
  rowHeading: string
  rows: readonly MoneyGridRow[]
  columns: readonly MoneyGridColumn[]
}

/** Which headings go along: those of the rows where whole rows are selected, those of the columns where whole columns are. */
interface Headings {
  ofRows: boolean
  ofColumns: boolean
}

interface Field {
  text: string
  kind: 'amount' | 'text' | 'heading'
}

/**
 * The cells as a spreadsheet takes them, in the unit shown and exact to the penny: `-40.0` without commas. What is missing is an
 * empty cell, and text is never taken for a formula.
 */
export const copyOut = (range: CellRange, grid: CopiedGrid, headings: Headings): { text: string; html: string } => {
  const rows = grid.rows.slice(range.top, range.bottom + 1)
  const columns = grid.columns.slice(range.left, range.right + 1)
  const lines = rows.map((row): Field[] => [
    ...(headings.ofRows ? [heading(row.label)] : []),
    ...columns.map((column) => fieldOf(row.cells[column.id], grid.unit)),
  ])
  if (headings.ofColumns) {
    const corner = headings.ofRows ? [heading(grid.rowHeading)] : []
    lines.unshift([...corner, ...columns.map(({ label }) => heading(label))])
  }
  return {
    // One cell goes into a text field as it is; more end as a spreadsheet ends them, so that an empty last row counts.
    text: lines.map((line) => line.map(tabbed).join('\t')).join('\r\n') + (lines.length > 1 ? '\r\n' : ''),
    // Spreadsheets make a row or a part of the first cell of a caption, so only a whole table, meant for a paper, has one.
    html: tableOf(lines, headings.ofRows && headings.ofColumns ? `${grid.name}, ${grid.unit}, ${grid.period}` : ''),
  }
}

const heading = (text: string): Field => ({ text, kind: 'heading' })

function fieldOf(cell: MoneyGridCell | undefined, unit: MoneyUnit): Field {
  if (cell?.kind === 'money') return { text: editableText(cell.amount, unit), kind: 'amount' }
  return { text: cell?.kind === 'words' ? cell.text : '', kind: 'text' }
}

// As in CSV: spreadsheets take a cell that begins so for a formula.
const formulaStart = /^[=+\-@\t\r\0＝＋－＠]/

const harmless = ({ text, kind }: Field): string => (kind !== 'amount' && formulaStart.test(text) ? `'${text}` : text)

function tabbed(field: Field): string {
  const text = harmless(field)
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// Excel makes numbers and dates of what it reads in HTML unless the cell says that it is text.
const asText = `mso-number-format:'\\@'`

function tableOf(lines: readonly Field[][], caption: string): string {
  const cell = (field: Field): string => {
    const text = escaped(harmless(field))
    if (field.kind === 'amount') return `<td style="text-align:right">${text}</td>`
    return `<${field.kind === 'heading' ? 'th' : 'td'} style="text-align:left;${asText}">${text}</${field.kind === 'heading' ? 'th' : 'td'}>`
  }
  const rows = lines.map((line) => `<tr>${line.map(cell).join('')}</tr>`).join('')
  return `<table>${caption && `<caption>${escaped(caption)}</caption>`}<tbody>${rows}</tbody></table>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
