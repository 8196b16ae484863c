import { expect, test } from 'vitest'
import { bitFlips } from '../proof/bitFlips.ts'
import { inOneLine } from '../proof/proof.ts'
import { seedOfRun } from '../proof/seedOfRun.ts'

test('each of 300 flipped bits is found by opening, reading or the check, or changes nothing that anybody can see', async () => {
  const seed = seedOfRun()
  const proof = await bitFlips(300, seed, 30)
  console.log(inOneLine('bit flips', proof, seed))
  expect([proof.counts.flips, proof.breaches]).toEqual([300, []])
}, 300_000)
