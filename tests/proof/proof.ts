import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a proof counted, and every way in which the program broke its promise. */
export interface Proof {
  counts: Record<string, number>
  breaches: string[]
}

/** Gives the work a folder that goes with it. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-proof-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line of a proof: its counts, and the seed that brings them back. */
export const inOneLine = (title: string, { counts, breaches }: Proof, seed: number): string =>
  `${title}: ${[...Object.entries(counts), ['breaches', breaches.length]].map(([name, count]) => `${name} ${count}`).join(', ')} (seed ${seed})`
