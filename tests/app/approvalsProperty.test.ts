import { expect, test } from 'vitest'
import { approvals } from '../proof/approvals.ts'
import { inOneLine } from '../proof/proof.ts'

/** One that stays: what has to be reached for the test to show anything is reached by every run of it. */
const SEED = 1

test('of two hundred random sequences by random people each accepted command is one event and each refused one none, and no authority, release or approval comes about that nobody may give', async () => {
  const proof = await approvals(200, SEED)
  console.log(inOneLine('approvals', proof, SEED))
  const { sequences, ...reached } = proof.counts
  expect([sequences, proof.breaches]).toEqual([200, []])
  // A property over sequences that never get there would prove nothing.
  expect(Object.entries(reached).filter(([, count]) => count === 0)).toEqual([])
}, 300_000)
