import { randomBytes } from 'node:crypto'
import type { Id } from '../../domain/id.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomBits = 80n

/** Makes ULIDs that rise within one process, also when the clock stands still or goes backwards. */
export const idMaker = (now: () => number = Date.now): (() => Id) => {
  let last = -1n
  return () => {
    const fresh = (BigInt(now()) << randomBits) | BigInt(`0x${randomBytes(10).toString('hex')}`)
    // A later id of the same millisecond counts up from the one before it.
    last = fresh >> randomBits > last >> randomBits ? fresh : last + 1n
    return inBase32(last) as Id
  }
}

function inBase32(value: bigint): string {
  let text = ''
  for (let rest = value; text.length < 26; rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text
  return text
}
