import { expect, test } from 'vitest'
import { foundIn, promised } from '../proof/plantedFaults.ts'

/** So many, always the same ones; the proofs plant a hundred others each time. */
const COUNT = 20
const SEED = 20_200_820

test('one fault planted in each of twenty random reports is found in PDF of a browser and of LibreOffice', async () => {
  const { found, amiss } = await foundIn('PDF', COUNT, SEED)
  console.log(`Planted faults in PDF: found ${found} of ${COUNT}`)
  expect(found, amiss.join('\n')).toBeGreaterThanOrEqual((promised.PDF / 100) * COUNT)
})
