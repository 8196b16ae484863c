import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, goTo, openLeeds, rowsIn, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'
import { twoFrames } from './support/twoFrames.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const causes = (page: Page) => page.getByRole('list', { name: 'Checks by cause' }).locator(':scope > li')
const causeOf = (page: Page, words: string) => causes(page).filter({ has: page.getByRole('heading', { name: words }) })

test('the findings of the sample come as 22 checks, each with what follows from it', async () => {
  const page = await openLeeds(screens, '/checks')
  await page.getByText('22 open · 7 arithmetic, 15 other · 35 findings').waitFor()
  expect(await causes(page).count()).toBe(22)
  await page.getByRole('link', { name: 'Checks, 22 open' }).waitFor()
  const dropped = causeOf(page, 'Appendix A total 2021/22 is £1,821,000 but its lines add to £1,886,000')
  await dropped.getByText('3 consequences').click()
  await dropped.getByText('Funding 2021/22 is £1,821,000 but plan is £1,886,000').waitFor()
  await page.close()
})

test('both places of the £65,000 are ringed where they are printed, and named in text', async () => {
  const page = await openLeeds(screens, '/checks')
  const dropped = causeOf(page, 'Appendix A total 2021/22')
  await dropped.getByText('Exactly one line equals £65,000: Apps assessment tools 2021/22.').waitFor()
  await dropped.getByRole('button', { name: 'Show both places' }).press('Enter')
  const places = dropped.getByRole('region', { name: /^Both places/ })
  await places.getByText('Apps assessment tools 2021/22, £65,000: explains the difference').waitFor()
  const table = places.getByRole('table', { name: /Appendix A, as printed/ })
  const cell = async (row: string) =>
    await table.getByRole('row', { name: row }).getByRole('cell').nth(1).getAttribute('data-ring')
  expect([await cell('Apps assessment tools'), await cell('no heading')]).toEqual(['explains', 'at-fault'])
  expect(await table.locator('td[data-counted]').count()).toBe(9)
  await page.close()
})

test('the £40,000 stands in two printed tables and in the ledger, where it leads to its entries', async () => {
  const page = await openLeeds(screens, '/checks')
  const moved = causeOf(page, 'Infrastructure 2020/21: authority is £358,000')
  await moved.getByText(/Apps assessment tools 2020\/21, £40,000, is planned under Data and intelligence/).waitFor()
  await moved.getByRole('button', { name: 'Show both places' }).click()
  const places = moved.getByRole('region', { name: /^Both places/ })
  expect(await places.getByRole('table', { name: /as printed/ }).count()).toBe(2)
  const ringed = await places.locator('td[data-ring]').allInnerTexts()
  expect(ringed.map((text) => /\d[\d.]{3,}/.exec(seen(text.replace(/^\d\s*/, '')))?.[0])).toEqual(['358.00', '40000'])
  await places.getByRole('button', { name: /Explain: Ledger, Infrastructure, authority/ }).press('Enter')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await panel.getByRole('heading', { name: '£358,000' }).waitFor()
  await page.close()
})

test('a check is assigned, answered and closed with a reason by keyboard, with its consequences, and the file keeps it', async () => {
  const page = await openLeeds(screens, '/checks')
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  const words = 'Previous total Authority to Spend on this scheme total 2020/21 is £0'
  const cause = causeOf(page, words)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words)

  await cause.getByRole('button', { name: 'Assign' }).press('Enter')
  await page.getByLabel('Who looks into it').selectOption('Finance officer')
  await page.locator('form').getByRole('button', { name: 'Assign' }).press('Enter')
  await cause.getByText('Owner: Finance officer').waitFor()
  await cause.getByRole('button', { name: 'Answer' }).press('Enter')
  await page.keyboard.type('The line belongs under 2021/22')
  await page.locator('form').getByRole('button', { name: 'Answer' }).press('Enter')
  await cause.getByText('Answered').first().waitFor()
  await cause.getByRole('button', { name: 'Close with a reason' }).press('Enter')
  await page.getByRole('button', { name: 'Close the check' }).press('Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter the reason for closing the check' }).press('Enter')
  await page.keyboard.type('Corrected in the next report')
  await page.getByRole('button', { name: 'Close the check' }).press('Enter')
  await page.getByText('21 open · 6 arithmetic, 15 other · 35 findings · 1 closed').waitFor()
  await page.getByRole('link', { name: 'Checks, 21 open' }).waitFor()
  expect(
    await rowsIn(screens, 'select owner, status, answer, closed_because from finding where is_removed = 0'),
  ).toEqual(
    Array.from({ length: 2 }, () => ({
      owner: 'Finance officer',
      status: 'closed',
      answer: 'The line belongs under 2021/22',
      closed_because: 'Corrected in the next report',
    })),
  )

  await page.getByLabel('Status').selectOption('Closed')
  await cause.getByText('Closed because: Corrected in the next report').waitFor()
  expect(await cause.getByRole('button').allInnerTexts()).toEqual(['Show both places'])
  await page.close()
})

/** Assigns the first cause, and gives what lets the save come to its end. */
const beginToAssign = async (page: Page): Promise<() => void> => {
  const saving = Promise.withResolvers<void>()
  await page.route('**/api/checks.assign*', async (route) => {
    await saving.promise
    await route.continue()
  })
  await causes(page).nth(0).getByRole('button', { name: 'Assign' }).press('Enter')
  await page.getByLabel('Who looks into it').selectOption('Finance officer')
  await page.locator('form').getByRole('button', { name: 'Assign' }).press('Enter')
  return saving.resolve
}

test('a form that is opened while another still saves stays open, with what is typed in it', async () => {
  const page = await openLeeds(screens, '/checks')
  const endSaving = await beginToAssign(page)
  await causes(page).nth(1).getByRole('button', { name: 'Answer' }).press('Enter')
  await page.keyboard.type('Kept')
  endSaving()
  await causes(page).nth(0).getByText('Owner: Finance officer').waitFor()
  expect(await page.getByLabel('What is right, and how you know').inputValue()).toBe('Kept')
  await page.close()
})

test('a form that closes once it is saved takes the focus of nobody who has gone elsewhere', async () => {
  const page = await openLeeds(screens, '/checks')
  const endSaving = await beginToAssign(page)
  const form = page.locator('form')
  const elsewhere = causes(page).nth(1).getByRole('button', { name: 'Answer' })
  await elsewhere.focus()
  endSaving()
  await form.waitFor({ state: 'detached' })
  // Two frames later whatever was to take the focus has had it.
  await twoFrames(page)
  expect(await elsewhere.evaluate((button) => button === document.activeElement)).toBe(true)
  await elsewhere.press('Enter')
  await page.getByLabel('What is right, and how you know').press('Escape')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => elsewhere.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.close()
})

test('the list is narrowed by severity, owner and rule, and the address keeps that', async () => {
  const page = await openLeeds(screens, '/checks')
  await page.getByLabel('Severity').selectOption('Note')
  await expect.poll(() => causes(page).count()).toBe(3)
  await page.getByLabel('Rule').selectOption('R37 No two schemes are the same work')
  await expect.poll(() => causes(page).count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('rule')).toBe('R37')
  await page.getByLabel('Owner').selectOption('Finance officer')
  await page.getByText('No check fits this filter.').waitFor()
  await page.getByRole('button', { name: 'Show all that are not closed' }).click()
  await expect.poll(() => causes(page).count()).toBe(22)
  await page.getByRole('button', { name: 'Run again' }).click()
  await page.getByRole('status').filter({ hasText: '22 open checks' }).waitFor()
  await page.close()
})

test('in the past and for a viewer checks are read only; a viewer is told who deals with them', async () => {
  const page = await openLeeds(screens, '/checks?asAt=2020-08-21')
  await causes(page).first().waitFor()
  expect(await page.getByRole('button', { name: /Assign|Answer|Close/ }).count()).toBe(0)
  await goTo(screens, page, '/checks')
  await actAs(page, 'Viewer')
  await page.getByText('Checks are assigned, answered and closed by: programme director').waitFor()
  expect(await page.getByRole('button', { name: /Assign|Answer|Close/ }).count()).toBe(0)
  await page.close()
})

test('a programme without documents and without faults says that everything ties', async () => {
  const page = await screens.openPage()
  const programme = { name: 'Tidy', council: 'Anytown Council', nhsPartner: 'NHS Anyshire', startYear: 2026, years: 2 }
  await screens.call('programme.create', { fileName: 'Tidy', programme })
  await goTo(screens, page, '/checks')
  await page.getByText(/Everything ties\. \d+ rules were run/).waitFor()
  await page.close()
})

test('axe finds nothing serious on the checks, their places and their forms, in both schemes', async () => {
  const page = await openLeeds(screens, '/checks')
  const moved = causeOf(page, 'Infrastructure 2020/21')
  await moved.getByRole('button', { name: 'Show both places' }).click()
  const faults: Record<string, string[]> = { places: await screens.faultsInBothSchemes(page) }
  await moved.getByRole('button', { name: 'Assign' }).click()
  faults.assign = await screens.faultsInBothSchemes(page)
  await moved.getByRole('button', { name: 'Close with a reason' }).click()
  await page.getByRole('button', { name: 'Close the check' }).click()
  await page.getByRole('alert').waitFor()
  faults.close = await screens.faultsInBothSchemes(page)
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  await page.close()
})

test('at 320 by 640 the checks never scroll sideways as a page', async () => {
  const page = await openLeeds(screens, '/checks', { width: 320, height: 640 })
  await causeOf(page, 'Infrastructure 2020/21').getByRole('button', { name: 'Show both places' }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.close()
})
