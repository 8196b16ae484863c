import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')

const saveBy = async (page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const download = page.waitForEvent('download')
  await act()
  const saved = await download
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
}

const look = async (page: Page, name: string) => {
  expect(await screens.seriousFaults(page)).toEqual([])
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true })
}

test('a report is read as it is printed, prepared, certified by somebody else, issued, handed over and verified', async () => {
  const page = await openLeeds(screens, '/reports')
  await actAs(page, 'Finance officer')
  await look(page, 'catalogue')
  await page.getByRole('link', { name: 'Scheme summaries' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Scheme summaries' }).waitFor()
  const pages = page.frameLocator('iframe[title="Pages of Scheme summaries"]')
  await pages.getByRole('heading', { level: 1, name: 'Scheme summaries' }).waitFor()
  await pages.getByText('DRAFT').first().waitFor()
  await look(page, 'report')

  await press(page, 'Prepare for issue')
  await page.getByRole('heading', { level: 1, name: 'Scheme summaries: draft' }).waitFor()
  await look(page, 'draft')
  await press(page, 'Prepare')
  await page.getByRole('heading', { level: 1, name: 'Scheme summaries: prepared' }).waitFor()
  expect(await page.getByRole('button', { name: 'Certify' }).count()).toBe(0)

  await actAs(page, 'Section 151 officer')
  await press(page, 'Certify')
  await page.getByRole('heading', { level: 1, name: 'Scheme summaries: certified' }).waitFor()
  await actAs(page, 'Finance officer')
  await press(page, 'Issue')
  await page.getByText('This cannot be changed afterwards').waitFor()
  await look(page, 'issue')
  await page
    .getByRole('form', { name: 'Issue: Scheme summaries' })
    .getByRole('button', { name: 'Issue' })
    .press('Enter')
  await page.getByRole('heading', { name: 'Files' }).waitFor()
  await pages.getByText('ISSUED').first().waitFor()
  await look(page, 'issued')
  const issues = await rowsIn(screens, 'select id, report from issued_report')
  expect(issues).toMatchObject([{ report: 'scheme-summaries' }])

  const json = await saveBy(page, () => press(page, 'Save JSON, full version'))
  expect(json.bytes.toString()).toContain(String(issues[0]?.id))
  await press(page, 'Hold it against the ledger now')
  await page.getByText('Every figure and every text is the same.').waitFor()

  await goTo(screens, page, '/verify')
  const field = page.getByLabel('Drop the file here, or choose it')
  await field.setInputFiles({ name: json.name, mimeType: 'application/json', buffer: json.bytes })
  await page
    .getByRole('region', { name: json.name })
    .getByText('Not altered: it is byte for byte the file that was issued.')
    .waitFor()
  await look(page, 'untouched')
  const altered = Buffer.from(json.bytes.toString().replace('ISSUED', 'DRAFT'))
  await field.setInputFiles({ name: json.name, mimeType: 'application/json', buffer: altered })
  await page
    .getByText(/^Altered in /)
    .first()
    .waitFor()
  await look(page, 'altered')
  await page.close()
})

test('an issue says how far it is, Cancel or Esc stops it once, and what was stopped as asked is no problem', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const officer = screens.as('finance_officer')
  const order = { report: 'scheme-summaries', scope: { kind: 'programme' }, from: null, to: null, unit: null } as const
  const draft = (await officer.reports.startDraft.mutate({ order: { ...order, version: 'full' } })).value
  const of = { id: draft?.id ?? '', revision: draft?.revision ?? 0 } as Parameters<
    typeof officer.reports.prepare.mutate
  >[0]
  await officer.reports.prepare.mutate(of)
  await screens.as('s151_officer').reports.certify.mutate({ ...of, revision: of.revision + 1 })
  await goTo(screens, page, `/reports/drafts/${of.id}`)

  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>()
  const told = (data: unknown) => ({ json: { result: { data } } })
  const failure = { code: 'work-cancelled', detail: {} }
  let stops = 0
  await page.route('**/api/work.progress*', (route) => route.fulfill(told({ done: 2, of: 4, piece: 2 })))
  await page.route('**/api/work.cancel*', (route) => {
    stops += 1
    return route.fulfill(told(null))
  })
  await page.route('**/api/reports.issue', async (route) => {
    await cancelled
    await route.fulfill({ status: 400, json: { error: { code: -32600, message: '', data: { failure } } } })
  })
  await press(page, 'Issue')
  const form = page.getByRole('form', { name: 'Issue: Scheme summaries' })
  await form.getByRole('button', { name: 'Issue' }).press('Enter')
  await form.getByText('Writing its files, step 2 of 4').waitFor()
  await form.getByRole('button', { name: 'Cancel' }).press('Enter')
  await form.getByText('Stopping…').waitFor()
  await page.keyboard.press('Escape')
  cancel()
  await page.getByText('Stopped before the end, as asked. Nothing was changed').waitFor()
  await form.getByText('Stopping…').waitFor({ state: 'detached' })
  expect([stops, await page.getByRole('alert').filter({ hasText: 'problem' }).count()]).toEqual([1, 0])

  await form.getByRole('button', { name: 'Cancel' }).press('Enter')
  await form.waitFor({ state: 'detached' })
})

test('what is marked as exempt stands on no public page, and a viewer reads the public version alone', async () => {
  const page = await openLeeds(screens, '/reports')
  const officer = screens.as('finance_officer')
  const order = {
    report: 'scheme-summaries',
    scope: { kind: 'programme' },
    from: null,
    to: null,
    unit: null,
    version: 'full',
  } as const
  const begun = (await officer.reports.startDraft.mutate({ order })).value
  if (!begun) throw new Error('No draft was begun')
  await goTo(screens, page, `/reports/drafts/${begun.id}`)
  await actAs(page, 'Finance officer')
  await page.getByText('Choose what is exempt').click()
  await page.getByRole('button', { name: /^Keep from the public: House of the Future/ }).press('Enter')
  const form = page.getByRole('form', { name: /^Keep from the public: House of the Future/ })
  await form.getByRole('button', { name: 'Keep from the public' }).press('Enter')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await form.getByLabel('Why keeping it back is in the public interest').fill('A supplier is being chosen')
  await form.getByRole('button', { name: 'Keep from the public' }).press('Enter')
  await page.getByText(/^\d+ parts? (is|are) exempt/).waitFor()
  const pages = page.frameLocator('iframe[title="Pages of Scheme summaries"]')
  await pages.getByText('House of the Future').first().waitFor()
  await look(page, 'exempt')
  await page.getByLabel('Pages of').selectOption('The public version')
  await pages.getByText('paragraph 3').first().waitFor()
  await expect.poll(() => pages.getByText('Sensors and technology').count()).toBe(0)

  const draft = (await officer.reports.draft.query({ id: begun.id })).draft
  const prepared = (await officer.reports.prepare.mutate({ id: draft.id, revision: draft.revision, asAt: null })).value
  const certifier = screens.as('s151_officer')
  const certified = (await certifier.reports.certify.mutate({ id: draft.id, revision: prepared?.revision ?? 0 })).value
  const issue = (await officer.reports.issue.mutate({ id: draft.id, revision: certified?.revision ?? 0 })).value
  await goTo(screens, page, `/reports/issued/${issue?.id}`)
  await page.getByRole('button', { name: 'Save Word, full version' }).waitFor()
  await actAs(page, 'Viewer')
  await page.getByRole('button', { name: 'Save Word, public version' }).waitFor()
  expect(await page.getByRole('button', { name: /full version/ }).count()).toBe(0)
  await expect.poll(() => pages.getByText('Sensors and technology').count()).toBe(0)
  await pages.getByText('paragraph 3').first().waitFor()
  await look(page, 'viewer')
  await page.close()
})

test('Ctrl+E on the portfolio leads to the report that fits, and a report is saved from its page as Word', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await page.getByRole('treegrid').waitFor()
  await page.keyboard.press('Control+e')
  await page.getByRole('menuitem', { name: 'Open the report: Spend report' }).click()
  await page.getByRole('heading', { level: 1, name: 'Spend report' }).waitFor()
  await page.getByText('Stop checks are open, which this report would carry on.').waitFor()
  await page.keyboard.press('Control+e')
  const { name, bytes } = await saveBy(page, () => page.getByRole('menuitem', { name: 'Word' }).click())
  expect([name.endsWith('.docx'), bytes.subarray(0, 2).toString()]).toEqual([true, 'PK'])
  await page.close()
})

test('a report about a year is about the one that the page shows, until another is chosen', async () => {
  const page = await openLeeds(screens, '/reports/capital-monitoring?fy=2021-2021')
  const about = page.getByRole('combobox', { name: 'About' })
  const chosen = () => about.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label)
  expect(await chosen()).toBe('2021/22')
  await about.selectOption({ label: '2020/21' })
  await expect.poll(chosen).toBe('2020/21')
})

test('a report that needs a thing of the programme says that there is none, and a name that is none is said', async () => {
  const page = await openLeeds(screens, '/reports/board-pack')
  await page.getByText('Nothing is on record yet that this report could be about.').waitFor()
  await goTo(screens, page, '/reports/minutes')
  await page.getByText('There is no such report. Choose one from the catalogue.').waitFor()
  await page.close()
})
