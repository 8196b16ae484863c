import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import { businessCase, id } from '../domain/businessCase/given.ts'
import { givenCase } from './support/boardSample.ts'
import { actAs, goTo, openLeeds, rowsIn, schemeNamed } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const scheme = 'Estates blueprinting'

/** A draft for a scheme of the sample, begun past the page by its scheme lead, and a page in which the scheme lead acts. */
const openDraft = async (search = '') => {
  const page = await openLeeds(screens, '/portfolio')
  await actAs(page, 'Scheme lead')
  await as('scheme_lead')
  const input = { schemeId: await schemeNamed(screens, scheme), stage: 'bjc' }
  const { value } = (await screens.call('cases.start', input)) as { value: { id: string } }
  await goTo(screens, page, `/cases/${value.id}/edit${search}`)
  return { page, id: value.id }
}

const as = (role: string) => screens.call('session.actAs', { accountId: null, role })

const write = (id: string, fields: { path: string; base: unknown; value: unknown }[]) =>
  screens.call('cases.saveDraft', { id, baseRevision: 1, fields })

/** Everything that a short case has to say beside its ask, its strategic case and its costs. */
const theRest = () => {
  const { sections, options, benefits, risks, assurance } = businessCase()
  const field = (path: string, base: unknown, value: unknown) => ({ path, base, value })
  return [
    ...Object.entries(sections)
      .filter(([name]) => name !== 'strategic')
      .map(([name, value]) => field(`sections.${name}`, '', value)),
    ...options.map((line) => field(`options.${line.id}`, null, line)),
    ...benefits.map((line) => field(`benefits.${line.id}`, null, line)),
    ...risks.map((line) => field(`risks.${line.id}`, null, line)),
    ...assurance.map((line) => field(`assurance.${line.kind}`, null, line)),
  ]
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

const eventsOf = async (operation: string) =>
  (await rowsIn(screens, `select seq from event where operation = '${operation}'`)).length

test('a scheme lead starts a case from its scheme, writes it, ties it with the plan and sends it off; a secretary takes it on', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await actAs(page, 'Scheme lead')
  await goTo(screens, page, `/schemes/${await schemeNamed(screens, scheme)}`)
  await page.getByRole('link', { name: 'Start a business case' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await heading(page, scheme)
  await page.getByText('Cannot start yet').waitFor()
  const id = /cases\/(\w+)\/edit/.exec(page.url())?.[1] ?? ''

  // A gap of the checklist leads to its field, and what is typed there is kept outside the trail.
  await page.getByText(/things still missing/).click()
  await page.getByRole('link', { name: 'What the reader is asked', exact: true }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'field.ask')
  await page.keyboard.type('Approve £245,000 for the blueprint.')
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  await expect.poll(() => rowsIn(screens, 'select actor from draft')).toEqual([{ actor: 'scheme_lead' }])
  expect(await eventsOf('cases.leave')).toBe(0)
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Strategic case')
  expect(await eventsOf('cases.leave')).toBe(1)
  await page.getByLabel('Strategic case').fill(Array.from({ length: 50 }, () => 'word').join(' '))
  await page.getByText('50 words. It usually takes 50 to 500 at this stage.').waitFor()
  await page.getByRole('link', { name: 'Back to the tasks' }).click()
  await heading(page, scheme)

  await page.getByRole('link', { name: 'Financial case, costs and funding' }).click()
  await page.getByRole('button', { name: 'Take the costs from the plan' }).click()
  await page.getByText('Short by £95,000 in 2020/21: add a source or lower the cost').waitFor()
  await page.getByLabel('Add another source').selectOption('Government Grant')
  const cellsOf = (row: RegExp) => page.getByRole('row', { name: row }).first().getByRole('gridcell')
  for (const [column, amount] of [
    [0, '95'],
    [1, '150'],
  ] as const) {
    await cellsOf(/^Government Grant/)
      .nth(column)
      .click()
    await page.keyboard.type(amount)
    await page.keyboard.press('Enter')
    await cellsOf(/^Source not stated/)
      .nth(column)
      .click()
    await page.keyboard.type('0')
    await page.keyboard.press('Enter')
  }
  await page.getByText('The costs tie with the plan, and every year is funded.').waitFor()
  await page.getByRole('link', { name: scheme }).click()
  await heading(page, scheme)

  await as('scheme_lead')
  await write(id, theRest())
  await screens.call('cases.leave', { id })
  await goTo(screens, page, `/cases/${id}/edit?task=interests`)
  await page.getByLabel('No', { exact: true }).check()
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: scheme }).click()
  await page.getByRole('link', { name: 'Check and submit' }).click()
  await heading(page, 'Check the business case before you submit it')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Submitted.').waitFor()
  await page.getByText('Submitted business cases are accepted or returned by: board secretary').waitFor()

  await actAs(page, 'Board secretary')
  await page.getByRole('button', { name: 'Return it with a reason' }).click()
  await page.getByRole('button', { name: 'Return it', exact: true }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter the reason' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Accept it for the boards' }).click()
  await page.getByText('In review', { exact: true }).first().waitFor()
  await actAs(page, 'Scheme lead')
  await page.getByText('You wrote in this business case, so you take no part in deciding on it.').waitFor()
  const [row] = await rowsIn(screens, `select status, revision, ask from business_case where id = '${id}'`)
  expect(row).toMatchObject({ status: 'in_review', ask: 'Approve £245,000 for the blueprint.' })
  await page.close()
})

test('what two people wrote in one text stands side by side until one of them chooses, and both can be kept', async () => {
  const { page, id } = await openDraft('?task=strategic')
  await page.getByLabel('Strategic case').fill('Staff see one record.')
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  await as('programme_director')
  await write(id, [{ path: 'sections.strategic', base: '', value: 'Records are in five places.' }])
  await screens.call('cases.leave', { id })
  await page.getByRole('button', { name: 'Next: Economic case, options' }).click()
  await page.getByRole('heading', { name: 'Somebody else changed this while you were writing' }).waitFor()
  const sides = page.getByRole('region', { name: 'Strategic case', exact: true })
  await sides.getByText('Staff see one record.').waitFor()
  await sides.getByText('Records are in five places.').waitFor()
  await heading(page, 'Strategic case')
  expect(await screens.seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep both, theirs first' }).click()
  await page.getByRole('button', { name: 'Next: Economic case, options' }).click()
  await heading(page, 'Economic case, options')
  const [row] = await rowsIn(screens, `select sections_json from business_case where id = '${id}'`)
  expect(JSON.parse(String(row?.sections_json)).strategic).toBe('Records are in five places.\n\nStaff see one record.')
  await page.close()
})

test('a case that is withdrawn under an open editor says so in one sentence, and keeps what was typed to be copied', async () => {
  const { page, id } = await openDraft('?task=commercial')
  await page.getByLabel('Commercial case').fill('It is bought by a framework.')
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  const withdrawn = Promise.withResolvers<void>()
  await page.route('**/api/cases.saveDraft*', async (route) => {
    await withdrawn.promise
    await route.continue()
  })
  await page.getByLabel('Commercial case').fill('It is bought by the national framework.')
  await as('programme_director')
  await screens.call('cases.withdraw', { id, revision: 1, reason: 'Two schemes became one' })
  withdrawn.resolve()
  await page.getByRole('alert').filter({ hasText: 'its status became “withdrawn” while you were writing' }).waitFor()
  await page.getByText('It is bought by the national framework.').waitFor()
  await page.getByRole('button', { name: 'Copy what you typed' }).click()
  await page.getByRole('status').filter({ hasText: 'Copied: what you typed' }).waitFor()
  await page.close()
})

test('a file is kept, saved again and removed; one that is not what its name says is refused', async () => {
  const { page, id } = await openDraft('?task=attachments')
  const file = page.getByLabel('Add a file')
  await file.setInputFiles({ name: 'quote.pdf', mimeType: 'application/pdf', buffer: Buffer.from('just text') })
  await page
    .getByRole('alert')
    .getByRole('link', { name: /quote.pdf is not what its name says: it holds text/ })
    .waitFor()
  await file.setInputFiles({ name: 'quote.txt', mimeType: 'text/plain', buffer: Buffer.from('£95,000 for the survey') })
  await page.getByRole('rowheader', { name: 'quote.txt' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save: quote.txt' }).click()
  expect((await download).suggestedFilename()).toBe('quote.txt')
  await page.getByRole('button', { name: 'Remove: quote.txt' }).click()
  await page.getByText('No files have been added.').waitFor()
  const [row] = await rowsIn(screens, `select attachments_json from business_case where id = '${id}'`)
  expect(row).toEqual({ attachments_json: '[]' })
  await page.close()
})

test('Alt+PgDn goes to the next case of the list, a board narrows it, and a viewer is told who starts one', async () => {
  const page = await openLeeds(screens, '/cases')
  await page.getByLabel('Status').selectOption('Recommended')
  await page.getByRole('link', { name: 'Mindwell Mental Health portal' }).click()
  await heading(page, 'Mindwell Mental Health portal')
  await page.keyboard.press('Alt+PageDown')
  await heading(page, 'Diabetes Management System')
  await page.getByText('Released for this scheme: £0 becomes £120,000, as far as authority is held for it.').waitFor()
  await goTo(screens, page, '/cases?caseStatus=lapsed')
  await page.getByText('No business case fits this choice.').waitFor()
  await actAs(page, 'Viewer')
  await page.getByText('Business cases are started by: programme director, scheme lead').waitFor()
  expect(await page.getByRole('button', { name: 'Start a business case' }).count()).toBe(0)

  await actAs(page, 'Board secretary')
  await page.getByRole('link', { name: 'Enter a case that was recommended before the programme was kept here' }).click()
  await heading(page, 'Enter a recommended case')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Choose who wrote it' }).waitFor()
  await page.getByLabel('Scheme', { exact: true }).selectOption(scheme)
  await page.getByLabel('Where it is stated').fill('Minutes of the board, item 4')
  await page.getByRole('checkbox', { name: 'Programme director' }).first().check()
  await page.getByRole('button', { name: 'Add an amount' }).click()
  await page.keyboard.type('245')
  expect(await screens.seriousFaults(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByText('Where that is stated: Minutes of the board, item 4.').waitFor()
  const entered = "select title, status, costs_json from business_case where stated_in like 'Minutes%'"
  const [row] = await rowsIn(screens, entered)
  expect([
    row?.title,
    row?.status,
    JSON.parse(String(row?.costs_json)).map(({ amount }: { amount: number }) => amount),
  ]).toEqual([scheme, 'recommended', [245_000_00]])
  await page.close()
})

test('a condition is discharged by a second person, and a case that was not recommended begins again as its next version', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const condition = {
    id: id('condition'),
    text: 'Name a supplier',
    owner: 'Scheme lead',
    dueOn: on('2020-12-01'),
    isAfterRelease: false,
    evidence: '',
    metBy: null,
    dischargedBy: null,
    dischargedOn: null,
  }
  const approved = await givenCase(screens, scheme, null, {
    status: 'approved_with_conditions',
    approvedOn: on('2020-09-10'),
    conditions: [condition],
  })
  const refused = await givenCase(screens, 'House of the Future', null, {
    status: 'not_recommended',
    reason: 'The users were not asked',
  })
  await actAs(page, 'Scheme lead')
  await goTo(screens, page, `/cases/${approved.id}`)
  await page.getByRole('button', { name: 'Say that it is met' }).click()
  await page.getByLabel('How one sees that it is met').fill('The signed contract')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Said to be met', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Discharge it' }).count()).toBe(0)
  await actAs(page, 'Board secretary')
  await page.getByText('How one sees it: The signed contract').waitFor()
  await page.getByRole('button', { name: 'Discharge it' }).click()
  await page.getByText('Discharged', { exact: true }).waitFor()

  await actAs(page, 'Scheme lead')
  await goTo(screens, page, `/cases/${refused.id}`)
  await page.getByText('Reason given: The users were not asked').waitFor()
  await page.getByRole('button', { name: 'Begin the next version' }).click()
  await page.getByText('draft 2').first().waitFor()
  expect(
    await rowsIn(
      screens,
      `select status, version from business_case where id = '${approved.id}' or supersedes_id = '${refused.id}' order by version`,
    ),
  ).toEqual([
    { status: 'approved', version: 1 },
    { status: 'draft', version: 2 },
  ])
  await page.close()
})

const on = (day: string) => day as CalendarDay
