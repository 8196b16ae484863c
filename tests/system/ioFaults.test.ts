import { expect, test } from 'vitest'
import { writings } from '../proof/fileWriters.ts'
import { ioFaults } from '../proof/ioFaults.ts'
import { inOneLine } from '../proof/proof.ts'

test('whichever step of writing a file fails, once or for ever, or is the last one before a kill, the file is all old or all new and the next start tidies up', async () => {
  // The three forms that are written in pieces take the same steps; one of them stands for all, and the long proof takes each.
  const failed = writings.filter((what) => what !== 'everythingAsWorkbook' && what !== 'everythingAsCsv')
  const proof = await ioFaults(failed, ['export'])
  console.log(inOneLine('i/o faults', proof, 0))
  expect(proof.breaches).toEqual([])
  expect(proof.counts.killed).toBeGreaterThan(10)
}, 600_000)
