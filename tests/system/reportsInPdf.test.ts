import { expect, test } from 'vitest'
import { judge } from '../../domain/reading/judge.ts'
import { understand } from '../../domain/reading/understand.ts'
import { readDocument } from '../../electron/app/features/documents/readers/readDocument.ts'
import { foundIn, promised } from '../proof/plantedFaults.ts'
import { openBrowser } from '../support/chromium.ts'
import { causesInOrder, causesOfTheData } from '../support/reports/leedsCauses.ts'
import { leedsReport } from '../support/reports/leedsReport.ts'
import { printPdf, wordToPdf } from '../support/reports/writePdf.ts'

/** So many, always the same ones; the proofs plant a hundred others each time. */
const COUNT = 20
const SEED = 20_200_820

test('one fault planted in each of twenty random reports is found in PDF of a browser and of LibreOffice', async () => {
  const { found, amiss } = await foundIn('PDF', COUNT, SEED)
  console.log(`Planted faults in PDF: found ${found} of ${COUNT}`)
  expect(found, amiss.join('\n')).toBeGreaterThanOrEqual((promised.PDF / 100) * COUNT)
})

test('the Leeds report printed by a browser and by LibreOffice gives every finding that its data gives', async () => {
  const browser = await openBrowser()
  try {
    const printed = [await printPdf(browser, leedsReport), ...(await wordToPdf([leedsReport]))]
    const judged = await Promise.all(
      printed.map(async (bytes) => judge(understand(await readDocument(bytes)), null).findings),
    )
    expect(judged.map(causesInOrder)).toEqual([causesOfTheData(), causesOfTheData()])
  } finally {
    await browser.close()
  }
})
