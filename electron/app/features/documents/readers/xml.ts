import { SaxesParser } from 'saxes'
import { fail } from '../../../../../domain/errors.ts'
import { limits } from './limits.ts'

/** An element by its local name: who wrote the part chose the prefixes. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

interface Options {
  /** Whether an element is of use here; what is left out counts for nothing. */
  keep?: (name: string, parent: string) => boolean
  /** Called for each element, also for those that are left out. */
  seen?: (name: string) => void
}

/**
 * A part of a document as a tree. Throws `document-unsafe` where it declares a document type, because only entities could be
 * meant by it, `document-too-large`, and `document-damaged`.
 */
export const readXml = (bytes: Uint8Array, { keep = () => true, seen }: Options = {}): XmlElement => {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  let count = 0
  let skipped = 0
  visitXml(bytes, {
    opened(name, attributes) {
      seen?.(name)
      const parent = open.at(-1) ?? root
      if (skipped > 0 || !keep(name, parent.name)) {
        skipped += 1
        return
      }
      count += 1
      if (count > limits.elements) fail('document-too-large', { what: 'text', limit: limits.elements })
      if (open.length > limits.depth) fail('document-too-large', { what: 'depth', limit: limits.depth })
      const element = { name, attributes, children: [] }
      parent.children.push(element)
      open.push(element)
    },
    closed() {
      if (skipped > 0) skipped -= 1
      else open.pop()
    },
    text(text) {
      if (skipped === 0) open.at(-1)?.children.push(text)
    },
  })
  return childrenOf(root)[0] ?? fail('document-damaged', {})
}

interface Visitor {
  opened: (name: string, attributes: Record<string, string>) => void
  closed: (name: string) => void
  text: (text: string) => void
}

/** Goes through a part once without keeping it. Throws as `readXml` does. */
export const visitXml = (bytes: Uint8Array, visitor: Visitor): void => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => fail('document-unsafe', {}))
  parser.on('error', () => fail('document-damaged', {}))
  parser.on('opentag', ({ name, attributes }) => {
    visitor.opened(localName(name), byLocalName(attributes))
  })
  parser.on('closetag', ({ name }) => visitor.closed(localName(name)))
  parser.on('text', visitor.text)
  parser.on('cdata', visitor.text)
  parser.write(decodeXml(bytes)).close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const byLocalName = (attributes: Record<string, string>): Record<string, string> => {
  const local: Record<string, string> = {}
  for (const name in attributes) {
    if (name.startsWith('xmlns')) continue
    Object.defineProperty(local, localName(name), { value: attributes[name], enumerable: true, writable: true })
  }
  return local
}

const decodeXml = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

export const childrenOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).filter((child) => child.name === name)

/** The first element on a way down by names. */
export const findElement = (element: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>(
    (found, name) => found && childrenOf(found).find((child) => child.name === name),
    element,
  )

/** What a property says: `true` where it stands without a value, as Word writes switches. */
export const switchedOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !['0', 'false', 'off', 'none'].includes(property.attributes.val ?? '1')

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
