import SQLite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileOf, goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const events = (page: Page) =>
  page.getByRole('region', { name: 'Events, newest first' }).locator('tbody').first().locator(':scope > tr')

test('the trail comes fifty events at a time, newest first, and back again', async () => {
  const page = await openLeeds(screens, '/audit')
  await page.getByText('50 events, number 92 to 43').waitFor()
  expect(await events(page).count()).toBe(50)
  await page.getByRole('button', { name: 'Older 50' }).click()
  await page.getByText('42 events, number 42 to 1').waitFor()
  expect(new URL(page.url()).searchParams.get('page')).toBe('43')
  expect(await page.getByRole('button', { name: 'Older 50' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Newer 50' }).click()
  await page.getByText('50 events, number 92 to 43').waitFor()
  await page.close()
})

test('a change made on a screen stands in the trail with its field before and after, its role and its hash', async () => {
  const page = await openLeeds(screens, '/money/funding')
  await page.getByRole('button', { name: 'Change: Dept Borrowing' }).click()
  await page.getByLabel('Funder').fill('City Council')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Funding source changed' }).waitFor()
  await page.getByRole('link', { name: 'Audit trail' }).click()
  const event = events(page).first()
  await event.getByText('Changed · 1 field').press('Enter')
  await event.getByRole('row', { name: 'Funder not recorded City Council' }).waitFor()
  const [kept] = await rowsIn(screens, 'select seq, role, operation, hash from event order by seq desc limit 1')
  expect(kept).toMatchObject({ seq: 93, role: 'programme_director', operation: 'sources.change' })
  await event.getByText(`Hash ${kept?.hash}`).waitFor()
  await page.close()
})

test('posted lines are shown with level, place, year and amount', async () => {
  const page = await openLeeds(screens, '/audit')
  const event = events(page).first()
  await event.getByText('Made → effective · 3 fields · 9 posted lines').click()
  await event.getByRole('row', { name: 'Status made effective' }).waitFor()
  await event
    .getByRole('row', { name: /Authority Helm Person Held Record 2021\/22 not stated 28 August 2020 £591,000/ })
    .waitFor()
  await page.close()
})

test('the trail is narrowed by role, act, days, amount and subject; what cannot be read is said at its field', async () => {
  const page = await openLeeds(screens, '/audit')
  const filter = page.getByRole('form', { name: 'Filter the trail' })
  await filter.getByLabel(/^Amount/).fill('591k')
  await filter.getByLabel('To').fill('yesterday')
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /“yesterday” is not a date/ })
    .press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('audit-to')
  await filter.getByLabel('To').fill('28 August 2020')
  await filter.getByLabel('Who').selectOption('System')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByText('1 event, number 92').waitFor()
  expect(new URL(page.url()).searchParams.get('amount')).toBe('59100000')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByText('50 events, number 92 to 43').waitFor()
  await page.getByRole('link', { name: 'Only events about ATS-2020' }).first().click()
  await page.getByText('2 events, number 92 to 90 about ATS-2020').waitFor()
  await goTo(screens, page, '/audit?who=board_member')
  await page.getByText('No event fits this filter.').waitFor()
  await page.close()
})

test('the whole trail is checked, and a file that was tampered with does not pass', async () => {
  const page = await openLeeds(screens, '/audit')
  await page.getByRole('button', { name: 'Check the whole trail' }).press('Enter')
  await page.getByText('All 92 events and 34 posted lines agree with their hashes and balances.').waitFor()

  const db = new SQLite(await fileOf(screens))
  // Only the row is to be amiss, so the trigger that guards it comes back.
  const guard = db.prepare("select sql from sqlite_master where name = 'event_refuses_update'").pluck().get() as string
  db.exec('drop trigger event_refuses_update')
  db.exec("update event set role = 'viewer' where seq = 40")
  db.exec(guard)
  db.close()
  await page.getByRole('button', { name: 'Check the whole trail' }).click()
  await page.getByText(/Stop: 1 thing is not as recorded/).waitFor()
  await page.getByRole('row', { name: 'event 40 its hash does not agree with its contents' }).waitFor()
  await page.close()
})

test('axe finds nothing serious on the trail, its details and its check, in both schemes', async () => {
  const page = await openLeeds(screens, '/audit')
  await page.locator('summary').first().click()
  await page.getByRole('button', { name: 'Check the whole trail' }).click()
  await page.getByText(/agree with their hashes/).waitFor()
  expect(await screens.faultsInBothSchemes(page)).toEqual([])
  await page.close()
})
