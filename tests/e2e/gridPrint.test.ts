import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const openGrid = async (address: string, options: Parameters<Screens['openPage']>[0] = {}): Promise<Page> => {
  const page = await screens.openPage(options)
  await screens.call('programme.openSample')
  await page.goto(screens.origin + address)
  await page.getByRole('treegrid').first().waitFor()
  return page
}

const rowsOf = (page: Page, selector: string): Promise<string[][]> =>
  page.locator(selector).evaluate((table) =>
    [...table.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        // What is only there to be read aloud is placed absolutely.
        const seen = (node: Node): string => {
          if (node instanceof Text) return node.data
          const isHidden = node instanceof HTMLElement && getComputedStyle(node).position === 'absolute'
          return isHidden ? '' : [...node.childNodes].map(seen).join('')
        }
        return seen(cell).trim()
      }),
    ),
  )

test('while it is on screen no plain table is drawn, and on paper there is nothing but it', async () => {
  const page = await openGrid('/portfolio?fy=2020-2021&unit=k')
  await page.getByRole('rowheader', { name: 'Infrastructure' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('row', { name: 'Infrastructure', expanded: false }).waitFor()
  const plain = 'table:not([role]):has(th[colspan])'
  expect(await page.locator(plain).count()).toBe(0)
  await page.emulateMedia({ media: 'print' })
  await page.locator(plain).waitFor()
  expect(await page.getByRole('treegrid').count()).toBe(0)
  const rows = await rowsOf(page, plain)
  expect(rows[0]?.[0]).toMatch(/^Portfolio by level, £000, 2020\/21 to 2021\/22, as at /)
  expect(rows[1]?.slice(0, 5)).toEqual(['Theme / scheme', 'Plan', 'Allocation', 'Authority', 'Held'])
  const house = rows.find(([label]) => label === 'House of the Future')
  expect(house?.slice(0, 4)).toEqual(['House of the Future', '373.0', 'at prog.', 'at theme'])
  expect(rows.at(-2)?.slice(0, 4)).toEqual(['Programme total', '3,114.0', '3,049.0', '3,049.0'])
  await page.emulateMedia({ media: 'screen' })
  await page.locator(plain).waitFor({ state: 'detached' })
  await page.getByRole('treegrid').waitFor()
  await page.close()
})

test('paper is white and its text black in the dark scheme too', async () => {
  const page = await openGrid('/portfolio', { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const cell = page.locator('table:not([role]):has(th[colspan]) tbody td').first()
  await cell.waitFor()
  expect(
    await cell.evaluate((element) => ({
      text: getComputedStyle(element).color,
      page: getComputedStyle(document.documentElement).colorScheme,
    })),
  ).toEqual({ text: 'rgb(0, 0, 0)', page: 'light' })
  await page.close()
})

test('the printed file is A4 across, in as many pages as it needs, and the screen is itself again afterwards', async () => {
  const page = await openGrid('/portfolio?view=years')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(boxes.length).toBeGreaterThan(1)
  expect(boxes.every(([width, height]) => width === 842 && height === 595)).toBe(true)
  expect(await page.getByRole('treegrid').count()).toBe(1)
  await page.close()
})
