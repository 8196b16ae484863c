import type { Collector } from '../collector.ts'
import { isFootnoteMark } from '../footnoteMark.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement, isHidden } from './node.ts'

/** What goes on while a page is read. */
export interface Page {
  collector: Collector
  /** The marks of footnotes, by the id of the element that holds each. */
  marks: Map<string, string>
  /** The elements that begin a line of their own, or hold one that does. */
  holders: Set<HtmlElement>
}

/** The words between two breaks of lines. */
export interface Line {
  text: string
  footnotes: string[]
}

/** Elements whose content a reader of the page never sees. */
const unseen: readonly string[] = ['script', 'style', 'template', 'noscript', 'head', 'select', 'object', 'iframe']

/** Counts and says whether an element is left out of the reading. */
export const isLeftOut = (element: HtmlElement, { collector }: Page): boolean => {
  if (unseen.includes(element.tagName)) return true
  if (isHidden(element)) {
    collector.remark('hidden')
    return true
  }
  if (element.tagName === 'del') collector.remark('tracked-changes')
  return element.tagName === 'del'
}

/** Adds the words of a node to a line, as they are drawn: white space is one space, and `br` breaks the line. */
export const addWords = (node: HtmlNode, line: Line, page: Page, isAsTyped = false): void => {
  if ('value' in node) {
    line.text += isAsTyped ? node.value : node.value.replaceAll(/[ \t\r\n\f]+/g, ' ')
    return
  }
  if (!isElement(node) || isLeftOut(node, page)) return
  if (node.tagName === 'br') line.text += '\n'
  else if (node.tagName === 'img' || node.tagName === 'svg') page.collector.remark('pictures')
  else if (node.tagName === 'input') line.text += tickOf(node)
  else if (node.tagName === 'sup' && addMark(node, line, page)) return
  else {
    if (node.tagName === 'ins') page.collector.remark('tracked-changes')
    for (const child of node.childNodes) addWords(child, line, page, isAsTyped || node.tagName === 'pre')
  }
}

const tickOf = (input: HtmlElement): string => {
  const type = attribute(input, 'type')
  if (type !== 'checkbox' && type !== 'radio') return ''
  return attribute(input, 'checked') === undefined ? '☐' : '☒'
}

const addMark = (raised: HtmlElement, line: Line, page: Page): boolean => {
  const inside: Line = { text: '', footnotes: [] }
  for (const child of raised.childNodes) addWords(child, inside, page)
  const mark = inside.text.trim().replace(/^\[(.+)\]$/, '$1')
  if (!isFootnoteMark(mark, line.text)) return false
  line.footnotes.push(mark)
  const link = attribute(raised.childNodes.filter(isElement).find(({ tagName }) => tagName === 'a') ?? raised, 'href')
  if (link?.startsWith('#')) page.marks.set(link.slice(1), mark)
  return true
}
