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
  const rows = rowsOf(table, page).map(({ row, isHead }) => {
    const cells = row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .filter((cell) => !isLeftOut(cell, page))
    page.collector.countCells(cells.length)
    return cells.map((cell) => readCell(cell, isHead, page, nested))
  })
  const caption = table.childNodes.filter(isElement).find(({ tagName }) => tagName === 'caption')
  return {
    rows: withoutEmptyColumns(placeCells(rows)),
    caption: caption ? linesOf(wordsOf(caption, page, nested).text).join(' ') || null : null,
    nested,
  }
}

/** In the order in which they are drawn: the head first and the foot last, wherever the page has them. */
const rowsOf = (table: HtmlElement, page: Page): { row: HtmlElement; isHead: boolean }[] => {
  const parts = table.childNodes
    .filter(isElement)
    .filter((part) => part.tagName !== 'caption' && !isLeftOut(part, page))
  const order = (tagName: string) => (tagName === 'thead' ? 0 : tagName === 'tfoot' ? 2 : 1)
  return parts
    .toSorted((one, other) => order(one.tagName) - order(other.tagName))
    .flatMap((part) => {
      const rows = part.tagName === 'tr' ? [part] : part.childNodes.filter(isElement)
      return rows
        .filter((row) => row.tagName === 'tr' && !isLeftOut(row, page))
        .map((row) => ({ row, isHead: part.tagName === 'thead' }))
    })
}

const readCell = (cell: HtmlElement, isHead: boolean, page: Page, nested: HtmlTables[]): ListedCell => {
  const { text, footnotes } = wordsOf(cell, page, nested)
  return {
    rowSpan: spanOf(cell, 'rowspan'),
    columnSpan: spanOf(cell, 'colspan'),
    lines: linesOf(text),
    // A head of a row is marked as one too, but says nothing of the columns.
    isHeader: isHead || (cell.tagName === 'th' && attribute(cell, 'scope') !== 'row'),
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
