import { expect } from 'vitest'
import { kills } from '../proof/kills.ts'
import { inOneLine } from '../proof/proof.ts'
import { seedOfRun } from '../proof/seedOfRun.ts'
import { systemTest } from '../support/systemTest.ts'

systemTest(
  'linux',
  [],
  'killed 200 times at random moments, the program has everything that it acknowledged, and nothing by halves',
  async () => {
    const seed = seedOfRun()
    const proof = await kills(200, seed)
    console.log(inOneLine('kill -9', proof, seed))
    expect([proof.counts.kills, proof.breaches]).toEqual([200, []])
  },
  600_000,
)
