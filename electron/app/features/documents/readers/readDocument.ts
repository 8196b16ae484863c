import { type Failures, fail } from '../../../../../domain/errors.ts'
import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { decodeText } from './decodeText.ts'
import { formatOf } from './formatOf.ts'
import type { OfficePackage } from './officePackage.ts'

/** How many of its pages are read, of how many. */
export type TellRead = (done: number, of: number) => void

/**
 * Reads a document by what it holds, not by its name. Each reader is loaded when a document asks for it. Throws
 * `document-format`, `document-locked`, `document-damaged`, `document-unsafe`, `document-scanned`, `document-too-large`, and
 * `not-a-report` for one without any table or amount.
 */
export const readDocument = async (bytes: Uint8Array, tell: TellRead = () => undefined): Promise<ReadDocument> => {
  const document = await readers[formatOf(bytes)](bytes, tell)
  if (!holdsMoney(document)) fail('not-a-report', {})
  return document
}

const readers = {
  async package(bytes: Uint8Array) {
    const { mainPartOf, openPackage } = await import('./officePackage.ts')
    const opened = openPackage(bytes)
    refuseOther(opened)
    const main = mainPartOf(opened)
    if (main.startsWith('xl/')) return (await import('./xlsx.ts')).readXlsx(opened)
    if (main.startsWith('ppt/')) return fail('document-format', { found: 'pptx' })
    return (await import('./docx.ts')).readDocx(opened)
  },
  async pdf(bytes: Uint8Array, tell: TellRead) {
    return await (await import('./pdf.ts')).readPdf(bytes, tell)
  },
  async text(bytes: Uint8Array) {
    const text = decodeText(bytes)
    // Only what looks outside a document declares entities.
    if (/<!ENTITY/i.test(text.slice(0, 65_536))) return fail('document-unsafe', {})
    if (isHtml(text)) return (await import('./html.ts')).readHtml(text)
    return (await import('./text.ts')).readText(text)
  },
} satisfies Record<ReturnType<typeof formatOf>, (bytes: Uint8Array, tell: TellRead) => Promise<ReadDocument>>

const refuseOther = ({ has }: OfficePackage): void => {
  if (has('[Content_Types].xml')) return
  const found: Failures['document-format']['found'] = has('content.xml') ? 'odt' : 'zip'
  fail('document-format', { found })
}

const isHtml = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|h[1-6]|p)\b/i.test(beginning(text))

/** Without what a page in XML says of itself. */
const beginning = (text: string): string => text.slice(0, 4096).replace(/^\s*<\?xml[^>]*\?>/, '')

const amount = /£\s?\d|\d\s?(?:million|k\b|m\b)/i
const figure = /^[*(£\s-]*\d[\d,. ]*/

/** A report of money prints an amount in its words, or figures in a table. */
const holdsMoney = ({ blocks }: ReadDocument): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph'
      ? amount.test(block.text)
      : block.rows.some((row) => row.some(({ lines }) => lines.some((line) => figure.test(line) || amount.test(line)))),
  )
