import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leedsReport } from '../support/reports/leedsReport.ts'
import type { ReportContent } from '../support/reports/reportContent.ts'
import { writeWord } from '../support/reports/writeWord.ts'
import { openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens
let page: Page
let word: Uint8Array

beforeAll(async () => {
  screens = await openScreens()
  word = await writeWord(misprinted(leedsReport, '173000', '17E000'))
  page = await openLeeds(screens, '/start')
  await screens.call('programme.close')
  await page.goto(`${screens.origin}/start`)
})

afterAll(() => screens?.close())

/** The report with another text in one cell of its tables. */
const misprinted = (report: ReportContent, printed: string, instead: string): ReportContent => ({
  ...report,
  parts: report.parts.map((part) =>
    part.kind === 'table'
      ? {
          ...part,
          rows: part.rows.map((row) =>
            row.map((cell) => ({ ...cell, lines: cell.lines.map((line) => (line === printed ? instead : line)) })),
          ),
        }
      : part,
  ),
})

/** Drops a file on the page as a person does who drags it there. */
const drop = async (name: string, bytes: Uint8Array): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ([called, data]) => {
      const held = new DataTransfer()
      held.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], called))
      return held
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  )
  await page.locator('[data-drop-zone]').dispatchEvent('drop', { dataTransfer: transfer })
}

const causes = async (): Promise<string[]> => {
  await page.locator('[data-cause]').first().waitFor()
  return await page.locator('[data-cause]').allInnerTexts()
}

const step = (name: string) => page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name })

test('a Word report is dropped on the first-run page, corrected in one cell and kept as a programme, and Checks find the same', async () => {
  await page.getByRole('radio', { name: 'Import a council report' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 1, name: 'Import a council report' }).waitFor()
  await drop('report.docx', word)

  const original = page.getByRole('region', { name: 'As printed' })
  await original.getByRole('button', { name: /^17E000/ }).click()
  const read = page.getByRole('region', { name: 'As read' })
  await read.locator('[data-marked]').first().waitFor()
  await page.getByRole('button', { name: 'Correct the reading' }).click()
  await page.getByRole('textbox', { name: 'As it should have been read' }).fill('173000')
  await page.keyboard.press('Enter')
  await page.getByText(/^Corrected\. \d+ causes? of what does not tie\.$/).waitFor()
  await read.getByText('£173,000').first().waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])

  // By key alone: from cell to cell on one side, and what is chosen is marked on the other.
  await read.getByRole('button', { name: '£590,000' }).first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await original.locator('td[data-marked]').getByText('591.0').waitFor()

  await step('What does not tie').click()
  const found = await causes()
  await page.getByRole('button', { name: 'Show in the document' }).first().click()
  await original.locator('[data-ring="at-fault"]').first().waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])

  await step('Keep').click()
  await page.getByRole('textbox', { name: 'Name of the programme' }).fill('Integrated digital care')
  await page.getByRole('button', { name: 'Keep as a programme' }).click()
  await page.getByRole('heading', { level: 1, name: 'Checks' }).waitFor()
  expect(await causes()).toEqual(found)
  expect(found.length).toBeGreaterThan(10)
  expect(
    await rowsIn(
      screens,
      `select name, json_array_length(corrections_json) as corrections, length(bytes) as size
       from document_reading join attachment_content using (sha256)`,
    ),
  ).toEqual([{ name: 'report.docx', corrections: 1, size: word.byteLength }])
}, 60_000)
