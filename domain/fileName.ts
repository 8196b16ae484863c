import { fail } from './errors.ts'

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no file name may hold.
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/
const LONGEST = 120
/** Linux takes names of 255 bytes, of which a file beside this one needs some for its own ending. */
const MOST_BYTES = 200

/**
 * The name of a programme file, with its ending, that every system takes. Throws `bad-file-name` for a path, a name that
 * Windows reserves, a dot or space at the end, and more than 120 characters or 200 bytes.
 */
export const programmeFileName = (given: string): string => {
  const name = given.trim().replace(/\.bcf$/i, '')
  const isTooLong = name.length > LONGEST || new TextEncoder().encode(name).length > MOST_BYTES
  const isBad = name === '' || isTooLong || FORBIDDEN.test(name) || RESERVED.test(name) || /^\.|[. ]$/.test(name)
  return isBad ? fail('bad-file-name', { name: given.slice(0, LONGEST) }) : `${name}.bcf`
}
