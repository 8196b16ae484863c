import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const openSample = async (options: Parameters<Screens['openPage']>[0] = {}): Promise<Page> => {
  const page = await screens.openPage(options)
  await screens.call('programme.openSample')
  return page
}

const go = async (page: Page, address: string): Promise<void> => {
  await page.goto(screens.origin + address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

test('every menu opens by key, is left by Escape, and has nothing serious for axe, in both schemes', async () => {
  const page = await openSample()
  await go(page, '/portfolio')
  const faults: Record<string, string[]> = {}
  for (const name of ['File', 'Acting as', 'Your changes', 'Export']) {
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    await page.getByRole('menu').waitFor()
    faults[name] = await screens.faultsInBothSchemes(page)
    const items = page.getByRole(name === 'Acting as' ? 'menuitemradio' : 'menuitem')
    await page.keyboard.press('ArrowDown')
    expect(await items.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)), name).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement), name).toBe(true)
  }
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  await page.close()
})

test('in forced colours the page, the unit and the cell that are chosen are told from the others', async () => {
  const page = await openSample()
  await page.emulateMedia({ forcedColors: 'active' })
  await go(page, '/portfolio?unit=k')
  const colour = (selector: string, property: 'borderInlineStartColor' | 'backgroundColor') =>
    page.locator(selector).evaluate((element, name) => getComputedStyle(element)[name], property)
  const link = 'nav[aria-label="Screens"] a'
  expect(await colour(`${link}[href^="/portfolio"]`, 'borderInlineStartColor')).not.toBe(
    await colour(`${link}[href^="/audit"]`, 'borderInlineStartColor'),
  )
  const unit = (label: string) =>
    page
      .getByRole('radiogroup', { name: 'Unit' })
      .locator('label', { hasText: new RegExp(`^${label}$`) })
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await unit('£000')).not.toBe(await unit('£m'))
  await page.getByRole('rowheader').first().press('ArrowRight')
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as HTMLElement)
    return [outlineStyle, outlineWidth]
  })
  expect(outline).toEqual(['solid', '3px'])
  await page.close()
})

test('a closed year says so across the page, and is no banner of the years beside it', async () => {
  const page = await openSample()
  await screens.call('programme.closeYear', { startYear: 2020 })
  await go(page, '/portfolio?fy=2020-2021')
  await page.getByText('2020/21 is closed; record an adjustment in an open year instead.').waitFor()
  await go(page, '/portfolio?fy=2021-2021')
  expect(await page.getByText('is closed; record an adjustment').count()).toBe(0)
  await page.close()
})
