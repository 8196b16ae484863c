import { type Failures, fail } from '../../../../../domain/errors.ts'
import type { DocumentFormat } from '../../../../../domain/reading/readDocument.ts'

type Refused = Failures['document-format']['found']

const starts: readonly [Refused, readonly number[]][] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
const zipped = [0x50, 0x4b, 0x03, 0x04]
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** A PDF may have this much before its first sign. */
const BEFORE_PDF = 1024

/** What bytes hold by their first signs, whatever the file is called; `package` for a zip. Throws for what cannot be read. */
export const formatOf = (bytes: Uint8Array): Exclude<DocumentFormat, 'docx' | 'xlsx' | 'html'> | 'package' => {
  if (latin(bytes.subarray(0, BEFORE_PDF)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, zipped)) return 'package'
  if (startsWith(bytes, compound)) return refuseCompound(bytes)
  const refused = starts.find(([, start]) => startsWith(bytes, start))
  return refused ? fail('document-format', { found: refused[0] }) : 'text'
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** What the files of old Office, and the new ones that a password locks, name their parts. */
const compoundParts: readonly [string, () => never][] = [
  ['EncryptedPackage', () => fail('document-locked', {})],
  ['WordDocument', () => fail('document-format', { found: 'doc' })],
  ['Workbook', () => fail('document-format', { found: 'xls' })],
  ['Book', () => fail('document-format', { found: 'xls' })],
  ['PowerPoint Document', () => fail('document-format', { found: 'ppt' })],
]

const refuseCompound = (bytes: Uint8Array): never => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refuse = compoundParts.find(([part]) => buffer.includes(Buffer.from(part, 'utf16le')))?.[1]
  return refuse ? refuse() : fail('document-format', { found: 'unknown' })
}
