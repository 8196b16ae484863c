import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProgramme } from './makeProgramme.ts'

export const SCHEMES = 500
export const YEARS = 6

/** The programmes of a run: each size is made once. All hold the same schemes, years and balances. */
export interface Files {
  folder: string
  /** The path of a programme of so many entries. */
  of: (entries: number) => Promise<string>
  /** A copy of one, for a measure that changes it. */
  copy: (entries: number) => Promise<string>
  /** The number of its last event. */
  lastSeq: (entries: number) => number
}

export const benchFiles = (folder: string): Files => {
  const made = new Map<number, Promise<string>>()
  let copies = 0
  const of = (entries: number): Promise<string> => {
    const known = made.get(entries)
    if (known) return known
    const path = join(folder, `${entries}.bcf`)
    const making = makeProgramme(path, { schemes: SCHEMES, years: YEARS, entries }).then(() => path)
    made.set(entries, making)
    return making
  }
  return {
    folder,
    of,
    async copy(entries) {
      copies += 1
      const path = join(folder, `${entries} copy ${copies}.bcf`)
      copyFileSync(await of(entries), path)
      return path
    },
    // The structure and its decision are two events.
    lastSeq: (entries) => entries + 2,
  }
}
