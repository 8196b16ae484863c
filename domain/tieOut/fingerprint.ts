const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** A short mark of a value that changes when the value does (FNV-1a, 64 bit); not a proof against forgery. */
export const fingerprint = (value: unknown): string => {
  let hash = OFFSET
  for (const byte of new TextEncoder().encode(JSON.stringify(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  }
  return hash.toString(16).padStart(16, '0')
}
