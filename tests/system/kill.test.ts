import { expect } from 'vitest'
import { kills } from '../proof/kills.ts'
import { inOneLine } from '../proof/proof.ts'
import { systemTest } from '../support/systemTest.ts'

const seed = Number(process.env.PROOF_SEED ?? Date.now() % 2 ** 31)

systemTest(
  'linux',
  [],
  'killed 200 times at random moments, the program has everything that it acknowledged, and nothing by halves',
  async () => {
    const proof = await kills(Number(process.env.N ?? 200), seed)
    console.log(inOneLine('kill -9', proof, seed))
    expect(proof.breaches).toEqual([])
  },
)
