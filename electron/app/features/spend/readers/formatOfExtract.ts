import type { FileHandle } from 'node:fs/promises'
import { fail } from '../../../../../domain/errors.ts'
import type { TextEncoding } from './extract.ts'
import type { FileSurvey } from './surveyFile.ts'

type Found = { format: 'package' } | { format: 'text'; encoding: TextEncoding }

/** The texts that a compound file has among its names, and what they make of it. */
const compoundParts: readonly [string, () => never][] = [
  ['EncryptedPackage', () => fail('document-locked', {})],
  ['WordDocument', () => fail('extract-format', { found: 'word' })],
  ['Workbook', () => fail('extract-format', { found: 'xls' })],
  ['Book', () => fail('extract-format', { found: 'xls' })],
]

/** How much of a compound file is searched for its names. */
const MOST_OF_COMPOUND = 64_000_000

/** What a file holds, whatever it is called. Throws `extract-format` and `document-locked` for what no extract is. */
export const formatOfExtract = async (survey: FileSurvey, file: FileHandle): Promise<Found> => {
  const { head } = survey
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { format: 'package' }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return await refuseCompound(survey, file)
  // Excel before 1997 began a workbook so.
  if (startsWith(head, [0x09, 0x08]) || startsWith(head, [0x09, 0x04]) || startsWith(head, [0x09, 0x02])) {
    if (survey.holdsZero) return fail('extract-format', { found: 'xls' })
  }
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return fail('extract-format', { found: 'pdf' })
  if (start.startsWith('{\\rtf')) return fail('extract-format', { found: 'word' })
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0)/.test(start)) return fail('extract-format', { found: 'picture' })
  const encoding = encodingOf(survey)
  refuseMarkup(new TextDecoder(encoding).decode(head.subarray(0, 4096)))
  return { format: 'text', encoding }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** Finance systems give web pages the name of a workbook. */
const refuseMarkup = (text: string): void => {
  const start = text.replace(/^\uFEFF?\s*/, '')
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|meta|table)\b/i.test(start)) {
    fail('extract-format', { found: 'html' })
  }
  if (/^<(?:\?xml|!doctype|\w+:)/i.test(start)) fail('extract-format', { found: 'xml' })
}

/** UTF-16 is told by its mark, or by a zero in every other byte of Western text; what is no UTF-8 is of Windows. */
const encodingOf = ({ head, isUtf8, holdsZero }: FileSurvey): TextEncoding => {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  if (!holdsZero) return isUtf8 ? 'utf-8' : 'windows-1252'
  const sample = head.subarray(0, 4096)
  const zeros: [number, number] = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  const many = sample.length / 4
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  return fail('extract-format', { found: 'unknown' })
}

const refuseCompound = async ({ size }: FileSurvey, file: FileHandle): Promise<never> => {
  const bytes = Buffer.alloc(Math.min(size, MOST_OF_COMPOUND))
  await file.read(bytes, 0, bytes.length, 0)
  const refuse = compoundParts.find(([part]) => bytes.includes(Buffer.from(part, 'utf16le')))?.[1]
  return refuse ? refuse() : fail('extract-format', { found: 'unknown' })
}
