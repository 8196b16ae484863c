import { attribute, type HtmlElement, isElement } from './node.ts'

/** The number before an item of an ordered list, as a browser draws it; null in any other list. */
export const listNumber = (item: HtmlElement): string | null => {
  const list = item.parentNode
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return null
  if (/list-style(?:-type)?\s*:\s*none/i.test(attribute(list, 'style') ?? '')) return null
  let count = Number.parseInt(attribute(list, 'start') ?? '1', 10) - 1
  for (const each of list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li')) {
    const own = Number.parseInt(attribute(each, 'value') ?? '', 10)
    count = Number.isNaN(own) ? count + 1 : own
    if (each === item) break
  }
  const type = attribute(list, 'type') ?? '1'
  const letter = String.fromCharCode(97 + ((count + 25) % 26))
  if (type === 'a') return `${letter}.`
  if (type === 'A') return `${letter.toUpperCase()}.`
  return `${count}.`
}
