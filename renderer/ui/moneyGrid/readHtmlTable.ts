import { fail } from '../../../domain/errors.ts'
import { exactNumber } from './exactNumber.ts'
import type { PastedCell } from './readClipboard.ts'

interface HtmlTable {
  rows: PastedCell[][]
  /** Nothing stands beside the table. */
  isAlone: boolean
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  thinsp: '\u2009',
  ensp: ' ',
  emsp: ' ',
  pound: '£',
  minus: '\u2212',
  ndash: '\u2013',
  mdash: '\u2014',
  times: '×',
  divide: '÷',
}

/** What stands between these tags is never text of a cell. */
const unread = ['script', 'style', 'title', 'xml', 'template', 'noscript', 'textarea', 'svg']
const breaks = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th'])
const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g
const WIDEST_SPAN = 1000

/**
 * The one table of a piece of HTML, read as characters: nothing in it is ever made part of a page. Undefined when it holds no
 * table, several or nested ones, or is broken. Throws `too-many-cells`.
 */
export const readHtmlTable = (html: string, mostCells: number): HtmlTable | undefined => {
  const rows: PastedCell[][] = []
  /** How many rows a cell from above still reaches into, by column. */
  const reaching: number[] = []
  let row: PastedCell[] | undefined
  let isHiddenRow = false
  let cell: { text: string; attributes: Map<string, string> } | undefined
  let tables = 0
  let isInTable = false
  let isAlone = true
  let cells = 0

  const push = (added: PastedCell) => {
    cells += 1
    if (cells > mostCells) fail('too-many-cells', { limit: mostCells })
    row?.push(added)
  }
  const fillReached = () => {
    for (let left = row ? reaching[row.length] : 0; row && left; left = reaching[row.length]) {
      reaching[row.length] = left - 1
      push({ text: '' })
    }
  }
  const closeCell = () => {
    if (!cell || !row) return
    const text = cell.text.replace(/[ \t\r\n]+/g, ' ').trim()
    const columns = span(cell.attributes.get('colspan'))
    const below = span(cell.attributes.get('rowspan')) - 1
    const exact = exactNumber(text, rawNumber(cell.attributes))
    for (let index = 0; index < columns; index += 1) {
      reaching[row.length] = below
      push(index > 0 ? { text: '' } : exact === undefined ? { text } : { text, exact })
    }
    cell = undefined
  }
  const closeRow = () => {
    closeCell()
    fillReached()
    // Excel ends with a hidden row that only holds the widths of the columns.
    if (row && !(isHiddenRow && row.every(({ text }) => text === ''))) rows.push(row)
    row = undefined
  }

  for (let at = 0; at < html.length; ) {
    if (html[at] !== '<') {
      const end = html.indexOf('<', at)
      const text = html.slice(at, end === -1 ? html.length : end)
      if (cell) cell.text += decoded(text)
      else if (!isInTable && text.trim() !== '') isAlone = false
      at = end === -1 ? html.length : end
      continue
    }
    const end = endOfTag(html, at)
    if (end === undefined) return undefined
    const tag = /^<(\/?)([a-z][\w:-]*)/i.exec(html.slice(at, Math.min(end, at + 60)))
    const [, slash, name = ''] = tag ?? []
    const tagName = name.toLowerCase()
    const isClosing = slash === '/'
    if (!isClosing && unread.includes(tagName)) {
      const close = html.slice(end).search(new RegExp(`</${tagName}`, 'i'))
      if (close === -1) return undefined
      at = end + close
      continue
    }
    if (cell && breaks.has(tagName)) cell.text += ' '
    if (tagName === 'table') {
      if (isClosing) closeRow()
      else if (isInTable || tables > 0) return undefined
      isInTable = !isClosing
      if (!isClosing) tables += 1
    } else if (isInTable && tagName === 'tr') {
      closeRow()
      if (!isClosing) row = []
      isHiddenRow = !isClosing && /display:\s*none/i.test(html.slice(at, end))
    } else if (isInTable && (tagName === 'td' || tagName === 'th')) {
      closeCell()
      if (!isClosing) {
        row ??= []
        fillReached()
        cell = { text: '', attributes: attributesIn(html.slice(at, end)) }
      }
    }
    at = end
  }
  if (isInTable) closeRow()
  if (rows.length === 0) return undefined
  const width = Math.max(...rows.map((each) => each.length))
  return { rows: rows.map((each) => padded(each, width)), isAlone }
}

/** Where the tag or comment ends; undefined when it never does. */
function endOfTag(html: string, from: number): number | undefined {
  if (html.startsWith('<!--', from)) {
    const close = html.indexOf('-->', from)
    return close === -1 ? undefined : close + 3
  }
  let quote = ''
  for (let at = from + 1; at < html.length; at += 1) {
    const character = html[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at + 1
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
  }
  return undefined
}

function attributesIn(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  )
}

/** The number behind a cell as Excel, LibreOffice and Google Sheets write it. */
function rawNumber(attributes: Map<string, string>): string | undefined {
  const sheets = /^\{"1":3,"3":(-?[\d.eE+-]+)\}$/.exec(attributes.get('data-sheets-value') ?? '')
  return attributes.get('x:num') ?? attributes.get('sdval') ?? sheets?.[1]
}

function span(written: string | undefined): number {
  const count = Number(written)
  return Number.isInteger(count) && count > 0 ? Math.min(count, WIDEST_SPAN) : 1
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function padded(row: PastedCell[], width: number): PastedCell[] {
  return [...row, ...Array.from({ length: width - row.length }, () => ({ text: '' }))]
}
