import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, openLeeds, rowsIn, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

/** A row of a grid or a table by its heading, as the eye sees it. */
const rowOf = async (page: Page, name: string | RegExp): Promise<string[]> => {
  const cells = page.getByRole('row', { name }).first().locator('td, [role="gridcell"]')
  return (await cells.allInnerTexts()).map(seen)
}

test('a finance officer records the terms of a loan, compares two mixes, and asks for the swap of one', async () => {
  const page = await openLeeds(screens, '/money/funding/waterfall')
  await page.getByText('nothing pays for £65,000 of 2021/22').waitFor()
  await page.getByText('borrowing pays 58.5% of £3,049,000').waitFor()
  expect({
    grant: await rowOf(page, /^1 +Government Grant/),
    loan: await rowOf(page, /^2 +Dept Borrowing/),
    nothing: await rowOf(page, 'Nothing pays for'),
    share: await rowOf(page, 'Borrowing, of what is paid'),
  }).toEqual({
    grant: ['1,265.6', '1,228.0', '37.6'],
    loan: ['1,783.4', 'none', '1,783.4'],
    nothing: ['65.0', 'none', '65.0'],
    share: ['58.5%', '0.0%', '97.9%'],
  })
  await page.getByText('The yearly cost is not known until what is missing below is recorded.').waitFor()

  await actAs(page, 'Finance officer')
  await page.getByRole('button', { name: 'Record: terms of Dept Borrowing' }).press('Enter')
  await page.getByLabel('Interest rate, % a year').fill('four')
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Enter the interest rate in per cent/ })
    .waitFor()
  await page.getByLabel('Interest rate, % a year').fill('4')
  await page.getByLabel('Asset life, years').fill('10')
  await page.keyboard.press('Enter')
  await page.getByText('The dearest year is 2022/23 at £249,676').waitFor()
  expect(await rowsIn(screens, "select * from funding_source where name = 'Dept Borrowing'")).toMatchObject([
    { interest_rate_bp: 400, asset_life_years: 10, revision: 2 },
  ])
  expect(await screens.seriousFaults(page)).toEqual([])

  await page.getByRole('navigation', { name: 'Parts of funding' }).getByRole('link', { name: 'Swap planner' }).click()
  await page.getByRole('heading', { level: 1, name: 'Swap planner' }).waitFor()
  const [money, source, amount] = [
    page.getByLabel('In the place of, in Mix 1'),
    page.getByLabel('Source that pays, in Mix 1'),
    page.getByLabel('Amount, in Mix 1'),
  ]
  const swap = async (thousands: string) => {
    await money.selectOption('Dept Borrowing 2021/22: £1,783,400')
    await source.selectOption('Government Grant')
    await amount.fill(thousands)
    await page.getByRole('button', { name: 'Add the swap to Mix 1' }).click()
  }
  await swap('2,000')
  await page.getByText('Not lawful: Dept Borrowing has £1,783,400 in 2021/22').waitFor()
  expect(await page.getByRole('button', { name: 'Ask for the swaps of Mix 1' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Remove: £2,000,000 of 2021\/22/ }).click()
  await swap('200')
  await page.getByRole('checkbox', { name: 'Government Grant comes a year late in Mix 2' }).check()
  await page.getByText('Mix 1: costs revenue £244,000 less over the whole life than what stands.').waitFor()
  expect({
    share: await rowOf(page, /^Borrowing share/),
    dearest: await rowOf(page, /^Dearest year to revenue/),
    nothing: await rowOf(page, /^Nothing pays for/),
  }).toEqual({
    share: ['58.5%', '51.9%', '34.9%'],
    dearest: ['£249,676 in 2022/23', '£221,676 in 2022/23', '£92,120 in 2022/23'],
    nothing: ['£65,000', '£65,000', '£1,228,000'],
  })
  expect(await screens.seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Ask for the swaps of Mix 1' }).click()
  await page.getByLabel('Reason, in 100 words or fewer').fill('The fund gives more grant.')
  await page.getByRole('button', { name: 'Send the change request' }).click()
  await page.getByText('Somebody else approves it before money moves.').waitFor()
  await page.getByText('The fund gives more grant.').waitFor()
  const [raised] = await rowsIn(screens, 'select * from change_request')
  expect(raised).toMatchObject({ kind: 'funding_swap', status: 'sent', reason: 'The fund gives more grant.' })
  expect(JSON.parse(String(raised?.lines_json))).toMatchObject([
    { level: 'allocation', startYear: 2021, amount: -200_000_00 },
    { level: 'allocation', startYear: 2021, amount: 200_000_00 },
  ])
  await page.close()
})

test('the nine ideas without money are scored, estimated and slotted into the headroom', async () => {
  const page = await openLeeds(screens, '/pipeline')
  await page.getByText('9 schemes without money').waitFor()
  expect(await rowOf(page, /^Headroom, years added up/)).toEqual(['551.0', '572.0', '551.0'])
  await page.getByRole('button', { name: 'Lay down criteria' }).press('Enter')
  await page.getByLabel('In force from').fill('1 April 2020')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter the name of criterion 1' }).waitFor()
  await page.getByLabel('Where they are laid down').fill('Board of August 2020')
  await page.getByLabel('Name 1').fill('Strategic fit')
  await page.getByLabel('Weight 1, 1 to 100').fill('3')
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByLabel('Name 2').fill('Need')
  await page.getByRole('button', { name: 'Lay down the criteria' }).click()
  await page.getByText('Strategic fit counts 3, Need counts 1.').waitFor()

  const judge = async (scheme: string, fit: string, cost: string) => {
    await page.getByRole('button', { name: `Score: ${scheme}`, exact: true }).press('Enter')
    await page.getByLabel('Score for Strategic fit').selectOption(fit)
    await page.getByLabel('Reason for Strategic fit').fill('As the strategy says')
    await page.getByLabel('Score for Need').selectOption('3')
    await page.getByLabel('Reason for Need').fill('Asked for by practices')
    await page.getByRole('button', { name: 'Save the scores' }).click()
    await page.getByRole('heading', { name: `Score ${scheme}` }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: `Estimate: ${scheme}`, exact: true }).press('Enter')
    await page.getByLabel('Cost in 2021/22').fill(cost)
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    await page.getByRole('heading', { name: `Estimate ${scheme}` }).waitFor({ state: 'detached' })
  }
  await judge('Care planning', '4', '400k')
  await judge('Population Health', '5', '300k')
  await page.getByText('needs £400,000 up to 2021/22, where £251,000 is left').waitFor()
  const names = await page
    .getByRole('region', { name: 'Candidates, the best first' })
    .last()
    .getByRole('rowheader')
    .allInnerTexts()
  expect(names.map(seen)).toEqual([
    'Population Health',
    'Care planning',
    'Collaboration tools',
    'Community Cloud embedding',
    'Enterprise coordination',
    'Integration tools',
    'LOOP chatbot feature',
    'Pathway visualisation',
    'Open Data',
  ])
  expect(await rowOf(page, /^Left after them, years added up/)).toEqual(['251.0', '572.0', '251.0'])
  expect(await screens.seriousFaults(page)).toEqual([])
  expect(await rowsIn(screens, 'select count(*) as candidates from pipeline_candidate')).toEqual([{ candidates: 2 }])
  await page.close()
})
