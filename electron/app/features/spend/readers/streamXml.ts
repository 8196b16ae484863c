import { SaxesParser } from 'saxes'
import { fail } from '../../../../../domain/errors.ts'
import { extractLimits } from './extractLimits.ts'

export interface XmlVisitor {
  /** The name is local; attributes are as they are written. */
  opened: (name: string, attributes: Record<string, string>) => void
  closed: (name: string) => void
  text: (text: string) => void
}

/** More than a tag or a text of any cell takes; what is longer is kept by the parser until it ends. */
const MOST_WITHOUT_SIGN = extractLimits.text * 8

/**
 * Goes through a part while it is unpacked and keeps nothing of it; after each piece it gives how many bytes are done. Throws
 * `document-unsafe` where a document type is declared, because only entities could be meant by it, `document-damaged`, and
 * `extract-too-large` for a text without end.
 */
export async function* streamXml(pieces: AsyncIterable<Buffer>, visitor: XmlVisitor): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let silent = 0
  parser.on('doctype', () => fail('document-unsafe', {}))
  parser.on('error', () => fail('document-damaged', {}))
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    visitor.opened(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silent = 0
    visitor.closed(localName(name))
  })
  parser.on('text', visitor.text)
  parser.on('cdata', visitor.text)
  let decoder: TextDecoder | undefined
  let done = 0
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece))
    silent += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (silent > MOST_WITHOUT_SIGN) fail('extract-too-large', { what: 'text', limit: extractLimits.text })
    done += piece.length
    yield done
  }
  parser.write(decoder?.decode() ?? '').close()
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
