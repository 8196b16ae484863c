import { approvals } from './approvals.ts'
import { bitFlips } from './bitFlips.ts'
import { bulk } from './bulk.ts'
import { writings } from './fileWriters.ts'
import { interleavings } from './interleavings.ts'
import { ioFaults } from './ioFaults.ts'
import { kills } from './kills.ts'
import { plantedFaults } from './plantedFaults.ts'
import type { Proof } from './proof.ts'
import { soak } from './soak.ts'

export interface LongProof {
  title: string
  /** How often, at its full length. */
  count: number
  run: (count: number, seed: number) => Promise<Proof>
}

/** Every proof at the length that stands before a release. */
export const proofs: Record<string, LongProof> = {
  kills: { title: 'Killed at random moments', count: 5000, run: kills },
  bits: { title: 'Flipped bits', count: 3000, run: (count, seed) => bitFlips(count, seed, 50) },
  header: { title: 'Flipped bits of the header', count: 1000, run: (count, seed) => bitFlips(count, seed, 50, 100) },
  faults: { title: 'Failing steps of writing files', count: 1, run: () => ioFaults(writings, writings) },
  bulk: { title: 'Bulk commands cut short', count: 40, run: bulk },
  flows: { title: 'Twenty flows at once', count: 1000, run: interleavings },
  approvals: { title: 'Approvals by random people', count: 5000, run: approvals },
  reports: { title: 'Faults planted in reports', count: 100, run: plantedFaults },
  soak: { title: 'A long day of work', count: 200_000, run: (count, seed) => soak(count, seed, 'rss') },
}
