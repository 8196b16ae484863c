import { fail } from '../errors.ts'
import { fileNamesInZip } from './fileNamesInZip.ts'

interface FileType {
  endings: readonly string[]
  contentType: string
  /** As in "it holds …". */
  words: string
}

const office = 'application/vnd.openxmlformats-officedocument'

const types = {
  pdf: { endings: ['pdf'], contentType: 'application/pdf', words: 'a PDF' },
  png: { endings: ['png'], contentType: 'image/png', words: 'a PNG picture' },
  jpeg: { endings: ['jpg', 'jpeg'], contentType: 'image/jpeg', words: 'a JPEG picture' },
  docx: { endings: ['docx'], contentType: `${office}.wordprocessingml.document`, words: 'a Word document' },
  xlsx: { endings: ['xlsx'], contentType: `${office}.spreadsheetml.sheet`, words: 'an Excel workbook' },
  pptx: { endings: ['pptx'], contentType: `${office}.presentationml.presentation`, words: 'a PowerPoint presentation' },
  text: { endings: ['txt', 'csv'], contentType: 'text/plain', words: 'text' },
} as const satisfies Record<string, FileType>

/** In bytes. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024

/**
 * The content type of a file by what it holds, whatever its name and its sender say. Throws `wrong-file-type` for what may not
 * be kept (programs, archives, documents with macros), and for a name that says something else than what is there.
 */
export const contentTypeOf = (name: string, bytes: Uint8Array): string => {
  const found = typeIn(bytes)
  if (!found) return fail('wrong-file-type', { name, found: null })
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const { endings, contentType, words } = types[found]
  if (!(endings as readonly string[]).includes(ending)) return fail('wrong-file-type', { name, found: words })
  return ending === 'csv' ? 'text/csv' : contentType
}

const typeIn = (bytes: Uint8Array): keyof typeof types | undefined => {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeTypeIn(bytes)
  return bytes.length > 0 && isText(bytes) ? 'text' : undefined
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const officeTypeIn = (bytes: Uint8Array): 'docx' | 'xlsx' | 'pptx' | undefined => {
  const names = fileNamesInZip(bytes)
  const holdsProgram = names.some((name) => /vbaProject|activeX|\.(exe|dll|js|vbs)$/i.test(name))
  if (holdsProgram || !names.includes('[Content_Types].xml')) return undefined
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  return names.includes('ppt/presentation.xml') ? 'pptx' : undefined
}

// Of control characters a text holds only those that lay it out; a script names what runs it in its first line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no text may hold.
const notText = /[\u0000-\u0008\u000e-\u001f\u007f]|^\uFEFF?#!/

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !notText.test(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return false
  }
}
