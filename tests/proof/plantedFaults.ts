import { judge } from '../../domain/reading/judge.ts'
import { understand } from '../../domain/reading/understand.ts'
import { readDocument } from '../../electron/app/features/documents/readers/readDocument.ts'
import { openBrowser } from '../support/chromium.ts'
import { type PlantedReport, plantedReports } from '../support/reports/plantedReports.ts'
import { verdict } from '../support/reports/verdict.ts'
import { writeHtml } from '../support/reports/writeHtml.ts'
import { printPdf, wordToPdf } from '../support/reports/writePdf.ts'
import { writeWord } from '../support/reports/writeWord.ts'
import type { Proof } from './proof.ts'

export type WrittenAs = 'Word' | 'HTML' | 'PDF'

/** How many of a hundred must be found, and nothing else accused. */
export const promised: Record<WrittenAs, number> = { Word: 99, HTML: 99, PDF: 95 }

/** Of reports with one planted fault each: how many were found, and what was amiss with the others. */
export const foundIn = async (
  format: WrittenAs,
  count: number,
  seed: number,
): Promise<{ found: number; amiss: string[] }> => {
  const reports = plantedReports(count, seed)
  const documents = await writers[format](reports)
  const amiss: string[] = []
  for (const [at, { printed, fault, seed: own }] of reports.entries()) {
    const said = await saidOf(documents[at] ?? new Uint8Array(), printed, fault)
    if (said !== 'found') amiss.push(`${format}, seed ${own}: ${JSON.stringify(fault)}: ${said}`)
  }
  return { found: count - amiss.length, amiss }
}

const saidOf = async (bytes: Uint8Array, printed: PlantedReport['printed'], fault: PlantedReport['fault']) => {
  try {
    return verdict(judge(understand(await readDocument(bytes)), null), fault, printed)
  } catch (error) {
    return `failed: ${error}`
  }
}

const writers: Record<WrittenAs, (reports: PlantedReport[]) => Promise<Uint8Array[]>> = {
  Word: async (reports) => await Promise.all(reports.map(({ content }) => writeWord(content))),
  HTML: async (reports) => reports.map(({ content }) => new TextEncoder().encode(writeHtml(content))),
  PDF: async (reports) => {
    const browser = await openBrowser()
    try {
      const isPrinted = (at: number) => at % 2 === 0
      const converted = await wordToPdf(reports.filter((_, at) => !isPrinted(at)).map(({ content }) => content))
      const made: Uint8Array[] = []
      for (const [at, { content }] of reports.entries()) {
        made.push(isPrinted(at) ? await printPdf(browser, content) : (converted[(at - 1) / 2] ?? new Uint8Array()))
      }
      return made
    } finally {
      await browser.close()
    }
  },
}

/** One fault in each of so many reports of each format: found, named by kind and place, and nothing else accused. */
export const plantedFaults = async (count: number, seed: number): Promise<Proof> => {
  const counts: Record<string, number> = {}
  const breaches: string[] = []
  for (const format of ['Word', 'HTML', 'PDF'] as const) {
    const { found, amiss } = await foundIn(format, count, seed)
    counts[`${format} planted`] = count
    counts[`${format} found`] = found
    if (found * 100 < promised[format] * count) breaches.push(...amiss)
  }
  return { counts, breaches }
}
