import { expect, test } from 'vitest'
import { ioFaults } from '../proof/ioFaults.ts'
import { inOneLine } from '../proof/proof.ts'

test('whichever step of writing a file fails, once or for ever, or is the last one before a kill, the file is all old or all new and the next start tidies up', async () => {
  const proof = await ioFaults(['export'])
  console.log(inOneLine('i/o faults', proof, 0))
  expect(proof.breaches).toEqual([])
  expect(proof.counts.killed).toBeGreaterThan(10)
}, 300_000)
