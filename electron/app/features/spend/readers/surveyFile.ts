import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { fail } from '../../../../../domain/errors.ts'
import { extractLimits } from './extractLimits.ts'

/** What is known of a file once all of its bytes were seen. */
export interface FileSurvey {
  sha256: string
  size: number
  /** The first bytes, as many as it takes to tell what the file holds. */
  head: Uint8Array
  isUtf8: boolean
  holdsZero: boolean
}

const CHUNK = 1 << 18
const HEAD = 1 << 16

/** Goes through a file once. Throws `extract-too-large`, and `extract-empty` for a file without a byte. */
export const surveyFile = async (file: FileHandle): Promise<FileSurvey> => {
  const hash = createHash('sha256')
  const heads: Buffer[] = []
  let size = 0
  let isText = true
  let holdsZero = false
  let cut: Buffer = Buffer.alloc(0)
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    if (size < HEAD) heads.push(Buffer.from(chunk.subarray(0, HEAD - size)))
    size += chunk.length
    if (size > extractLimits.file) fail('extract-too-large', { what: 'file', limit: extractLimits.file })
    holdsZero ||= chunk.includes(0)
    if (isText) {
      const joined = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk
      const whole = lengthOfWholeCharacters(joined)
      isText = isUtf8(joined.subarray(0, whole))
      cut = Buffer.from(joined.subarray(whole))
    }
  }
  if (size === 0) fail('extract-empty', {})
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(heads), isUtf8: isText && cut.length === 0, holdsZero }
}

/** The bytes of a file from its beginning, in pieces that are used again after each turn. */
export async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  let position = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** How many bytes stand before a character that is cut off at the end. */
const lengthOfWholeCharacters = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
