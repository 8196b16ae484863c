import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, goTo, openLeeds, rowsIn, schemeNamed, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const openScheme = async (name: string, search = '', options: Parameters<Screens['openPage']>[0] = {}) => {
  const page = await openLeeds(screens, '/portfolio', options)
  await goTo(screens, page, `/schemes/${await schemeNamed(screens, name)}${search}`)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return page
}

const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()

test('the chain of the Helm scheme goes from its allocation to what is not yet authorised, and each figure explains itself', async () => {
  const page = await openScheme('Helm Person Held Record')
  const steps = await page
    .getByRole('region', { name: /From allocation to authority/ })
    .getByRole('listitem')
    .allInnerTexts()
  expect(steps.map((step) => /[\d,]+\.\d/.exec(step)?.[0])).toEqual(['1,800.0', '1,200.0', '591.0', '9.0'])
  await page.getByRole('button', { name: '591.0' }).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await panel.getByRole('heading', { name: '£591,000' }).waitFor()
  await panel.getByRole('heading', { name: '1 entry' }).waitFor()
  await page.getByText('no business case is on record. £591,000 stays held until one is approved.').waitFor()
  await page.close()
})

test('the details are changed by keyboard, kept in the file, and stand in the history before and after', async () => {
  const page = await openScheme('Estates blueprinting')
  await page.getByRole('button', { name: 'Change the details' }).press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'about-name')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(' ')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter the name of the scheme' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('about-name')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Estates blueprint')
  await page.getByLabel('Commissioner').selectOption('Joint')
  await page.getByLabel('NHS share, %').fill('60')
  await page.getByLabel('Council share, %').fill('30')
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /They add up to 90%/ })
    .waitFor()
  await page.getByLabel('Council share, %').fill('40')
  await page.getByLabel('Planned start').fill('1 September 2020')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Estates blueprint' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'change-about')
  const [row] = await rowsIn(screens, "select * from scheme where name = 'Estates blueprint'")
  expect(row).toMatchObject({ commissioner: 'joint', nhs_share_bp: 6000, la_share_bp: 4000, revision: 2 })
  expect(JSON.parse(String(row?.aliases_json))).toContain('Estates blueprinting')

  await page.getByRole('link', { name: 'History' }).click()
  await page.getByText('Changed · 6 fields').click()
  const field = page.getByRole('row', { name: 'Name Estates blueprinting Estates blueprint', exact: true })
  await field.waitFor()
  await page.getByRole('row', { name: 'NHS share not recorded 60.0%' }).waitFor()
  await page.close()
})

test('the stage goes only where it can and closure does not lead, and a scheme with money on it cannot be cancelled', async () => {
  const page = await openScheme('Helm Person Held Record')
  await page.getByRole('button', { name: 'Change the stage' }).click()
  const stages = page.getByLabel('Next stage')
  expect(await stages.locator('option').allInnerTexts()).toEqual(['Choose a stage', 'On hold', 'Cancelled'])
  await stages.selectOption('Cancelled')
  await page.getByRole('button', { name: 'Change the stage' }).last().click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /is still used by allocation/ })
    .waitFor()
  await stages.selectOption('On hold')
  await page.getByRole('button', { name: 'Change the stage' }).last().click()
  await status(page, 'Helm Person Held Record is now: on hold')
  expect(await rowsIn(screens, "select lifecycle from scheme where short_name = 'Helm'")).toEqual([
    { lifecycle: 'on_hold' },
  ])
  await page.close()
})

test('a business case is recorded for a year, with the place that says so', async () => {
  const page = await openScheme('Helm Person Held Record', '?tab=cases')
  await page.getByRole('button', { name: 'Record a business case' }).click()
  await page.getByLabel('For', { exact: true }).selectOption('2021/22')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Choose the status of the business case' }).waitFor()
  await page.getByLabel('Status', { exact: true }).selectOption('Draft')
  await page.getByLabel('Where that is said').fill('Board minutes, item 4')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: '2021/22 Draft Board minutes, item 4' }).waitFor()
  await page.getByText('the scheme lead writes the business case. £591,000 stays held').waitFor()
  const [row] = await rowsIn(screens, "select * from case_status where place = 'Board minutes, item 4'")
  expect(row).toMatchObject({ start_year: 2021, status: 'draft' })
  await page.close()
})

test('the plan is edited by source, and the entry carries the source', async () => {
  const page = await openScheme('House of the Future', '?tab=money')
  await page.getByRole('button', { name: 'Edit the plan' }).click()
  await page.getByLabel('Plan from another source').selectOption('Government Grant')
  const cell = page
    .getByRole('row', { name: /^Government Grant/ })
    .getByRole('gridcell')
    .nth(3)
  await cell.click()
  await page.keyboard.type('12.5')
  await page.keyboard.press('Enter')
  await expect
    .poll(() =>
      rowsIn(
        screens,
        `select entry.amount_pence, entry.start_year, funding_source.name from entry
         join funding_source on funding_source.id = entry.source_id where entry.level = 'plan'`,
      ),
    )
    .toEqual([{ amount_pence: 12_500_00, start_year: 2021, name: 'Government Grant' }])
  const total = page.getByRole('row', { name: /^Plan/ }).getByRole('gridcell').nth(3)
  await expect.poll(async () => seen(await total.innerText())).toBe('212.5')
  await page.close()
})

test('Alt+PgDn goes to the next scheme on the same tab, and Alt+PgUp back', async () => {
  const page = await openScheme('Leeds Care Record', '?tab=money')
  await page.keyboard.press('Alt+PageDown')
  await page.getByRole('heading', { level: 1, name: 'Supporting Virtual Care' }).waitFor()
  await page.getByRole('treegrid', { name: /Supporting Virtual Care, money by level/ }).waitFor()
  await page.keyboard.press('Alt+PageUp')
  await page.getByRole('heading', { level: 1, name: 'Leeds Care Record' }).waitFor()
  await page.close()
})

test('in the past and for a viewer there are no acts; a viewer is told who has them', async () => {
  const page = await openScheme('Helm Person Held Record', '?asAt=2020-08-21')
  const acts = page.getByRole('button', { name: /^(Change|Record|Edit)/ })
  await page.getByRole('region', { name: 'About this scheme', exact: true }).waitFor()
  expect(await acts.count()).toBe(0)
  await page.getByRole('button', { name: 'Return to today' }).click()
  await page.getByRole('button', { name: 'Change the details' }).waitFor()
  await actAs(page, 'Viewer')
  await page.getByText('The details of schemes are changed by: programme director, scheme lead').waitFor()
  expect(await acts.count()).toBe(0)
  await page.close()
})

test('an address that belongs to no scheme says so, and leads back', async () => {
  const page = await openLeeds(screens, '/schemes/nothing')
  await page.getByText('This scheme is not in the programme.').waitFor()
  await goTo(screens, page, '/schemes/01E5AMP1E00000000000009999')
  await page.getByText('This scheme is not in the programme.').waitFor()
  await page.getByRole('button', { name: 'Go back' }).waitFor()
  await page.close()
})

test('axe finds nothing serious on a scheme, its forms, its money and its history, in both schemes', async () => {
  const page = await openScheme('Helm Person Held Record')
  const faults: Record<string, string[]> = { overview: await screens.faultsInBothSchemes(page) }
  for (const act of ['Change the details', 'Change the stage', 'Change the ratings']) {
    await page.getByRole('button', { name: act }).first().click()
    await page.locator('form').waitFor()
    faults[act] = await screens.faultsInBothSchemes(page)
  }
  await page.getByRole('link', { name: 'Cases and decisions' }).click()
  await page.getByRole('button', { name: 'Record a business case' }).click()
  await page.locator('form').waitFor()
  faults.cases = await screens.faultsInBothSchemes(page)
  await page.getByRole('link', { name: 'Money' }).click()
  await page.getByRole('button', { name: 'Edit the plan' }).click()
  await page.getByLabel('Plan from another source').selectOption('Dept Borrowing')
  faults.money = await screens.faultsInBothSchemes(page)
  await page.getByRole('link', { name: 'History' }).click()
  await page.locator('summary').first().click()
  faults.history = await screens.faultsInBothSchemes(page)
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  await page.close()
})

test('at 320 by 640 a scheme never scrolls sideways as a page', async () => {
  const page = await openScheme('Helm Person Held Record', '', { width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBe(320)
  await page.getByRole('button', { name: 'Change the details' }).click()
  expect(await width()).toBe(320)
  await page.getByRole('link', { name: 'Money' }).click()
  await page.getByRole('treegrid').waitFor()
  expect(await width()).toBe(320)
  await page.getByRole('link', { name: 'History' }).click()
  await page.locator('summary').first().click()
  expect(await width()).toBe(320)
  await page.close()
})
