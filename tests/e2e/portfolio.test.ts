import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const openPortfolio = async (search = '', options: Parameters<Screens['openPage']>[0] = {}): Promise<Page> => {
  const page = await screens.openPage(options)
  await screens.call('programme.openSample')
  await page.goto(`${screens.origin}/portfolio${search}`)
  await page.getByRole('treegrid').waitFor()
  return page
}

const cellOf = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: row }).first().getByRole('gridcell').nth(column)

const planOf = async (schemeName: string, startYear: number): Promise<number> => {
  const facts = (await screens.call('programme.screen', { asAt: null })) as {
    schemes: { id: string; name: string }[]
    balances: { level: string; place: { id: string }; startYear: number; amount: number }[]
  }
  const id = facts.schemes.find(({ name }) => name === schemeName)?.id
  return facts.balances
    .filter((line) => line.level === 'plan' && line.place.id === id && line.startYear === startYear)
    .reduce((total, line) => total + line.amount, 0)
}

test('from the first page to the portfolio of the sample in one press', async () => {
  const page = await screens.openPage()
  await page.goto(`${screens.origin}/start`)
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await page.getByRole('treegrid', { name: /Portfolio by level, thousands of pounds, 2020\/21 to 2021\/22/ }).waitFor()
  expect(await page.title()).toBe('Portfolio, City Digital integrated health and care – BCF digital tracker')
  expect(new URL(page.url()).search).toBe('?fy=2020-2021&unit=k')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.close()
})

test('the levels stand side by side, and what is missing says how', async () => {
  const page = await openPortfolio('?fy=2020-2021&asAt=2020-08-28')
  const texts = async (row: string) =>
    await page.getByRole('row', { name: row }).first().getByRole('gridcell').allInnerTexts()
  expect((await texts('Infrastructure')).slice(0, 7).map(seen)).toEqual([
    '768.0',
    'at prog.',
    '808.0',
    '808.0',
    'none',
    'none',
    '0.0',
  ])
  expect((await texts('Programme total')).slice(0, 4).map(seen)).toEqual(['3,114.0', '3,049.0', '3,049.0', '3,049.0'])
  expect((await texts('Plan less this level')).slice(1, 3).map(seen)).toEqual(['65.0', '65.0'])
  await page.close()
})

// The spoken form of a figure is hidden for the eye and comes after the shown one.
const seen = (text: string): string => text.split('\n')[0] ?? ''

test('axe finds nothing serious on the first page, the portfolio, its editor, Explain and the keys, in both schemes', async () => {
  const page = await openPortfolio()
  const faults: Record<string, string[]> = { levels: await screens.faultsInBothSchemes(page) }
  await page.getByText('Years across').click()
  await page.getByRole('treegrid', { name: /Portfolio by year/ }).waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  await cellOf(page, 'Estates blueprinting', 2).click()
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await page.getByText('2020/21 has text in it').waitFor()
  faults.editor = await screens.faultsInBothSchemes(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+[')
  await page.getByRole('complementary').waitFor()
  faults.explain = await screens.faultsInBothSchemes(page)
  for (const address of [
    '/start',
    '/start?step=first-year',
    '/start?step=open',
    '/file/copy',
    '/keys',
    '/no-such-page',
  ]) {
    await page.goto(screens.origin + address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    faults[address] = await screens.faultsInBothSchemes(page)
  }
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  await page.close()
})

test('by keyboard alone: to a figure, to its decision, and back to the cell', async () => {
  const page = await openPortfolio()
  await page.getByRole('rowheader', { name: 'Care Records and Corporate' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Home')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Control+[')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await panel.getByRole('heading', { name: '£1,726,000' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'SUMMARY')
  await page.keyboard.press('Enter')
  await panel.getByText('Director of Resources and Housing').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await panel.count()).toBe(0)
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.column)).toBe('3')
  await page.close()
})

test('closing a theme hides its schemes and says so; opening brings them back', async () => {
  const page = await openPortfolio()
  const theme = page.getByRole('row', { name: 'Infrastructure' }).first()
  await theme.getByRole('rowheader').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await theme.getAttribute('aria-expanded')).toBe('false')
  expect(await page.getByRole('row', { name: 'Estates blueprinting' }).count()).toBe(0)
  await page.keyboard.press('Enter')
  expect(await theme.getAttribute('aria-expanded')).toBe('true')
  expect(await page.getByRole('row', { name: 'Estates blueprinting' }).count()).toBe(1)
  await page.close()
})

test('a plan cell is typed in the unit shown, kept in the ledger, and taken back by Ctrl+Z', async () => {
  const page = await openPortfolio('?view=years&unit=k')
  const before = await planOf('Estates blueprinting', 2020)
  await page.getByRole('button', { name: 'Edit' }).click()
  await cellOf(page, 'Estates blueprinting', 2).click()
  await page.keyboard.type('97.5')
  await page.getByText('= £97,500').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent?.startsWith('Saved'))
  await expect.poll(() => planOf('Estates blueprinting', 2020)).toBe(97_500_00)
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('th')?.textContent)).toContain(
    'House of the Future',
  )
  await page.keyboard.press('Control+z')
  await page.getByRole('status').filter({ hasText: 'Undone: Plan figures changed' }).waitFor()
  expect(await planOf('Estates blueprinting', 2020)).toBe(before)
  await page.close()
})

test('the plan is read with the page, so that a cell takes what is typed right after Edit', async () => {
  const page = await openPortfolio('?view=years')
  const read = page.waitForResponse('**/api/plan.cells*')
  await page.reload()
  await read
  await page.route('**/api/plan.cells*', (route) => route.abort())
  await page.getByRole('button', { name: 'Edit' }).click()
  await cellOf(page, 'House of the Future', 2).and(page.locator('[aria-readonly=false]')).click()
  await page.keyboard.type('97.5')
  await page.getByText('= £97,500').waitFor()
  await page.close()
})

test('an amount that is no amount is refused at its cell, and what was typed stays', async () => {
  const page = await openPortfolio('?view=years')
  const before = await planOf('House of the Future', 2020)
  await page.getByRole('button', { name: 'Edit' }).click()
  await cellOf(page, 'House of the Future', 2).click()
  await page.keyboard.type('12..5')
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'House of the Future, 2020/21, thousands of pounds' })
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.inputValue()).toBe('12..5')
  await page.keyboard.press('Escape')
  expect(await planOf('House of the Future', 2020)).toBe(before)
  await page.close()
})

test('a day in the past shows its figures under a banner, and offers no editing', async () => {
  const page = await openPortfolio('?asAt=2020-08-21')
  await page.getByText('Figures as at 21 August 2020, nothing can be changed.').waitFor()
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
  expect(seen((await cellOf(page, 'Programme total', 2).innerText()) ?? '')).toBe('none')
  await page.getByRole('button', { name: 'Return to today' }).click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  expect(new URL(page.url()).searchParams.has('asAt')).toBe(false)
  await page.close()
})

test('unit and years stand in the address and are kept for the next visit', async () => {
  const page = await openPortfolio('?fy=2020-2021&unit=k')
  await page.getByText('£m', { exact: true }).click()
  await page.getByRole('treegrid', { name: /millions of pounds/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('unit')).toBe('m')
  expect(seen(await cellOf(page, 'Programme total', 1).innerText())).toBe('3.05')
  await page.goto(`${screens.origin}/portfolio`)
  await page.getByRole('treegrid', { name: /millions of pounds/ }).waitFor()
  await page.goBack()
  await page.close()
})

test('a viewer is told who changes the plan, and gets no button and no key for it, nor for undoing', async () => {
  const page = await openPortfolio()
  await page.getByRole('button', { name: 'Acting as Programme director' }).click()
  await page.getByRole('menuitemradio', { name: 'Viewer' }).click()
  await page.getByText('The plan is changed by: programme director, scheme lead, finance officer').waitFor()
  for (const name of ['Edit', 'Your changes']) expect(await page.getByRole('button', { name }).count()).toBe(0)
  await page.keyboard.press('F1')
  const keys = page.getByRole('complementary', { name: 'Keys' })
  await keys.getByText('The figures are edited by: programme director, scheme lead, finance officer').waitFor()
  expect(
    (await keys.getByRole('row').allInnerTexts()).filter((line) => /Edit is on|open cell:|undid|Undo/.test(line)),
  ).toEqual([])
  await page.close()
})

test('five questions make a programme; a missing answer is asked for above the heading and at its field', async () => {
  const page = await screens.openPage()
  await page.goto(`${screens.origin}/start`)
  await page.getByRole('radio', { name: 'Start a new programme' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'What is the programme called?' }).waitFor()
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Enter the name of the programme' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  expect(await page.title()).toMatch(/^Error: /)
  for (const answer of ['Digital neighbourhoods', 'Anytown City Council', 'NHS Anyshire ICB', '2026/27', '3']) {
    await page.getByRole('textbox').fill(answer)
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.getByRole('button', { name: 'Start without signing in' }).click()
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  await page.getByText('3: 2026/27 to 2028/29').waitFor()
  await page.getByRole('button', { name: 'Start the programme' }).click()
  await page.getByRole('heading', { name: 'Digital neighbourhoods' }).waitFor()
  await page.getByText('No schemes yet.').waitFor()
  const { programme } = (await screens.call('session.screen')) as { programme: Record<string, unknown> }
  expect(programme).toMatchObject({ name: 'Digital neighbourhoods', startYear: 2026, endYear: 2028, isSample: false })
  await page.close()
})

test('F6 goes round the regions, and the first link of the page leads to its content', async () => {
  const page = await openPortfolio()
  const region = () =>
    page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))
  const seenRegions = []
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press('F6')
    seenRegions.push(await region())
  }
  expect(seenRegions).toEqual(['header', 'navigation', 'main', 'footer', 'header'])
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.close()
})

test('at 320 by 640 only the grid scrolls sideways, the head is low, and the menu opens what is left out of it', async () => {
  const page = await openPortfolio('', { width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const portfolio = page.getByRole('navigation').getByRole('link', { name: 'Portfolio' })
  const leftOut = [portfolio, page.getByLabel('Years from'), page.getByRole('button', { name: 'Acting as' })]
  const areVisible = async () => await Promise.all(leftOut.map((each) => each.isVisible()))
  expect(await areVisible()).toEqual([false, false, false])
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(150)
  await page.getByRole('button', { name: 'Menu' }).click()
  await portfolio.waitFor()
  expect(await areVisible()).toEqual([true, true, true])
  await page.close()
})

test('the focused cell is never under the headings or the totals', async () => {
  const page = await openPortfolio('?view=years')
  await page.getByRole('rowheader').first().focus()
  const covered = []
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(step < 30 ? 'ArrowDown' : 'ArrowUp')
    covered.push(
      await page.evaluate(() => {
        const cell = document.activeElement as HTMLElement
        const box = cell.getBoundingClientRect()
        const top = document.elementFromPoint(box.left + 30, box.top + box.height / 2)
        return cell.contains(top) || cell === top
      }),
    )
  }
  expect(covered.filter((isOnTop) => !isOnTop)).toEqual([])
  await page.close()
})

test('an export is saved under the name that the program gives it', async () => {
  const page = await openPortfolio('?asAt=2020-08-28')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  await page.getByRole('menuitem', { name: 'Spend report, CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  await page.getByRole('status').filter({ hasText: 'Saved to your downloads' }).waitFor()
  await page.close()
})

test('what a scheme was not given itself leads to where it was given, to the plan that hangs on it, and back', async () => {
  const page = await openPortfolio()
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await cellOf(page, 'Leeds Care Record', 2).focus()
  await page.keyboard.press('Control+[')
  await panel.getByRole('heading', { name: 'None recorded' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Given at theme'))
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: '£1,135,000' }).waitFor()
  await panel.getByRole('row', { name: 'Mindwell Mental Health portal £115,000' }).waitFor()
  await panel.getByText('Compared with plan £1,135,000: the same.').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.textContent)).toContain('Leeds Care Record')
  await cellOf(page, 'Infrastructure', 2).click()
  await panel.getByText('Compared with plan £768,000: £40,000 more.').waitFor()
  await panel.getByText('Decision ATS-2020').first().click()
  await panel.getByRole('link', { name: 'Open decision ATS-2020' }).first().click()
  await page.waitForURL(/\/decisions\/[0-9A-Z]{26}/)
  await page.close()
})

test('themes and schemes that open checks name carry a flag with words, and the strip leads to the checks', async () => {
  const page = await openPortfolio()
  const { openChecks, openChecksAt } = (await screens.call('portfolio.screen', {
    from: 2020,
    to: 2021,
    asAt: null,
  })) as { openChecks: number; openChecksAt: Record<string, number> }
  expect(Object.values(openChecksAt).length).toBeGreaterThan(0)
  await page.getByRole('rowheader', { name: /Infrastructure\W+\d+ open checks?$/ }).waitFor()
  await page.getByRole('link', { name: `${openChecks} open checks` }).click()
  await page.getByRole('heading', { level: 1, name: 'Checks' }).waitFor()
  await page.close()
})

test('at 1280 by 800 fourteen rows of the portfolio are in view, the totals among them', async () => {
  const page = await openPortfolio()
  const inView = await page.evaluate(() => {
    const isSeen = (row: Element) => {
      const { left, top, bottom } = row.getBoundingClientRect()
      return [top + 2, bottom - 2].every((y) => row.contains(document.elementFromPoint(left + 40, y)))
    }
    return [...document.querySelectorAll('[role=treegrid] tbody tr, [role=treegrid] tfoot tr')]
      .filter(isSeen)
      .map((row) => row.querySelector('th')?.textContent)
  })
  expect(inView.length).toBeGreaterThanOrEqual(14)
  expect(inView.at(-2)).toContain('Programme total')
  await page.close()
})

test('by year, a row says what rounding hides under each plan that does not add up as shown', async () => {
  const page = await openPortfolio('?view=years&unit=m')
  const rounding = page.getByRole('row', { name: 'Rounding, plan' })
  expect((await rounding.getByRole('gridcell').allInnerTexts()).map(seen)).toEqual(['(0.01)', '', '(0.01)', '', '', ''])
  await page.getByRole('textbox', { name: 'Filter by name' }).fill('Estates')
  await page.getByRole('row', { name: 'House of the Future' }).waitFor({ state: 'detached' })
  expect(await rounding.count()).toBe(0)
  await page.close()
})
