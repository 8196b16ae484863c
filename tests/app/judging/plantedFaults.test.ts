import { expect, test } from 'vitest'
import { foundIn } from '../../proof/plantedFaults.ts'
import { plantedReports } from '../../support/reports/plantedReports.ts'
import { faultKinds } from '../../support/reports/plantFault.ts'

/** So many of each format, always the same ones; the proofs plant a hundred others each time. */
const COUNT = 20
const SEED = 20_200_820

test.each(['Word', 'HTML'] as const)(
  'one fault planted in each of twenty random reports is found in %s, named by kind and place, and nothing else accused',
  async (format) => {
    const { found, amiss } = await foundIn(format, COUNT, SEED)
    console.log(`Planted faults in ${format}: found ${found} of ${COUNT}`)
    expect(amiss).toEqual([])
  },
  120_000,
)

test('every kind of fault is planted somewhere', () => {
  const planted = new Set(plantedReports(faultKinds.length * 2, 1).map(({ fault }) => fault.kind))
  expect([...planted].toSorted()).toEqual([...faultKinds].toSorted())
})
