import { parse } from 'parse5'
import { fail } from '../../../../../domain/errors.ts'
import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { type Collector, createCollector } from './collector.ts'
import { countUnreadable } from './decodeText.ts'
import { blockHolders } from './html/blockHolders.ts'
import { listNumber } from './html/listNumber.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement } from './html/node.ts'
import { type HtmlTables, readTable } from './html/tables.ts'
import { addWords, isLeftOut, type Line, type Page } from './html/words.ts'
import { limits } from './limits.ts'
import { linesOf } from './lines.ts'
import { splitNumber } from './printedNumber.ts'

/** Reads a web page as it stands in the file; nothing that it names elsewhere is fetched. */
export const readHtml = (text: string): ReadDocument => {
  refuseTooMany(text)
  const document = parse(text)
  const root = document.childNodes.find(isElement)
  const collector = createCollector('html')
  collector.remark('unreadable-characters', countUnreadable(text))
  const page: Page = { collector, marks: new Map(), holders: root ? blockHolders(root) : new Set() }
  const { walk, end } = blockWalker(page)
  if (root) walk(root)
  end()
  return collector.finish(root ? titleOf(root) : null, null)
}

const refuseTooMany = (text: string): void => {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count += 1
  if (count > limits.elements) fail('document-too-large', { what: 'text', limit: limits.elements })
}

const titleOf = (root: HtmlElement): string | null => {
  const head = root.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head')
  const title = head?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'title')
  const words = title?.childNodes[0]
  return words && 'value' in words ? words.value.slice(0, limits.titleLength) : null
}

interface Standing {
  headingLevel: number | null
  /** The number of a list's item, which stands before its first paragraph alone. */
  item: { number: string | null }
}

/** Goes through the page, a paragraph for all words between two edges of blocks. */
const blockWalker = (page: Page) => {
  const { collector } = page
  let line: Line = { text: '', footnotes: [] }
  let standing: Standing = { headingLevel: null, item: { number: null } }
  const end = () => {
    const text = linesOf(line.text).join('\n')
    const { headingLevel, item } = standing
    if (text !== '') {
      const { number } = item
      const numbered = number === null ? splitNumber(text) : { number, text }
      collector.paragraph({ ...numbered, headingLevel, footnotes: line.footnotes })
      item.number = null
    }
    line = { text: '', footnotes: [] }
  }
  const walk = (node: HtmlNode): void => {
    if (!isElement(node) || !page.holders.has(node)) {
      addWords(node, line, page)
      return
    }
    if (isLeftOut(node, page)) return
    end()
    if (node.tagName === 'table') {
      addTables(readTable(node, page), collector)
      return
    }
    const mark = page.marks.get(attribute(node, 'id') ?? '')
    if (mark !== undefined) {
      const note: Line = { text: '', footnotes: [] }
      addWords(node, note, page)
      collector.footnote(
        mark,
        linesOf(note.text)
          .join(' ')
          .replace(/\s*↩︎?$/, ''),
      )
      return
    }
    const before = standing
    standing = standingOf(node, before)
    for (const child of node.childNodes) walk(child)
    end()
    standing = before
  }
  return { walk, end }
}

const standingOf = (element: HtmlElement, around: Standing): Standing => {
  const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1])
  if (!Number.isNaN(level)) return { ...around, headingLevel: level }
  return element.tagName === 'li' ? { ...around, item: { number: listNumber(element) } } : around
}

const addTables = ({ rows, caption, nested }: HtmlTables, collector: Collector): void => {
  if (rows.length > 0) collector.table(rows, {}, caption)
  for (const inside of nested) addTables(inside, collector)
}
