import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A package of Word or Excel of which parts were rewritten; a part that stays as it was fails the test. */
export const alterPackage = (bytes: Uint8Array, parts: Record<string, (xml: string) => string>): Uint8Array => {
  const files = unzipSync(bytes)
  for (const [name, alter] of Object.entries(parts)) {
    const before = strFromU8(files[name] ?? new Uint8Array())
    const after = alter(before)
    if (after === before) throw new Error(`Nothing was altered in ${name}`)
    files[name] = strToU8(after)
  }
  return zipSync(files)
}
