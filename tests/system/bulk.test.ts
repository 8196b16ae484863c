import { expect } from 'vitest'
import { bulk } from '../proof/bulk.ts'
import { inOneLine } from '../proof/proof.ts'
import { seedOfRun } from '../proof/seedOfRun.ts'
import { systemTest } from '../support/systemTest.ts'

systemTest(
  'linux',
  [],
  'a bulk command that fails at its last row, fills the disk, is killed or loses its folder is there whole or not at all, and is accepted once',
  async () => {
    const seed = seedOfRun()
    const proof = await bulk(1, seed)
    console.log(inOneLine('bulk commands cut short', proof, seed))
    expect([proof.counts.commands, proof.breaches]).toEqual([11, []])
  },
  600_000,
)
