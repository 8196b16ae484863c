import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActionId, actionIds, listedAction } from '../../renderer/lib/actionList.ts'
import { goTo, openLeeds, schemeNamed } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens
let page: Page
let helm: string

beforeAll(async () => {
  screens = await openScreens()
  page = await openLeeds(screens, '/portfolio')
  helm = await schemeNamed(screens, 'Helm Person Held Record')
})

afterAll(() => screens?.close())

const field = () => page.getByRole('combobox', { name: 'Search or do' })
const options = () => page.getByRole('dialog', { name: 'Search or do' }).getByRole('option')
const chosen = () => page.getByRole('dialog').getByRole('option', { selected: true })
const panel = (name: 'Explain' | 'Keys') => page.getByRole('complementary', { name })

const ask = async (text: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await field().waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

const closed = async (): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const address = (): { path: string; search: Record<string, string> } => {
  const { pathname, searchParams } = new URL(page.url())
  return { path: pathname, search: Object.fromEntries(searchParams) }
}

test('it opens over any page with what the page does first, and Esc gives the focus back', async () => {
  await goTo(screens, page, '/portfolio')
  await page.getByRole('treegrid').waitFor()
  const filter = page.getByRole('textbox', { name: 'Filter by name' })
  await filter.focus()
  await page.keyboard.press('Control+k')
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
  await expect
    .poll(async () => (await page.getByRole('group', { name: 'Do' }).getByRole('option').allInnerTexts()).sort())
    .toEqual([
      'Edit the plan\nCtrl+Enter',
      'Filter the list\nCtrl+F',
      'Open the list of exports\nCtrl+E',
      'View: Charts',
      'View: Years across',
    ])
  expect(await page.getByRole('group', { name: 'Go to' }).getByRole('option').first().innerText()).toBe('Portfolio')
  await closed()
  expect(await filter.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('an amount lists every figure that equals it with where it stands, and Enter opens it explained', async () => {
  await goTo(screens, page, '/checks')
  await ask('591')
  const figures = page.getByRole('group', { name: 'Figures' }).getByRole('option')
  await figures.filter({ hasText: '£591,000 · Authority · Helm Person Held Record · 2021/22 · in decision' }).waitFor()
  const listed = (await figures.allInnerTexts()).map((text) => text.split('\n')[0])
  expect([listed.length, listed.slice(0, 3), listed.at(-1)]).toEqual([
    13,
    [
      '£591,000 · Plan · Helm Person Held Record · 2021/22',
      '£591,000 · Authority · Helm Person Held Record · 2021/22',
      '£591,000 · Held · Helm Person Held Record · 2021/22',
    ],
    '£591,000 · printed “£591k” · Footnote of Appendix A',
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel('Explain').getByRole('heading', { name: '£591,000' }).waitFor()
  await panel('Explain').getByText('Helm Person Held Record, authority · 2021/22').waitFor()
  expect(address()).toEqual({
    path: `/schemes/${helm}`,
    search: { tab: 'money', explain: `authority.scheme.${helm}.own.2021.2021.all.all`, fy: '2020-2021', unit: 'k' },
  })
  await page.waitForFunction(() => document.activeElement?.tagName === 'SUMMARY')

  await page.reload()
  await panel('Explain').getByRole('heading', { name: '£591,000' }).waitFor()
  await panel('Explain').getByText('Helm Person Held Record, authority · 2021/22').waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Checks' }).waitFor()
})

test('a negative amount is a figure too, and a difference is explained by both its levels', async () => {
  await ask('(40)')
  await expect.poll(() => chosen().innerText()).toBe('minus £40,000 · Plan less authority · Infrastructure · 2020/21')
  await page.keyboard.press('Enter')
  await panel('Explain').getByRole('heading', { name: 'minus £40,000' }).waitFor()
  expect(address().search.view).toBe('years')
})

test('schemes and themes are found by any of their names, checks and words by theirs', async () => {
  const first = async (text: string): Promise<string | undefined> => {
    await ask(text)
    await expect
      .poll(() =>
        page
          .getByRole('status')
          .filter({ hasText: /\d+ results?$/ })
          .count(),
      )
      .toBe(1)
    const words = (await chosen().innerText()).split('\n')[0]
    await closed()
    return words
  }
  expect(await first('PHR')).toBe('Helm Person Held Record')
  expect(await first('ats-2020')).toMatch(/^ATS-2020, /)
  expect(await first('appendix a total 2021')).toMatch(/^Appendix A total 2021\/22 is £1,821,000/)
  expect(await first('spend report csv')).toBe('Spend report, CSV')
  expect(await first('section 75')).toBe('Section 75 agreement')
  expect(await first('virement')).toBe('Changes')
  expect(await first('board member')).toBe('Act as Board member')
  expect(await first('back up')).toBe('Settings')
})

test('Esc and Ctrl+K at once after it close the list and open it again', async () => {
  await goTo(screens, page, '/portfolio')
  await ask('helm')
  await page.evaluate(async () => {
    const press = (target: Element | null, key: string, ctrlKey: boolean) =>
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
    document.activeElement?.setAttribute('data-before', '')
    press(document.activeElement, 'Escape', false)
    await new Promise((done) => setTimeout(done))
    press(document.body, 'k', true)
  })
  await field().waitFor()
  expect(await page.locator('[data-before]').count()).toBe(0)
  await closed()
})

test('who types fast and presses Enter at once gets what was typed', async () => {
  await goTo(screens, page, '/portfolio')
  await ask('helm person')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Helm Person Held Record' }).waitFor()
  await ask('65,000')
  await page.keyboard.press('Enter')
  await panel('Explain').getByRole('heading', { name: '£65,000' }).waitFor()
})

test('the last query is kept to be typed over, and without one what was opened last stands first', async () => {
  await page.keyboard.press('Control+k')
  expect(await field().inputValue()).toBe('65,000')
  await page.keyboard.press('Delete')
  await expect
    .poll(async () => (await page.getByRole('group', { name: 'Opened last' }).getByRole('option').allInnerTexts())[1])
    .toBe('Helm Person Held Record')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Helm Person Held Record' }).waitFor()
})

test('Ctrl+Enter opens beside; where there may be no second window it opens here and says so', async () => {
  await ask('section 75')
  await expect.poll(() => chosen().innerText()).toMatch(/^Section 75 agreement/)
  const [beside] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')])
  await beside.getByRole('heading', { level: 1, name: 'Words used here' }).waitFor()
  expect(new URL(beside.url()).search).toContain('word=section-75')
  await beside.close()
  await page.getByRole('heading', { level: 1, name: 'Helm Person Held Record' }).waitFor()

  await page.evaluate(() => {
    window.open = () => null
  })
  await ask('section 75')
  await expect.poll(() => chosen().innerText()).toMatch(/^Section 75 agreement/)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Words used here' }).waitFor()
  await page.getByRole('status').getByText('No second window can be opened here').waitFor()
  expect(await page.evaluate(() => document.activeElement?.querySelector('dt')?.textContent)).toBe(
    'Section 75 agreement',
  )
})

test('it says when nothing was found, and how much more there is than is listed', async () => {
  await ask('xyzzy')
  await page.getByText('Nothing is called “xyzzy”, and no figure equals it.').waitFor()
  await page.getByRole('status').getByText('0 results').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('c')
  await page.getByText(/^Words \(12 of \d+; type more to narrow\)$/).waitFor()
  await closed()
})

/** Where each key is pressed, and what then can be seen. */
const presses: Record<ActionId, { at: string; ready?: () => Promise<unknown>; seen: () => Promise<unknown> }> = {
  search: { at: '/keys', seen: () => field().waitFor() },
  keys: { at: '/keys', seen: () => panel('Keys').waitFor() },
  'next-region': { at: '/keys', seen: () => regionWithFocus('header') },
  'previous-region': { at: '/keys', seen: () => regionWithFocus('footer') },
  undo: {
    at: '/programme/themes',
    ready: async () => {
      await screens.call('themes.add', { name: 'Short lived', aliases: [], objective: '' })
      await page.reload()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await page.getByRole('rowheader', { name: 'Short lived' }).waitFor()
    },
    seen: () => page.getByRole('rowheader', { name: 'Short lived' }).waitFor({ state: 'detached' }),
  },
  redo: {
    at: '/programme/themes',
    ready: () => page.getByRole('button', { name: 'Redo' }).waitFor(),
    seen: () => page.getByRole('rowheader', { name: 'Short lived' }).waitFor(),
  },
  saved: { at: '/keys', seen: () => page.getByRole('status').getByText('Everything is saved').waitFor() },
  'copy-link': {
    at: '/keys?unit=m',
    seen: () => page.getByRole('status').getByText('Copied: the link to this view').waitFor(),
  },
  main: { at: '/portfolio', seen: () => page.getByRole('button', { name: 'Done', exact: true }).waitFor() },
  export: { at: '/portfolio', seen: () => page.getByRole('menuitem', { name: 'Spend report, CSV' }).waitFor() },
  find: {
    at: '/portfolio',
    seen: () => page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Filter by name'),
  },
  'previous-scheme': {
    at: '/schemes/HELM',
    seen: () => page.getByRole('heading', { level: 1, name: 'Diabetes Management System' }).waitFor(),
  },
  'next-scheme': {
    at: '/schemes/HELM',
    seen: () => page.getByRole('heading', { level: 1, name: 'Estates blueprinting' }).waitFor(),
  },
  'next-check': {
    at: '/checks',
    seen: () => page.waitForFunction(() => document.activeElement === document.querySelector('[data-cause]')),
  },
  'previous-check': {
    at: '/checks',
    seen: () =>
      page.waitForFunction(() => document.activeElement === [...document.querySelectorAll('[data-cause]')].at(-1)),
  },
}

const regionWithFocus = (region: string) =>
  page.waitForFunction(
    (name) => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') === name,
    region,
  )

const pressable = (chord: string): string =>
  chord.replace('Ctrl', 'Control').replace('PgUp', 'PageUp').replace('PgDn', 'PageDown')

test.each(actionIds)('its key does what the list says: %s', async (id) => {
  const { at, ready, seen } = presses[id]
  for (const chord of listedAction(id).keys) {
    await goTo(screens, page, at.replace('HELM', helm))
    await (ready?.() ?? page.waitForLoadState('networkidle'))
    await page.keyboard.press(pressable(chord))
    await seen()
  }
})

test('F1 shows what this screen does beside it, its own keys first, and Esc leads back to where one was', async () => {
  await goTo(screens, page, `/schemes/${helm}`)
  const details = page.getByRole('button', { name: 'Change the details' })
  await details.focus()
  await page.keyboard.press('F1')
  await panel('Keys').waitFor()
  expect(await panel('Keys').getByRole('heading').allInnerTexts()).toEqual([
    'Keys',
    'On this screen',
    'Everywhere',
    'In a grid of figures',
  ])
  const own = panel('Keys').getByRole('region', { name: 'On this screen' }).getByRole('row')
  expect((await own.allInnerTexts()).filter((row) => row.includes('+')).sort()).toEqual([
    'Alt+PgDn\tNext scheme, case or item',
    'Alt+PgUp\tPrevious scheme, case or item',
    'Ctrl+Enter\tChange the details',
  ])
  await page.keyboard.press('Escape')
  expect(await panel('Keys').count()).toBe(0)
  expect(await details.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a key is changed by pressing it: clashes are named, it holds after reload, and it can be set back', async () => {
  await goTo(screens, page, '/settings')
  const change = page.getByRole('button', { name: 'Change the key: Open the list of exports' })
  await change.press('Enter')
  const newKey = page.getByRole('textbox', { name: 'Press the new key' })
  await newKey.waitFor()
  for (const [key, words] of [
    ['Control+k', 'Ctrl+K is the key for “Search or do”. Press another, or change that one first'],
    ['x', 'X types or moves. Press a key together with Ctrl or Alt, or one of F1 to F12'],
    ['Alt+r', 'In a grid Alt+R has a meaning: read the cell in full'],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByRole('alert').getByText(words).waitFor()
  }
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('status').getByText('Ctrl+Shift+E is now the key for: Open the list of exports').waitFor()
  await expect.poll(() => change.evaluate((element) => element === document.activeElement)).toBe(true)

  await goTo(screens, page, '/portfolio')
  await page.getByRole('treegrid').waitFor()
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('menuitem', { name: 'Spend report, CSV' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await panel('Keys').getByRole('row', { name: 'Ctrl+Shift+E Open the list of exports' }).waitFor()

  await goTo(screens, page, '/settings')
  await page.getByRole('button', { name: 'Reset the key: Open the list of exports' }).press('Enter')
  await page.getByRole('status').getByText('Ctrl+E is again the key for').waitFor()
  await goTo(screens, page, '/portfolio')
  await page.getByRole('treegrid').waitFor()
  await page.keyboard.press('Control+e')
  await page.getByRole('menuitem', { name: 'Spend report, CSV' }).waitFor()
})

test('the height of rows and the colours are chosen in the user menu or in Settings, and are kept', async () => {
  const looks = () =>
    page.evaluate(() => ({
      rows: getComputedStyle(document.documentElement).getPropertyValue('--row-height'),
      colours: document.documentElement.getAttribute('data-mantine-color-scheme'),
    }))
  await goTo(screens, page, '/settings')
  await page.getByRole('radiogroup', { name: 'Rows of grids' }).getByRole('radio', { name: 'Compact' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(looks).toEqual({ rows: '2.5rem', colours: 'light' })
  await page.getByRole('button', { name: /^Acting as/ }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Dark' }).press('Enter')
  await expect.poll(looks).toEqual({ rows: '2.5rem', colours: 'dark' })
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  expect(await looks()).toEqual({ rows: '2.5rem', colours: 'dark' })
  await ask('rows compact')
  await page.keyboard.press('Enter')
  await ask('appearance light')
  await page.keyboard.press('Enter')
  await expect.poll(looks).toEqual({ rows: '2rem', colours: 'light' })
})

test('axe finds nothing serious in the list, with and without an amount, nor in the keys, in both schemes; at 320 pixels nothing is wider than the page', async () => {
  const faults: Record<string, string[]> = {}
  await screens.call('session.keep', { name: 'appearance', value: 'auto' })
  await goTo(screens, page, '/portfolio')
  await ask('591')
  await options().first().waitFor()
  faults.amount = await screens.faultsInBothSchemes(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.getByRole('group', { name: 'Go to' }).waitFor()
  faults.empty = await screens.faultsInBothSchemes(page)
  await closed()
  await page.keyboard.press('F1')
  await panel('Keys').waitFor()
  faults.keys = await screens.faultsInBothSchemes(page)
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])

  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBe(320)
  await page.keyboard.press('Escape')
  await ask('591')
  await options().first().waitFor()
  const list = await page.getByRole('dialog').boundingBox()
  expect([await width(), Math.ceil(list?.width ?? 999) <= 320]).toEqual([320, true])
  await closed()
})
