import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentsOf, readWorkbook } from '../reports/support/workbookContents.ts'
import { actAs, goTo, openLeeds, rowsIn, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const figuresOf = async (page: Page, row: string, nth = 0): Promise<string[]> => {
  const texts = await page.getByRole('row', { name: row }).nth(nth).getByRole('gridcell').allInnerTexts()
  return texts.map((text) => seen(text.replace(/[⚑\s]+(?=[\d(])/g, '')))
}

test('the three tables stand as the council lays them out, with their control rows', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByRole('treegrid').waitFor()
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
    expect.arrayContaining(['TOTAL', 'TO MARCH 2020', '2020/21', '2021/22', '2022/23', '2023 on']),
  )
  const rows = {
    A: await figuresOf(page, 'Helm Person Held Record'),
    'Care records': await figuresOf(page, 'Care Records and Corporate'),
    Infrastructure: await figuresOf(page, 'Infrastructure'),
    Strategy: await figuresOf(page, 'Strategy and OD'),
    Intelligence: await figuresOf(page, 'Data and intelligence'),
    Helm: await figuresOf(page, 'Helm Person Held Record', 1),
    B: await figuresOf(page, 'TOTALS', 1),
    Grant: await figuresOf(page, 'Government Grant'),
    Borrowing: await figuresOf(page, 'Dept Borrowing'),
    C: await figuresOf(page, 'Total Funding'),
    'C − B': await figuresOf(page, 'C − B'),
    'C − A': await figuresOf(page, 'C − A'),
  }
  expect(rows).toEqual({
    A: ['1,200.0', '1,200.0', 'none', 'none', 'none', 'none'],
    'Care records': ['1,135.0', 'none', '635.0', '500.0', 'none', 'none'],
    Infrastructure: ['808.0', 'none', '358.0', '450.0', 'none', 'none'],
    Strategy: ['50.0', 'none', '20.0', '30.0', 'none', 'none'],
    Intelligence: ['465.0', 'none', '215.0', '250.0', 'none', 'none'],
    Helm: ['591.0', 'none', 'none', '591.0', 'none', 'none'],
    B: ['3,049.0', '0.0', '1,228.0', '1,821.0', '0.0', '0.0'],
    Grant: ['1,265.6', 'none', '1,228.0', '37.6', 'none', 'none'],
    Borrowing: ['1,783.4', 'none', 'none', '1,783.4', 'none', 'none'],
    C: ['3,049.0', '0.0', '1,228.0', '1,821.0', '0.0', '0.0'],
    'C − B': ['0.0', '–', '0.0', '0.0', '0.0', '0.0'],
    'C − A': ['–', 'not recorded', '–', '–', '–', '–'],
  })
  await page.close()
})

test('a figure of table A is explained by the decisions before, and not by what is asked for now', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByRole('row', { name: 'Helm Person Held Record' }).first().getByRole('gridcell').first().click()
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await panel.getByRole('heading', { name: '£1,200,000' }).waitFor()
  await panel.getByText('Decision HELM-2018', { exact: true }).waitFor()
  await page.getByRole('row', { name: 'TOTALS' }).nth(1).getByRole('gridcell').first().click()
  await panel.getByRole('heading', { name: '£3,049,000' }).waitFor()
  await page.close()
})

test('beside them stand the tables as printed, with their faults marked and nothing to change', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByText('As printed', { exact: true }).click()
  const table = page.getByRole('table', { name: /Previous total Authority to Spend on this scheme, as printed/ })
  const [helm, totals] = [table.getByRole('row').nth(1), table.getByRole('row').nth(2)]
  const figures = async (row: typeof helm) => (await row.getByRole('cell').allInnerTexts()).map(seen)
  expect((await figures(helm)).map((text) => text.replace(/,.*/, ''))).toEqual([
    '590.0',
    'blank',
    '591.0',
    'blank',
    'blank',
    'blank',
  ])
  expect((await figures(totals))[3]).toBe('591.0')
  expect(await helm.getByRole('cell').first().innerText()).toContain('check: Previous total Authority')
  expect(
    await page
      .getByRole('table', { name: /Appendix A, as printed/ })
      .getByText('explains: Appendix A')
      .count(),
  ).toBe(1)
  expect(await page.getByRole('treegrid').count()).toBe(0)
  await page.getByRole('link', { name: /Appendix A total 2021\/22/ }).click()
  await page.getByRole('region', { name: /Both places: Appendix A total 2021\/22/ }).waitFor()
  await page.close()
})

test('a source is added, changed and retired by keyboard, and the file has it', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByRole('button', { name: 'Add a source' }).press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'source-name')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Choose what kind of funding it is' }).waitFor()
  await page.getByRole('alert').getByRole('link', { name: 'Enter the name of the source' }).press('Enter')
  await page.keyboard.type('Government grant')
  await page.keyboard.press('Tab')
  await page.getByLabel('Kind of funding').selectOption('Prudential borrowing')
  await page.getByLabel('Interest rate, % a year').fill('2.5')
  await page.getByLabel('Asset life, years').fill('7')
  await page.getByLabel(/^Spend by/).fill('31 March 2022')
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /already a funding source called/ })
    .waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Prudential loan')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /^Prudential loan Prudential borrowing/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.id === 'add-source')
  expect(await rowsIn(screens, "select * from funding_source where name = 'Prudential loan'")).toMatchObject([
    { category: 'prudential_borrowing', interest_rate_bp: 250, asset_life_years: 7, spend_by_on: '2022-03-31' },
  ])

  await page.getByRole('button', { name: 'Change: Prudential loan' }).press('Enter')
  await page.getByLabel('How certain it is').selectOption('At risk')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('row', { name: /^Prudential loan Prudential borrowing not recorded At risk/ }).waitFor()
  await page.getByRole('button', { name: 'Retire: Prudential loan' }).press('Enter')
  await page.getByLabel('Retired from').fill('1 April 2023')
  await page.keyboard.press('Enter')
  await page.getByText('Retired from 1 April 2023', { exact: true }).waitFor()
  expect(await rowsIn(screens, "select * from funding_source where name = 'Prudential loan'")).toMatchObject([
    { secured_status: 'at_risk', retired_on: '2023-04-01', revision: 3 },
  ])
  await page.close()
})

test('Ctrl+E saves the tables of the decision as a workbook, and the file holds their totals', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByRole('treegrid').waitFor()
  await page.keyboard.press('Control+e')
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Capital Funding & Cash Flow, Excel' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/\.xlsx$/)
  const contents = contentsOf(await readWorkbook(await readFile(await saved.path())))
  const values = contents.map(({ value }) => value)
  expect(values).toEqual(
    expect.arrayContaining(['Authority to Spend required for this Approval', 3_049_000, 1_783_400]),
  )
  await page.close()
})

test('before the decision took effect the screen says from when money may be spent, and nothing can be changed', async () => {
  const page = await openLeeds(screens, '/money/funding?asAt=2020-08-21')
  await page.getByText('decision ATS-2020 takes effect on Friday 28 August 2020').waitFor()
  expect(await page.getByRole('button', { name: /Add a source|Change|Retire/ }).count()).toBe(0)
  await goTo(screens, page, '/money/funding')
  await actAs(page, 'Finance officer')
  await page.getByText('Funding sources are changed by: programme director, administrator').waitFor()
  expect(await page.getByRole('button', { name: /Add a source/ }).count()).toBe(0)
  await page.close()
})

test('axe finds nothing serious on the tables, the print and the sources, in both schemes', async () => {
  const page = await openLeeds(screens, '/money/funding')
  const faults: Record<string, string[]> = { ledger: await screens.faultsInBothSchemes(page) }
  await goTo(screens, page, '/money/funding?show=both')
  faults.both = await screens.faultsInBothSchemes(page)
  await page.getByRole('button', { name: 'Add a source' }).click()
  await page.getByRole('button', { name: 'Add the source' }).click()
  await page.getByRole('alert').waitFor()
  faults.refused = await screens.faultsInBothSchemes(page)
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  await page.close()
})

test('at 320 by 640 only the tables scroll sideways', async () => {
  const page = await openLeeds(screens, '/money/funding?show=both', { width: 320, height: 640 })
  await page.getByRole('treegrid').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.close()
})
