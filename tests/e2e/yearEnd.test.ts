import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { yearEndProgramme } from '../support/yearEndProgramme.ts'
import { actAs, goTo, rowsIn, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).first().waitFor()

/** Explains a scheme in its form: labels of fields with what is typed into them. */
const explain = async (page: Page, scheme: string, fields: Record<string, string>): Promise<void> => {
  await page.getByRole('button', { name: `Explain: ${scheme}` }).press('Enter')
  const form = page.getByRole('form', { name: new RegExp(`^${scheme}`) })
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text)
  await form.getByRole('button', { name: 'Save the explanation' }).press('Enter')
  await status(page, `Explained: ${scheme}`)
}

test('a year is taken from its outturn to what is carried forward with its funding, and is closed', async () => {
  const page = await screens.openPage({ isBlank: true })
  await screens.call('programme.open', { path: await yearEndProgramme(screens.folder) })
  await goTo(screens, page, '/spend/periods?year=2024&unit=gbp')
  await actAs(page, 'Finance officer')

  await page.getByRole('link', { name: 'Close: P13, closing entries' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Check before you close P1, April 2024 to P13/ }).waitFor()
  await page.getByRole('button', { name: 'Close 13 periods' }).press('Enter')
  await page.getByText('all periods of 2024/25 are closed').waitFor()

  await page.getByRole('navigation', { name: 'Parts of spend' }).getByRole('link', { name: 'Year end' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Year end/ }).waitFor()
  await page.getByRole('combobox', { name: 'Financial year' }).selectOption('2024')
  await page.getByRole('heading', { level: 1, name: 'Year end 2024/25' }).waitFor()
  const grid = page.getByRole('treegrid', { name: /^Outturn 2024\/25/ })
  const rowOf = async (name: string) =>
    await grid
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('gridcell')
      .allInnerTexts()
  expect((await rowOf('Shared care portal')).slice(0, 3).map((text) => text.split('\n')[0])).toEqual([
    '100,000',
    '70,000',
    '30,000',
  ])
  expect(await screens.seriousFaults(page)).toEqual([])

  await explain(page, 'Shared care portal', {
    'Slippage: it is spent later': '25000',
    'Saving: it is not needed': '5000',
    Reason: 'The supplier delivers the last part in May',
  })
  await page.getByRole('button', { name: 'Explain in the grid' }).press('Enter')
  const notReceived = grid
    .getByRole('row', { name: /^Sensors at home/ })
    .getByRole('gridcell')
    .nth(5)
  await notReceived.focus()
  await page.keyboard.type('6000')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await rowOf('Sensors at home')).slice(5, 8).map(seen)).toEqual(['6,000', '0', '0'])
  await explain(page, 'Sensors at home', {
    Reason: 'The partner paid for fewer homes',
  })
  await page.getByText('£20,000: has to be spent by 31 March 2026, within the year').waitFor()
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Slippage and carry-forward request, CSV' }).press('Enter')
  const csv = await readFile(await (await download).path(), 'utf8')
  const totals = csv.split('\r\n').flatMap((line) => /^[^,]*,TOTALS,,(.*),,,,,20\d\d-/.exec(line)?.[1] ?? [])
  expect(totals).toEqual([
    '180000.00,146000.00,25000.00,5000.00,,,,25000.00,,,,,,',
    ',146000.00,25000.00,5000.00,,,,,180000.00,2000.00,6000.00,0.00,0.00,0.00',
  ])

  await page.getByRole('button', { name: 'Ask to carry £25,000 forward' }).press('Enter')
  await status(page, 'Asked to carry forward in 1 request')
  await page.getByRole('row', { name: /Change 1.*Waits for approval/ }).waitFor()
  const [request] = await rowsIn(screens, 'select id, revision from change_request')
  await screens.as('s151_officer').changes.approve.mutate({ ...request, answer: '' } as never)
  await goTo(screens, page, '/spend/year-end?year=2024')
  await page.getByRole('row', { name: /Change 1.*Posted/ }).waitFor()

  await page.getByRole('link', { name: 'Check and close 2024/25' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Check before you close 2024/25' }).waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Close 2024/25' }).press('Enter')
  await page.getByText('The ledger agrees with the spend at the close, £146,000.').waitFor()

  expect(
    await rowsIn(
      screens,
      `select level, start_year as year, sum(amount_pence) / 100 as pounds from entry where level in ('plan', 'allocation', 'authority')
       group by level, start_year order by level, start_year`,
    ),
  ).toEqual([
    { level: 'allocation', year: 2024, pounds: 155_000 },
    { level: 'allocation', year: 2025, pounds: 25_000 },
    { level: 'authority', year: 2024, pounds: 155_000 },
    { level: 'authority', year: 2025, pounds: 25_000 },
    { level: 'plan', year: 2024, pounds: 155_000 },
    { level: 'plan', year: 2025, pounds: 25_000 },
  ])
  expect(await rowsIn(screens, 'select start_year as year, status from year_status order by start_year')).toEqual([
    { year: 2024, status: 'closed' },
    { year: 2025, status: 'open' },
  ])
  await page.close()
})
