import { fail } from '../../../../../domain/errors.ts'

/** Bytes that are looked at to find out in what they are written. */
const SAMPLE = 4096

/** The text that bytes hold, in UTF-8, UTF-16 or, where they are neither, the Western code page of Windows. */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return decode(bytes, unmarked)
  try {
    return refuseBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return decode(bytes, 'windows-1252')
    throw error
  }
}

const decode = (bytes: Uint8Array, encoding: string): string => refuseBinary(new TextDecoder(encoding).decode(bytes))

/** Western text in UTF-16 has a zero in every other byte. */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 4
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no text may hold.
const notText = /[\u0000-\u0008\u000e-\u001b]/

const refuseBinary = (text: string): string =>
  notText.test(text) ? fail('document-format', { found: 'unknown' }) : text.replace(/^\uFEFF/, '')

/** Characters that say only that something else stood there. */
export const countUnreadable = (text: string): number => text.match(/[\uFFFD\u0080-\u009F]/g)?.length ?? 0
