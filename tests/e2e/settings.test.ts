import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProgramme } from '../bench/makeProgramme.ts'
import { actAs, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

/** In milliseconds: a backup is verified whole, on a machine that may be busy. */
const PATIENCE = 60_000

/** Entries, each with an event of its own: checking and writing them takes seconds on any machine. */
const LONG = 40_000

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())

const press = async (page: Page, name: string | RegExp) => await page.getByRole('button', { name }).press('Enter')

const said = async (page: Page, words: string | RegExp) =>
  await page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: PATIENCE })

/** When the programme was last changed, as the foot of the page says. */
const savedIn = async (page: Page) =>
  /^Saved [^·]*/.exec((await page.getByRole('contentinfo').getByRole('status').first().textContent()) ?? '')?.[0].trim()

const programmes = async () => (await readdir(screens.folder)).filter((name) => name.endsWith('.bcf')).sort()

test('by key alone: back up, compare, open beside, go back, and go back without the copy', async () => {
  const page = await openLeeds(screens, '/settings')
  const saved = await savedIn(page)
  await actAs(page, 'Administrator')
  await press(page, 'Back up now')
  await said(page, 'Backed up and checked: Leeds 2020 sample backup 1')
  expect([saved, await savedIn(page)]).toEqual(['Saved 28 August 2020, 9:00am', saved])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back up now')

  await press(page, /^Compare: Leeds 2020 sample backup 1/)
  const compared = page.getByRole('region', { name: 'The open file and the backup' })
  await compared.getByText('The backup holds the same as the open file.').waitFor({ timeout: PATIENCE })
  const lines = await compared.getByRole('row').allInnerTexts()
  expect(lines.map((line) => line.split('\t')).slice(1)).toEqual(
    lines.slice(1).map((line) => {
      const [what, open] = line.split('\t')
      return [what, open, open, '= equal']
    }),
  )
  await page.keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.textContent === 'Compare')

  const copies: string[][] = []
  for (const words of ['Go back and keep this copy', 'Go back and remove this copy']) {
    await press(page, /^Compare: Leeds 2020 sample backup 1/)
    await compared.getByRole('button', { name: 'Open this backup beside' }).press('Enter')
    await page.getByText(/^This is a copy of the backup of/).waitFor({ timeout: PATIENCE })
    copies.push(await programmes())
    await press(page, words)
    await page.getByText(/^This is a copy of the backup of/).waitFor({ state: 'detached', timeout: PATIENCE })
    copies.push(await programmes())
  }
  const [own, first, second] = [
    'Leeds 2020 sample.bcf',
    /restored \d{4}-\d\d-\d\d\.bcf$/,
    /restored \d{4}-\d\d-\d\d 2\.bcf$/,
  ]
  expect(copies).toEqual([
    [expect.stringMatching(first), own],
    [expect.stringMatching(first), own],
    [expect.stringMatching(second), expect.stringMatching(first), own],
    [expect.stringMatching(first), own],
  ])
  expect(await rowsIn(screens, 'select count(*) as events from event')).toEqual([{ events: expect.any(Number) }])
  await page.close()
})

test('by key alone: backups are kept in another folder, a path that leads nowhere is refused in its field, and one act goes back', async () => {
  const page = await openLeeds(screens, '/settings')
  await actAs(page, 'Administrator')
  const field = page.getByRole('textbox', { name: 'Another folder of backups' })
  const hasFocus = () => field.evaluate((box) => box === document.activeElement)
  const nowhere = join(screens.folder, 'not', 'there')
  const safe = join(screens.folder, 'Safe')
  for (const [typed, words] of [
    ['', 'Enter the full path of a folder'],
    [nowhere, `No backup can be written to ${nowhere}`],
    [screens.folder, `In ${screens.folder} backups would be taken for the programmes`],
  ] as const) {
    await field.fill(typed)
    await field.press('Enter')
    await page.getByRole('alert').getByRole('link', { name: words }).press('Enter')
    expect([await hasFocus(), await field.getAttribute('aria-invalid')]).toEqual([true, 'true'])
  }
  await mkdir(safe)
  await field.fill(safe)
  await field.press('Enter')
  await said(page, `Backups go to ${safe}`)
  await press(page, 'Back up now')
  await said(page, 'Backed up and checked: Leeds 2020 sample backup 1')
  await page.getByRole('button', { name: /^Compare: Leeds 2020 sample backup 1/ }).waitFor()
  await press(page, 'Go back to the usual folder')
  await said(page, 'Backups go to the usual folder')
  expect([await hasFocus(), (await readdir(safe)).length, (await readdir(screens.folder)).includes('Backups')]).toEqual(
    [true, 2, false],
  )
  await page.close()
})

test('by key alone: a long backup and a long export are stopped, and neither leaves a file', async () => {
  const page = await openLeeds(screens, '/settings')
  const path = join(screens.folder, 'Large.bcf')
  await makeProgramme(path, { schemes: 100, years: 6, entries: LONG })
  await screens.call('programme.open', { path })
  await page.reload()
  for (const act of ['Back up now', 'Export everything as Excel']) {
    await press(page, act)
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    await cancel.press('Enter', { timeout: PATIENCE })
    await said(page, 'Stopped before the end, as asked')
    await cancel.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: act, disabled: false }).waitFor()
  }
  const left = await Promise.all(
    ['Backups', 'Exports'].map((name) => readdir(join(screens.folder, name)).catch(() => [])),
  )
  expect(left).toEqual([[], []])
  expect(await page.getByText('None yet', { exact: true }).count()).toBe(1)
  await page.close()
})

test('the time of the daily backup acts at once, can be undone, and is the administrator’s', async () => {
  const page = await openLeeds(screens, '/settings')
  await page.getByText('Every day at 6pm, while the program is open.').waitFor()
  await actAs(page, 'Administrator')
  const hour = page.getByRole('combobox', { name: 'Daily backup, while the program is open' })
  const hasFocus = () => hour.evaluate((field) => field === document.activeElement)
  await hour.focus()
  await hour.selectOption({ label: 'Every day at 9am' })
  await said(page, 'Set: Every day at 9am')
  expect(await hasFocus()).toBe(true)
  await press(page, 'Undo: every day at 6pm')
  await said(page, 'Undone: Every day at 6pm')
  expect(await hasFocus()).toBe(true)
  expect(await hour.inputValue()).toBe('18')
  await page.close()
})

test('a page that the program has outlived says so and is loaded again, and what was typed stays until then', async () => {
  const page = await openLeeds(screens, '/programme/themes')
  // What an earlier page sends and this program no longer knows.
  await page.route('**/api/themes.add', async (route) => {
    await route.continue({ postData: JSON.stringify({ ...JSON.parse(route.request().postData() ?? '{}'), colour: 1 }) })
  })
  await press(page, 'Add a theme')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Networks')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The program was updated after this page was loaded, so this was not done.').first().waitFor()
  expect(await name.inputValue()).toBe('Networks')
  await press(page, 'Load the page again')
  await page.getByRole('button', { name: 'Load the page again' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Add a theme' }).waitFor()
  await page.close()
})

test('a page meets a newer program with one sentence before anything fails, and a program that was started again with another', async () => {
  const page = await openLeeds(screens, '/programme/themes')
  // What a later version wants of a field that this page does not know.
  const failure = { code: 'bad-request', detail: { fields: [{ path: 'colour', message: 'invalid_type' }] } }
  const updated = { headers: { 'x-bcf-version': '99.0.0' }, json: { error: { data: { failure } } } }
  const restarted = { status: 401, contentType: 'text/plain', body: 'Open the address that the program printed.' }
  await page.route('**/api/themes.add', (route) => route.fulfill(updated))
  const add = async () => {
    await press(page, 'Add a theme')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Networks')
    await page.keyboard.press('Control+Enter')
  }
  await add()
  await page.getByText('The program was updated after this page was loaded, so this was not done.').first().waitFor()
  await page.getByRole('button', { name: 'Load the page again' }).waitFor()
  expect(await page.getByText('invalid_type').count()).toBe(0)

  await page.unroute('**/api/themes.add')
  await press(page, 'Load the page again')
  await page.getByRole('button', { name: 'Load the page again' }).waitFor({ state: 'detached' })
  await page.route('**/api/themes.add', (route) => route.fulfill(restarted))
  await add()
  await page.getByText('The program was started again after this page was loaded, so this').first().waitFor()
  await page.getByRole('alert').getByText('and no longer knows it').waitFor()
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Networks')
  await page.close()
})

test('everything is exported by key in each format, and the page says where', async () => {
  const page = await openLeeds(screens, '/settings')
  for (const [label, ending] of [
    ['Excel', 'xlsx'],
    ['CSV', 'csv.zip'],
    ['JSON', 'json'],
    ['SQLite', 'sqlite'],
  ] as const) {
    await press(page, `Export everything as ${label}`)
    await page.getByText(new RegExp(`^Saved as .*\\.${ending.replace('.', '\\.')}, `)).waitFor({ timeout: PATIENCE })
  }
  const made = await readdir(join(screens.folder, 'Exports'))
  expect(made.map((name) => name.replace(/^everything .* event \d+\./, '')).sort()).toEqual([
    'csv.zip',
    'json',
    'sqlite',
    'sqlite.manifest.json',
    'xlsx',
  ])
  await page.close()
})

test('a damaged programme leads to its backups, and one of them opens beside it', async () => {
  const page = await openLeeds(screens, '/settings')
  await screens.call('backup.now')
  await screens.call('programme.close')
  const path = join(screens.folder, 'Leeds 2020 sample.bcf')
  const damaged = (await readFile(path)).subarray(0, 100_000)
  await writeFile(path, damaged)
  await page.goto(`${screens.origin}/start?step=open`)
  await press(page, 'Open')
  await page.getByRole('alert').getByText('is damaged and was left as it is').waitFor()
  await press(page, /^Open beside: Leeds 2020 sample backup 1/)
  await page.waitForURL('**/portfolio*', { timeout: PATIENCE })
  await page.getByRole('heading', { level: 1, name: 'City Digital integrated health and care' }).waitFor()
  expect([(await readFile(path)).equals(damaged), (await programmes()).length]).toEqual([true, 2])
  await page.close()
})

test('the settings with a comparison have nothing serious for axe, in both schemes', async () => {
  const page = await openLeeds(screens, '/settings')
  await screens.call('backup.now')
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page, /^Compare: Leeds 2020 sample backup 1/)
  await page.getByText('The backup holds the same as the open file.').waitFor({ timeout: PATIENCE })
  expect(await screens.faultsInBothSchemes(page)).toEqual([])
  await page.close()
})

test('at 320 pixels the settings scroll no way but down', async () => {
  const page = await openLeeds(screens, '/settings', { width: 320, height: 640 })
  await screens.call('backup.now')
  await page.reload()
  await press(page, /^Compare: Leeds 2020 sample backup 1/)
  await page.getByText('The backup holds the same as the open file.').waitFor({ timeout: PATIENCE })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.close()
})
