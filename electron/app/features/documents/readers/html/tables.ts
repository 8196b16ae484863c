import type { ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import { type ListedCell, placeCells, withoutEmptyColumns } from '../grid.ts'
import { linesOf } from '../lines.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement, spanOf } from './node.ts'
import { addWords, isLeftOut, type Line, type Page } from './words.ts'

/** A table with those that stand in its cells, which come after it as tables of their own. */
export interface HtmlTables {
  rows: ReadCell[][]
  caption: string | null
  nested: HtmlTables[]
}

export const readTable = (table: HtmlElement, page: Page): HtmlTables => {
  const nested: HtmlTables[] = []
  const rows: ReadCell[][] = []
  for (const part of partsOf(table, page)) {
    const listed = rowsOf(part, page).map((row) => cellsOf(row, page).map((cell) => readCell(cell, part, page, nested)))
    page.collector.countCells(listed.flat().length)
    // A cell covers no rows beyond its part of the table.
    const above = rows.length
    rows.push(...placeCells(listed).map((cells) => cells.map((cell) => ({ ...cell, row: cell.row + above }))))
  }
  const caption = table.childNodes.filter(isElement).find(({ tagName }) => tagName === 'caption')
  return {
    rows: withoutEmptyColumns(rows),
    caption: caption ? linesOf(wordsOf(caption, page, nested).text).join(' ') || null : null,
    nested,
  }
}

/** In the order in which they are drawn: the head first and the foot last, wherever the page has them. */
const partsOf = (table: HtmlElement, page: Page): HtmlElement[] => {
  const order = ({ tagName }: HtmlElement) => (tagName === 'thead' ? 0 : tagName === 'tfoot' ? 2 : 1)
  return table.childNodes
    .filter(isElement)
    .filter((part) => part.tagName !== 'caption' && !isLeftOut(part, page))
    .toSorted((one, other) => order(one) - order(other))
}

const rowsOf = (part: HtmlElement, page: Page): HtmlElement[] =>
  part.childNodes.filter(isElement).filter((row) => row.tagName === 'tr' && !isLeftOut(row, page))

const cellsOf = (row: HtmlElement, page: Page): HtmlElement[] =>
  row.childNodes
    .filter(isElement)
    .filter((cell) => (cell.tagName === 'td' || cell.tagName === 'th') && !isLeftOut(cell, page))

const readCell = (cell: HtmlElement, part: HtmlElement, page: Page, nested: HtmlTables[]): ListedCell => {
  const { text, footnotes } = wordsOf(cell, page, nested)
  return {
    rowSpan: spanOf(cell, 'rowspan'),
    columnSpan: spanOf(cell, 'colspan'),
    lines: linesOf(text),
    // A head of a row is marked as one too, but says nothing of the columns.
    isHeader: part.tagName === 'thead' || (cell.tagName === 'th' && attribute(cell, 'scope') !== 'row'),
    footnotes,
    page: null,
  }
}

/** All words of a cell, with a break between what is drawn in lines of its own; tables in it go to the list. */
const wordsOf = (cell: HtmlElement, page: Page, nested: HtmlTables[]): Line => {
  const line: Line = { text: '', footnotes: [] }
  const add = (node: HtmlNode): void => {
    if (!isElement(node) || !page.holders.has(node)) {
      addWords(node, line, page)
      return
    }
    if (isLeftOut(node, page)) return
    if (node.tagName === 'table') {
      nested.push(readTable(node, page))
      return
    }
    line.text += '\n'
    for (const child of node.childNodes) add(child)
    line.text += '\n'
  }
  for (const child of cell.childNodes) add(child)
  return line
}
