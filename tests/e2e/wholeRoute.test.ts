import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import type { Role } from '../../domain/roles.ts'
import { approvedUnderCondition, at, leedsRoute, nextRequest } from '../app/support/leedsRoute.ts'
import { changed } from '../app/support/programmeApp.ts'
import { actAsPerson } from './support/boardSample.ts'
import { fileOf, goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens
let now = '' as Instant
const clock = {
  at: (day: string) => {
    now = `${day}T09:00:00.000Z` as Instant
  },
  today: () => now.slice(0, 10) as CalendarDay,
}

beforeAll(async () => {
  clock.at('2020-09-01')
  screens = await openScreens({ clock: () => now })
})

afterAll(() => screens?.close())

const title = 'Authority to spend on estates and the House of the Future'

/** Open Leeds with the Estates case approved under a condition, and a request for two schemes sent on its way. */
const givenRequest = async () => {
  const page = await openLeeds(screens, '/portfolio')
  const app = await leedsRoute({ as: screens.as, asPerson: screens.asPerson, ...clock })
  const { approved, conditionId } = await approvedUnderCondition(app)
  clock.at('2020-10-15')
  const line = (scheme: string, year: number, amount: number) =>
    [`lines.scheme.${app.schemes(scheme)}.${year}.none.capital`, amount] as [string, number]
  const { id } = await nextRequest(app, {
    title,
    lines: [
      line('Estates blueprinting', 2020, 95_000),
      line('Estates blueprinting', 2021, 150_000),
      line('House of the Future', 2021, 355_000),
    ],
    grant: { 2020: 95_000, 2021: 505_000 },
  })
  /** Whoever it is finds the request in their inbox, and the task that is theirs opens by the key of the main act. */
  const takesUp = async (key: string, role: Role, task: string) => {
    await actAsPerson(page, app.idOf(key), role)
    await goTo(screens, page, '/inbox')
    await page
      .getByRole('region', { name: /^Waiting for you/ })
      .getByRole('link', { name: title })
      .click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText('Waits for you').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 2, name: task }).waitFor()
  }
  return { page, app, id, approved, conditionId, takesUp }
}

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()

test('a request for two schemes is checked, noticed, decided, called in, decided again and in force, each part by whose it is', async () => {
  const { page, app, id, approved, conditionId, takesUp } = await givenRequest()

  await takesUp('finance', 'finance_officer', 'Finance check')
  await page.getByLabel('Note').fill('Grant equals what is asked for in each year.')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Finance check recorded')

  await takesUp('s151', 's151_officer', 'Legal and equality check')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Legal and equality check recorded')

  await actAsPerson(page, app.idOf('director'), 'programme_director')
  await goTo(screens, page, '/decisions/timeline')
  await page.getByRole('link', { name: 'Create the notice for REQUEST-2021' }).click()
  await page.getByRole('heading', { level: 2, name: 'Notice of the key decision' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter the address where copies can be had' }).waitFor()
  await page.getByLabel('(f) Where copies can be had').fill('Governance services, Leeds City Council')
  await page.getByLabel('(h) How to ask for those that come later').fill('Governance services, Leeds City Council')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Notice of the key decision published')

  clock.at('2020-11-12')
  await takesUp('director', 'programme_director', 'Report')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Report published')

  clock.at('2020-11-19')
  await takesUp('resources', 'decision_taker', 'Decision')
  await page.getByLabel('Approved as asked').check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Check the decision before you record it' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await said(page, 'Decision recorded: approved as asked')

  const publishes = async (reference: string) => {
    await takesUp('secretary', 'board_secretary', 'Publication of the decision')
    await page.getByLabel('Reference of the decision').fill(reference)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Check the publication before you record it' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await said(page, `Decision published: ${reference}`)
  }
  await publishes('ATS-2021')
  await page.getByText(/can be called in until Thursday 26 November 2020/).waitFor()

  clock.at('2020-11-24')
  await actAsPerson(page, app.idOf('scrutiny'), 'scrutiny_officer')
  await goTo(screens, page, `/authority/${id}`)
  await page.getByRole('link', { name: 'Record a call-in' }).click()
  await page.getByLabel('Who calls it in').fill('Five members of council')
  await page.getByLabel('Grounds').fill('The wards were not asked')
  await page.getByLabel('Scrutiny board').fill('Scrutiny Board (Strategy and Resources)')
  await page.getByLabel('Hearing').fill('1 December 2020')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Decision called in')

  clock.at('2020-12-01')
  await takesUp('scrutiny', 'scrutiny_officer', 'Outcome of scrutiny')
  await page.getByLabel('Referred back to the decision taker').check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter why it is referred back' }).waitFor()
  await page.getByLabel('Note').fill('Ask the wards first')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Outcome of scrutiny recorded: referred back to the decision taker')

  clock.at('2020-12-03')
  await takesUp('resources', 'decision_taker', 'Decision')
  await page.getByLabel('Approved as amended').check()
  await page.getByLabel('Approved: House of the Future, 2021/22').fill('300')
  await page.getByLabel('Approved: Paid by Government Grant, 2021/22').fill('450')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Check the decision before you record it' }).waitFor()
  await page.getByText('£545,000', { exact: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  await said(page, 'Decision recorded: approved as amended')
  await publishes('ATS-2021-2')

  // The programme is opened again on the morning after the window, and so what is due comes about.
  clock.at('2020-12-11')
  await screens.call('programme.open', { path: await fileOf(screens) })
  await goTo(screens, page, '/money/authority')
  const row = (name: RegExp) => page.getByRole('row', { name })
  await row(/^ATS-2021-2\/1 Estates blueprinting Held /).waitFor()
  await row(/^ATS-2021-2\/2 House of the Future Held /).waitFor()

  // The condition is met, so that the money of the approved case is released; the other scheme has no case.
  const evidence = 'The signed design'
  const met = changed(await app.lead.cases.meetCondition.mutate({ ...at(approved), conditionId, evidence }))
  await app.secretary.cases.dischargeCondition.mutate({ ...at(met), conditionId })
  await page.reload()
  await row(/^ATS-2021-2\/1 Estates blueprinting Effective /).waitFor()
  await row(/^ATS-2021-2\/2 House of the Future Held /).waitFor()
  const ledger = `select name, level, start_year as year, amount_pence / 100 as pounds
    from balance join scheme on scheme.id = place_id where level in ('authority', 'released')
    and name in ('Estates blueprinting', 'House of the Future') order by name, level, start_year`
  const versions = `select version, status, published_on as publishedOn from authority_request
    where reference = 'REQUEST-2021' order by version`
  const decisions = `select reference, status, effective_on as effectiveOn from decision
    where reference like 'ATS-2021%' and is_removed = 0`
  const acts = `select operation || ': ' || account.title as act from event join account on account.id = actor
    where operation like 'requests.%' and seq > (select max(seq) from event where operation = 'requests.validate') order by seq`
  const estates = { name: 'Estates blueprinting' }
  expect({
    ledger: await rowsIn(screens, ledger),
    versions: await rowsIn(screens, versions),
    decisions: await rowsIn(screens, decisions),
    acts: (await rowsIn(screens, acts)).map(({ act }) => act),
    faults: (await app.viewer.audit.verify.mutate()).faults,
  }).toEqual({
    ledger: [
      { ...estates, level: 'authority', year: 2020, pounds: 95_000 },
      { ...estates, level: 'authority', year: 2021, pounds: 150_000 },
      { ...estates, level: 'released', year: 2020, pounds: 95_000 },
      { ...estates, level: 'released', year: 2021, pounds: 150_000 },
      { name: 'House of the Future', level: 'authority', year: 2021, pounds: 300_000 },
    ],
    versions: [
      { version: 1, status: 'superseded', publishedOn: '2020-11-19' },
      { version: 2, status: 'effective', publishedOn: '2020-12-03' },
    ],
    decisions: [{ reference: 'ATS-2021-2', status: 'effective', effectiveOn: '2020-12-11' }],
    acts: [
      'requests.financeCheck: Capital finance officer',
      'requests.legalCheck: Section 151 officer',
      'requests.publishNotice: City Digital Programme Director',
      'requests.publishReport: City Digital Programme Director',
      'requests.decide: Director of Resources and Housing',
      'requests.publishDecision: Board secretary',
      'requests.callIn: Scrutiny officer',
      'requests.scrutinyOutcome: Scrutiny officer',
      'requests.decide: Director of Resources and Housing',
      'requests.publishDecision: Board secretary',
    ],
    faults: [],
  })
  await page.close()
})
