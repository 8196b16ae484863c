import { fail } from '../../../domain/errors.ts'
import { readHtmlTable } from './readHtmlTable.ts'

/** A cell of another program: the text that it shows, and its number where that has more digits. */
export interface PastedCell {
  text: string
  exact?: string
}

/** As many as a council's whole plan for ten years several times over; more is a whole sheet copied by mistake. */
export const MOST_CELLS = 100_000

/** Past this the HTML is not read, because the text says the same. */
const LONGEST_HTML = 40_000_000

/**
 * The cells of a clipboard as Excel, LibreOffice, Google Sheets and Word fill it. The text decides; HTML adds digits that the
 * text leaves out, and decides where it is one table that the text has torn apart. Throws `too-many-cells`.
 */
export const readClipboard = (text: string, html = ''): PastedCell[][] => {
  const fromText = readTabbed(text)
  const table = html.length > LONGEST_HTML ? undefined : readHtmlTable(html, MOST_CELLS)
  if (!table) return fromText
  if (fromText.length === 0 || !isSameShape(fromText, table.rows)) return table.isAlone ? table.rows : fromText
  return fromText.map((row, y) =>
    row.map((cell, x) => {
      const exact = table.rows[y]?.[x]?.exact
      return exact === undefined ? cell : { ...cell, exact }
    }),
  )
}

function isSameShape(one: readonly unknown[][], other: readonly unknown[][]): boolean {
  return one.length === other.length && one.every((row, y) => row.length === other[y]?.length)
}

/** Cells between tabs, rows between line ends; a cell in quotes may hold both, and its quotes doubled. */
function readTabbed(text: string): PastedCell[][] {
  const rows: PastedCell[][] = []
  let row: PastedCell[] = []
  let cells = 0
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined
    const end = quoted?.end ?? endOfCell(text, at)
    row.push({ text: quoted?.text ?? text.slice(at, end) })
    cells += 1
    if (cells > MOST_CELLS) return fail('too-many-cells', { limit: MOST_CELLS })
    const isTab = text[end] === '\t'
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
    if (isTab && at < text.length) continue
    if (isTab) row.push({ text: '' })
    rows.push(row)
    row = []
  }
  return rows
}

function endOfCell(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end += 1
  return end
}

/** The cell that the quote opens; undefined when the quote is one of its characters, as in `"A" list`. */
function readQuoted(text: string, from: number): { text: string; end: number } | undefined {
  for (let close = text.indexOf('"', from + 1); close !== -1; close = text.indexOf('"', close + 1)) {
    if (text[close + 1] === '"') {
      close += 1
      continue
    }
    const isEnd = close + 1 === text.length || /[\t\r\n]/.test(text[close + 1] ?? '')
    return isEnd ? { text: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 } : undefined
  }
  return undefined
}
