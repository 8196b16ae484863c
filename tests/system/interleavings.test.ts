import { expect, test } from 'vitest'
import { interleavings } from '../proof/interleavings.ts'
import { inOneLine } from '../proof/proof.ts'
import { seedOfRun } from '../proof/seedOfRun.ts'

test('twenty flows at the same time leave what their accepted commands leave one after the other', async () => {
  const seed = seedOfRun()
  const proof = await interleavings(15, seed)
  console.log(inOneLine('interleavings', proof, seed))
  expect([proof.counts.interleavings, proof.breaches]).toEqual([15, []])
}, 300_000)
