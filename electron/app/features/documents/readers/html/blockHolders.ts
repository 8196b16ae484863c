import { fail } from '../../../../../../domain/errors.ts'
import { limits } from '../limits.ts'
import { type HtmlElement, isElement } from './node.ts'

const block =
  /^(?:html|body|address|article|aside|blockquote|center|details|dialog|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|main|nav|ol|p|pre|section|summary|table|ul)$/

/**
 * The elements that begin a line of their own, or hold one that does. Throws `document-too-large` for a page whose elements
 * stand so deep in each other that nothing else could go through them.
 */
export const blockHolders = (root: HtmlElement): Set<HtmlElement> => {
  const holders = new Set<HtmlElement>()
  const waiting: { element: HtmlElement; around: HtmlElement[] }[] = [{ element: root, around: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, around } = next
    if (around.length > limits.depth) fail('document-too-large', { what: 'depth', limit: limits.depth })
    const within = [...around, element]
    if (block.test(element.tagName)) for (const each of within) holders.add(each)
    for (const child of element.childNodes) if (isElement(child)) waiting.push({ element: child, around: within })
  }
  return holders
}
