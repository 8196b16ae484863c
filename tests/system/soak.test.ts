import { expect } from 'vitest'
import { inOneLine } from '../proof/proof.ts'
import { seedOfRun } from '../proof/seedOfRun.ts'
import { soak } from '../proof/soak.ts'
import { systemTest } from '../support/systemTest.ts'

systemTest(
  'linux',
  [],
  'a thousand actions later the program holds no more memory, no longer journal and no more open files',
  async () => {
    const seed = seedOfRun()
    const proof = await soak(1000, seed, 'heap')
    console.log(inOneLine('soak', proof, seed))
    expect([proof.counts.actions, proof.breaches]).toEqual([1000, []])
  },
  600_000,
)
