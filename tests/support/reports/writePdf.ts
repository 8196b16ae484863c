import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { toPdf } from '../libreOffice.ts'
import type { ReportContent } from './reportContent.ts'
import { writeHtml } from './writeHtml.ts'
import { writeWord } from './writeWord.ts'

/** The report as a browser prints it. */
export const printPdf = async (browser: Browser, content: ReportContent): Promise<Uint8Array> => {
  const page = await browser.newPage()
  try {
    await page.setContent(writeHtml(content))
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
  } finally {
    await page.close()
  }
}

/** As many documents as one start of LibreOffice prints in time on a slow machine. */
const IN_ONE_START = 25

/** The reports as LibreOffice prints their Word documents, many with one start of it. */
export const wordToPdf = async (contents: readonly ReportContent[]): Promise<Uint8Array[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-reports-'))
  try {
    const files = await Promise.all(
      contents.map(async (content, at) => {
        const path = join(folder, `${at}.docx`)
        await writeFile(path, await writeWord(content))
        return path
      }),
    )
    const made: string[] = []
    for (let at = 0; at < files.length; at += IN_ONE_START) {
      made.push(...(await Promise.all(files.slice(at, at + IN_ONE_START).map(toPdf))))
    }
    return await Promise.all(made.map(async (path) => new Uint8Array(await readFile(path))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
