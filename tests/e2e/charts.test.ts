import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { goTo, openLeeds, schemeNamed, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const mix = 'Borrowing pays for 97.9% of 2021/22'
const held = 'All £3,049,000 of authority is held, so nothing may be spent yet'

const chart = (page: Page, headline: string): Locator => page.getByRole('region', { name: headline })

/** The picture once its words are drawn. */
const picture = async (page: Page, headline: string): Promise<Locator> => {
  const image = chart(page, headline).getByRole('img', { name: headline, exact: true })
  await image.locator('text').first().waitFor()
  return image
}

const words = async (image: Locator): Promise<string[]> => await image.locator('text').allTextContents()

/** The programme with spend, opened past the page. */
const openSpending = async (page: Page, schemeCount: number): Promise<void> => {
  await screens.call('programme.close')
  await screens.call('programme.open', { path: await spendingProgramme(screens.folder, { schemeCount }) })
  await goTo(screens, page, '/portfolio?view=charts')
}

const saved = async (page: Page, press: Locator): Promise<Download> => {
  const download = page.waitForEvent('download')
  await press.press('Enter')
  return await download
}

const rowsOf = async (table: Locator): Promise<string[][]> =>
  await Promise.all(
    (await table.getByRole('row').all()).map(async (row) => (await row.locator('th, td').allInnerTexts()).map(seen)),
  )

test('the portfolio has charts for an address of their own, each one image with its finding as the name and no stop inside', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await page.getByRole('radio', { name: 'Charts' }).press('Space')
  await page.waitForURL(/view=charts/)
  expect(await words(await picture(page, mix))).toEqual(
    expect.arrayContaining(['100.0%', '97.9%', 'Government Grant, 2.1%', 'Dept Borrowing', '1,821.0', '2021/22']),
  )
  expect(await words(await picture(page, held))).toEqual(
    expect.arrayContaining(['Allocation', '3,049.0', 'Held', '(3,049.0)', 'Available', '0.0', 'none']),
  )
  const image = await picture(page, 'Data and intelligence plans £105,000 more than the authority for it')
  expect(await words(image)).toEqual(expect.arrayContaining(['Infrastructure', 'Plan 768.0', 'Authority 808.0']))
  await chart(page, 'Nothing is spent yet').getByText('against the authority of £3,049,000').waitFor()
  for (const each of await page.locator('[role="img"]:has(svg text)').all()) {
    expect(await each.locator('[tabindex]:not([tabindex="-1"]), [role="application"], a, button').count()).toBe(0)
    expect(await each.locator('[role="img"]').count()).toBe(0)
  }
  await page.reload()
  await picture(page, mix)
  await page.close()
})

test('the same numbers stand in a table that the keyboard reaches', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts')
  await picture(page, mix)
  const frame = chart(page, mix)
  await frame.getByRole('tab', { name: 'Chart' }).focus()
  await page.keyboard.press('ArrowRight')
  const table = frame.getByRole('table', { name: mix })
  await table.waitFor()
  expect(await rowsOf(table)).toEqual([
    ['Funding source', '2020/21', '2020/21 share', '2021/22', '2021/22 share'],
    ['Government Grant', '1,228.0', '100.0%', '37.6', '2.1%'],
    ['Dept Borrowing', 'none', '–', '1,783.4', '97.9%'],
    ['Total', '1,228.0', '100.0%', '1,821.0', '100.0%'],
  ])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('PNG')
  await page.close()
})

test('charts follow the unit, the years, the day and the filter', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts&unit=m&fy=2020-2020')
  const all = 'Government Grant pays for all of 2020/21'
  expect(await words(await picture(page, all))).toEqual(expect.arrayContaining(['1.23', '100.0%']))
  await chart(page, all).getByText('£m', { exact: true }).waitFor()

  await goTo(screens, page, '/portfolio?view=charts&unit=k&fy=2020-2021&asAt=2020-08-21')
  const before = 'There is no authority, so nothing may be spent yet'
  expect(await words(await picture(page, before))).toEqual(expect.arrayContaining(['3,049.0', '(3,049.0)', '0.0']))

  const facts = (await screens.call('programme.screen', { asAt: null })) as { themes: { id: string; name: string }[] }
  const theme = facts.themes.find(({ name }) => name === 'Infrastructure')?.id
  await goTo(screens, page, `/portfolio?view=charts&unit=k&fy=2020-2021&theme=${theme}`)
  const one = 'All £808,000 of authority is held, so nothing may be spent yet'
  expect(await words(await picture(page, one))).not.toContain('Allocation')
  await chart(page, 'Funding mix').getByText('the money is given to the programme').waitFor()
  await picture(page, 'Infrastructure plans £40,000 less than the authority for it')
  await page.close()
})

test('a picture is saved as a PNG of the size of a board paper, light in the dark too, and it is not blank', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts', { colorScheme: 'dark' })
  await picture(page, mix)
  const download = await saved(page, chart(page, mix).getByRole('button', { name: `PNG picture: ${mix}` }))
  expect(download.suggestedFilename()).toMatch(/^funding-mix 32210-000-000 \d{4}-\d{2}-\d{2} event \d+\.png$/)
  const png = readPng(await readFile(await download.path()))
  expect(png.width).toBe(1920)
  expect(png.height).toBeGreaterThan(800)
  expect(png.colourAt(4, 4)).toBe('#ffffff')
  // The palette of paper: grant, borrowing, and the words.
  expect(Math.min(...['#12436d', '#28a197', '#212b32'].map((colour) => png.counts.get(colour) ?? 0))).toBeGreaterThan(
    200,
  )
  await page.getByRole('status').getByText('Saved to your downloads: funding-mix').waitFor()
  await page.close()
})

test('the numbers are saved as CSV with exact pence, and copied as a table', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts&unit=m')
  await picture(page, mix)
  const download = await saved(page, chart(page, mix).getByRole('button', { name: `CSV of the numbers: ${mix}` }))
  const [, day, event] = /(\d{4}-\d{2}-\d{2}) event (\d+)\.csv$/.exec(download.suggestedFilename()) ?? []
  expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toEqual([
    '\uFEFFFunding source,2020/21 £,2020/21 share,2021/22 £,2021/22 share,As at,Event',
    `Government Grant,1228000.00,100.0%,37600.00,2.1%,${day},${event}`,
    `Dept Borrowing,none,–,1783400.00,97.9%,${day},${event}`,
    `Total,1228000.00,100.0%,1821000.00,100.0%,${day},${event}`,
    '',
  ])

  await page.evaluate(() =>
    document.addEventListener('paste', (event) => {
      document.body.dataset.pasted = event.clipboardData?.getData('text/plain') ?? ''
    }),
  )
  await chart(page, mix)
    .getByRole('button', { name: `Copy the numbers: ${mix}` })
    .press('Enter')
  await page.getByRole('status').getByText(`Copied the numbers: ${mix}`).waitFor()
  await page.getByRole('textbox', { name: 'Filter by name' }).focus()
  await page.keyboard.press('Control+v')
  await page.waitForFunction(() => document.body.dataset.pasted?.startsWith('Funding source\t2020/21 £'))
  expect(await page.evaluate(() => document.body.dataset.pasted)).toContain(
    'Dept Borrowing\tnone\t–\t1783400.00\t97.9%',
  )
  await page.close()
})

test('a scheme shows the way from its allocation to what is not yet authorised, and funding what pays for each year', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await picture(page, mix)
  await goTo(screens, page, `/schemes/${await schemeNamed(screens, 'Helm Person Held Record')}?tab=money`)
  const headroom = '£9,000 of £1,800,000 is not yet authorised'
  expect(await words(await picture(page, headroom))).toEqual(
    expect.arrayContaining(['1,800.0', '(1,200.0)', '(591.0)', '9.0']),
  )
  await chart(page, headroom).getByRole('tab', { name: 'Table' }).click()
  expect(await rowsOf(chart(page, headroom).getByRole('table'))).toEqual([
    ['Step', 'Amount'],
    ['Allocation', '1,800.0'],
    ['Less: Authority HELM-2018', '(1,200.0)'],
    ['Less: Authority ATS-2020', '(591.0)'],
    ['Not yet authorised', '9.0'],
  ])
  await goTo(screens, page, `/schemes/${await schemeNamed(screens, 'Leeds Care Record')}?tab=money`)
  await page.getByText('Its authority is given to the theme.').waitFor()
  await page.close()
})

test('once money is spent its curve stands against the authority, and ends at the figures of the portfolio', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await openSpending(page, 8)
  const curve = '£1,028,900 is spent, 60.2% of the authority'
  expect(await words(await picture(page, curve))).toEqual(
    expect.arrayContaining(['Authority 1,710.0', 'Spent 1,028.9', 'April 2024']),
  )
  await chart(page, curve).getByRole('tab', { name: 'Table' }).click()
  const rows = await rowsOf(chart(page, curve).getByRole('table'))
  expect(
    rows.filter(([label]) => /^(1 May 2024|31 May 2024|31 October 2025|30 November 2025)$/.test(label ?? '')),
  ).toEqual([
    ['1 May 2024', '500.0', '–'],
    ['31 May 2024', '500.0', '12.0'],
    ['31 October 2025', '1,460.0', '1,028.9'],
    ['30 November 2025', '1,460.0', 'not recorded'],
  ])
  await picture(page, '£159,100 of £1,710,000 authority is available')
  await page.close()
})

test('a programme of 2,000 schemes is drawn with at most 500 points', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await openSpending(page, 2000)
  const image = await picture(page, '£1,028,900 is spent, 60.2% of the authority')
  await picture(page, '£159,100 of £1,710,000 authority is available')
  const shapes = await page.locator('[role="img"] .recharts-bar-rectangle').count()
  expect(shapes).toBeGreaterThan(10)
  expect(shapes).toBeLessThanOrEqual(500)
  const paths = await image
    .locator('path.recharts-line-curve')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('d') ?? ''))
  expect(paths).toHaveLength(2)
  for (const path of paths) expect(path.match(/[MLHVC]/g)?.length).toBeLessThanOrEqual(1000)
  await page.close()
})

test('axe finds nothing serious on charts and their tables, in both schemes', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts')
  await picture(page, mix)
  const faults = { charts: await screens.faultsInBothSchemes(page), tables: [] as string[] }
  for (const tab of await page.getByRole('tab', { name: 'Table' }).all()) await tab.click()
  await chart(page, mix).getByRole('table').waitFor()
  faults.tables = await screens.faultsInBothSchemes(page)
  expect(faults).toEqual({ charts: [], tables: [] })
  await page.close()
})

test('at 320 by 640 the charts lie down rather than scroll the page sideways, and no words are cut off', async () => {
  const page = await openLeeds(screens, '/portfolio?view=charts', { width: 320, height: 640 })
  await picture(page, mix)
  await picture(page, held)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const outside = await page.locator('[role="img"] text').evaluateAll((texts) =>
    texts
      .filter((text) => {
        const [box, frame] = [text.getBoundingClientRect(), text.closest('[role="img"]')?.getBoundingClientRect()]
        return !frame || box.left < frame.left - 1 || box.right > frame.right + 1
      })
      .map((text) => text.textContent),
  )
  expect(outside).toEqual([])
  await page.close()
})

test('the first page does not load what draws the charts', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await page.getByRole('treegrid').waitFor()
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    )
  const before = await scripts()
  expect(before.filter((name) => /Picture|Words/.test(name))).toEqual([])
  await page.getByRole('radio', { name: 'Charts' }).press('Space')
  await picture(page, mix)
  expect((await scripts()).filter((name) => name.includes('StackedPicture'))).toHaveLength(1)
  await page.close()
})

/** Size and colours of a PNG of eight bits a channel, as the browser writes it. */
function readPng(file: Buffer): {
  width: number
  height: number
  counts: Map<string, number>
  colourAt: (x: number, y: number) => string
} {
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]]
  const channels = kind === 6 ? 4 : 3
  expect([depth, kind === 6 || kind === 2]).toEqual([8, true])
  const data: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(data))
  const stride = width * channels
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (pixels[y * stride + x - channels] ?? 0) : 0
      const up = y > 0 ? (pixels[(y - 1) * stride + x] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (pixels[(y - 1) * stride + x - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      pixels[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  const colourAt = (x: number, y: number) =>
    `#${pixels.subarray(y * stride + x * channels, y * stride + x * channels + 3).toString('hex')}`
  const counts = new Map<string, number>()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(x, y)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  return { width, height, counts, colourAt }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
