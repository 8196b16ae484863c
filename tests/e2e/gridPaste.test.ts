import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyElsewhere } from './support/copyElsewhere.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

/** The plan of the sample by year, open to be edited. */
const openPlan = async (options: Parameters<Screens['openPage']>[0] = {}): Promise<Page> => {
  const page = await screens.openPage(options)
  await screens.call('programme.openSample')
  await page.goto(`${screens.origin}/portfolio?view=years&unit=k`)
  await page.getByRole('treegrid', { name: /Portfolio by year/ }).waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.locator('td[data-editable]').first().waitFor()
  return page
}

const cellOf = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: row }).first().getByRole('gridcell').nth(column)

const pasteOn = async (page: Page, row: string, column: number) => {
  await cellOf(page, row, column).focus()
  await page.keyboard.press('Control+v')
}

const planOf = async (schemeName: string): Promise<Record<string, number>> => {
  const facts = (await screens.call('programme.screen', { asAt: null })) as {
    schemes: { id: string; name: string }[]
    balances: { level: string; place: { id: string }; startYear: number; amount: number }[]
  }
  const id = facts.schemes.find(({ name }) => name === schemeName)?.id
  const lines = facts.balances.filter((line) => line.level === 'plan' && line.place.id === id && line.amount !== 0)
  return Object.fromEntries(lines.map(({ startYear, amount }) => [startYear, amount]))
}

const strip = (page: Page) => page.getByRole('region', { name: 'Paste into Portfolio by year' })

test('a clean block into empty cells is written at once, from the digits that LibreOffice does not show', async () => {
  const page = await openPlan()
  const html =
    '<meta charset="utf-8"><table><tr><td align="right" sdval="12.3456" sdnum="2057;0;0.0">12.3</td><td sdval="7">7.0</td></tr></table>'
  await copyElsewhere(page, '12.3\t7.0\n', html)
  await pasteOn(page, 'Mindwell', 3)
  await page.getByRole('contentinfo').getByText('2 cells pasted').waitFor()
  expect(await strip(page).count()).toBe(0)
  expect(await planOf('Mindwell Mental Health portal')).toEqual({ 2020: 115_000_00, 2021: 12_345_60, 2022: 7_000_00 })
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => planOf('Mindwell Mental Health portal')).toEqual({ 2020: 115_000_00 })
  await page.close()
})

test('a block that replaces, and is refused in part, waits in a strip that names every cell, and is written as one change', async () => {
  const page = await openPlan()
  await copyElsewhere(page, '400.0\t410.0\r\nabc\t(5.5)\r\n116.0\t\r\n')
  await pasteOn(page, 'Leeds Care Record', 2)
  await strip(page).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-labelledby')?.includes('title'))
  const words = strip(page)
  await words
    .getByText('6 cells: 3 will change, 2 the same, 1 refused: Supporting Virtual Care, 2020/21: “abc” is text')
    .waitFor()
  expect(await words.getByRole('listitem').allInnerTexts()).toEqual([
    'Leeds Care Record, 2021/22: 400.0 → 410.0',
    'Supporting Virtual Care, 2021/22: 100.0 → (5.5)',
    'Mindwell Mental Health portal, 2020/21: 115.0 → 116.0',
  ])
  expect(await screens.seriousFaults(page)).toEqual([])
  expect(await planOf('Leeds Care Record')).toEqual({ 2020: 400_000_00, 2021: 400_000_00 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('contentinfo').getByText('3 cells pasted').waitFor()
  await strip(page).waitFor({ state: 'detached' })
  expect(await planOf('Leeds Care Record')).toEqual({ 2020: 400_000_00, 2021: 410_000_00 })
  await page.waitForFunction(() => document.activeElement?.closest('[role="treegrid"]'))
  await page.keyboard.press('Control+z')
  await cellOf(page, 'Leeds Care Record', 3).getByText('400.0').first().waitFor()
  expect([await planOf('Supporting Virtual Care'), await planOf('Mindwell Mental Health portal')]).toEqual([
    { 2021: 100_000_00 },
    { 2020: 115_000_00 },
  ])
  await page.close()
})

test('Esc gives the paste up, writes nothing, and gives the focus back to the cell', async () => {
  const page = await openPlan()
  await copyElsewhere(page, 'abc')
  await pasteOn(page, 'Diabetes', 2)
  await strip(page)
    .getByText('1 cell: 0 will change, 1 refused: Diabetes Management System, 2020/21: “abc” is text')
    .waitFor()
  expect(await strip(page).getByRole('button', { name: /Apply/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await strip(page).waitFor({ state: 'detached' })
  expect(await cellOf(page, 'Diabetes', 2).evaluate((cell) => cell.ownerDocument.activeElement === cell)).toBe(true)
  await page.close()
})

test('a second paste takes the place of the one that waits, and the focus', async () => {
  const page = await openPlan()
  await copyElsewhere(page, 'abc')
  await pasteOn(page, 'Diabetes', 2)
  await strip(page).getByText('“abc” is text').waitFor()
  await copyElsewhere(page, 'def')
  await pasteOn(page, 'Helm', 2)
  await strip(page).getByText('Helm Person Held Record, 2020/21: “def” is text').waitFor()
  expect(await strip(page).count()).toBe(1)
  await page.keyboard.press('Escape')
  await strip(page).waitFor({ state: 'detached' })
  await page.close()
})

test('on a row heading nothing is cleared or filled, because no cell was chosen', async () => {
  const page = await openPlan()
  await page.getByRole('rowheader', { name: 'Leeds Care Record' }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('contentinfo').getByText('Nothing cleared: choose the cells first').waitFor()
  await page.keyboard.press('Control+r')
  await page.getByRole('contentinfo').getByText('Nothing filled: choose the cells first').waitFor()
  expect(await planOf('Leeds Care Record')).toEqual({ 2020: 400_000_00, 2021: 400_000_00 })
  await page.close()
})

test('pounds pasted into a table of £000 are doubted, and read as pounds they are written right', async () => {
  const page = await openPlan()
  await copyElsewhere(page, '410000\t390000\r\n')
  await pasteOn(page, 'Leeds Care Record', 2)
  await strip(page)
    .getByText(
      'These amounts are about 1,000 times larger than the rest of this table. Check whether they are in pounds or £000',
    )
    .waitFor()
  await strip(page).getByLabel('Read as').selectOption('£')
  await strip(page)
    .getByText(/1,000 times/)
    .waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('contentinfo').getByText('2 cells pasted').waitFor()
  expect(await planOf('Leeds Care Record')).toEqual({ 2020: 410_000_00, 2021: 390_000_00 })
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await cellOf(page, 'Leeds Care Record', 2).getByText('400.0').first().waitFor()
  await page.close()
})

test('markup that is pasted is never run and never part of the page', async () => {
  const page = await openPlan()
  await page.evaluate(() => Object.assign(globalThis, { wasRun: false }))
  await copyElsewhere(
    page,
    '1',
    '<table><tr><td><img src=x onerror="globalThis.wasRun = true"><script>globalThis.wasRun = true</script>x1</td></tr></table>',
  )
  await pasteOn(page, 'Mindwell', 2)
  await page.getByRole('contentinfo').getByText('1 cell pasted').waitFor()
  expect(await page.evaluate(() => (globalThis as { wasRun?: boolean }).wasRun)).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await cellOf(page, 'Mindwell', 2).getByText('115.0').first().waitFor()
  await page.close()
})

test('an amount below zero is asked about, whether it is typed or pasted, and written when it is meant', async () => {
  const page = await openPlan()
  const before = await planOf('Leeds Care Record')
  const typed = page.getByRole('region', { name: 'Typed into Portfolio by year' })
  const type = async () => {
    await cellOf(page, 'Leeds Care Record', 2).focus()
    await page.keyboard.type('=100-150')
    await page.keyboard.press('Enter')
    await typed.getByText('1 amount goes below zero. Apply only if you mean to take that much away').waitFor()
    await typed.getByText('Leeds Care Record, 2020/21: 400.0 → (50.0)').waitFor()
  }
  await type()
  await page.keyboard.press('Escape')
  await typed.waitFor({ state: 'detached' })
  expect(await planOf('Leeds Care Record')).toEqual(before)
  await type()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('contentinfo').getByText('1 cell changed').waitFor()
  expect(await planOf('Leeds Care Record')).toEqual({ ...before, 2020: -50_000_00 })
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-column') === '3')
  await copyElsewhere(page, '-20')
  await pasteOn(page, 'Leeds Care Record', 3)
  await strip(page).getByText('1 amount goes below zero').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await cellOf(page, 'Leeds Care Record', 2).getByText('400.0').first().waitFor()
  await page.close()
})

test('the strip is read in 320 pixels without scrolling the page sideways', async () => {
  const page = await openPlan({ width: 320, height: 640 })
  await copyElsewhere(page, Array.from({ length: 8 }, (_, at) => `word${at}`).join('\t'))
  await pasteOn(page, 'Leeds Care Record', 2)
  await strip(page).getByRole('button', { name: 'Show all 8' }).click()
  await strip(page).getByText('Leeds Care Record, column 8 of it: this is outside the table').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.close()
})
