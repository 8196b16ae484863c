import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAsPerson, givenAgenda, givenBoards } from './support/boardSample.ts'
import { goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()

/** Counts what a user does: a click, a key chord or a field filled. */
const counting = () => {
  let count = 0
  return {
    count: () => count,
    async act(doing: Promise<unknown>) {
      count += 1
      await doing
    },
  }
}

/** Lets frames pass between an answer and what is drawn of it, as they do on a busy computer: what is drawn waits for a timer. */
const drawAnswersLate = (page: Page) =>
  page.evaluate(() => {
    const { setTimeout } = globalThis
    const late = (doing: () => void, ms = 0) => setTimeout(doing, Math.max(ms, 100))
    Object.assign(globalThis, { setTimeout: late })
  })

test('a secretary plans a meeting and records two items in seven and four acts; the chair confirms, and then it is read-only', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const given = await givenBoards(screens)
  await actAsPerson(page, given.people.secretary, 'board_secretary')
  await goTo(screens, page, '/meetings')
  await page.getByText('No meeting of any board is planned.').waitFor()
  await page.getByRole('button', { name: 'Plan a meeting' }).click()
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Choose the board' }).waitFor()
  const { day } = (await screens.call('clock.today')) as { day: string }
  await page.getByRole('textbox', { name: 'Day' }).fill(day)
  await page.locator('#plan-board').selectOption('Fund group')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Nothing is on this agenda yet.').waitFor()

  await page.getByRole('button', { name: 'Add to the agenda: Supporting Virtual Care' }).click()
  await status(page, 'On the agenda: Supporting Virtual Care')
  await page.getByRole('button', { name: 'Add to the agenda: House of the Future' }).click()
  await status(page, 'On the agenda: House of the Future')
  await drawAnswersLate(page)
  await page.getByRole('button', { name: 'Move up: House of the Future' }).press('Enter')
  await status(page, 'House of the Future is item 1 now')
  await page.waitForFunction(() => document.activeElement?.id.startsWith('Down-'))
  await page.getByText('the agenda gives 0 clear days of notice').waitFor()
  await page.getByRole('button', { name: 'Publish the agenda' }).click()
  await page.getByText('Agenda published', { exact: true }).first().waitFor()

  await goTo(screens, page, '/meetings')
  const first = counting()
  await first.act(page.getByRole('link', { name: /^Fund group, / }).click())
  await page.getByText('A decision cannot be recorded yet: two more members must be present').first().waitFor()
  expect(await page.getByRole('button', { name: /^Record: / }).count()).toBe(0)
  await first.act(page.keyboard.press('Control+Enter'))
  await page.getByText('There is a quorum: 3 members present.').waitFor()
  await first.act(page.getByRole('button', { name: 'Record: House of the Future' }).press('Enter'))
  await first.act(page.getByLabel('Outcome').selectOption('Recommended'))
  await page.getByText('3 for, 0 against, 0 abstained. This carries “recommended”.').waitFor()
  await first.act(page.keyboard.press('Control+Enter'))
  await page.getByRole('heading', { name: 'Check before you record' }).waitFor()
  await page.getByText('goes to the next body on its route. No money is released yet.').waitFor()
  await first.act(page.keyboard.press('Control+Enter'))
  await status(page, 'Recorded: House of the Future')
  expect(first.count()).toBeLessThanOrEqual(6)

  const next = counting()
  await next.act(page.getByRole('button', { name: 'Record: Supporting Virtual Care' }).press('Enter'))
  await next.act(page.getByLabel('Outcome').selectOption('Deferred'))
  await next.act(page.keyboard.press('Control+Enter'))
  await page.getByRole('alert').getByRole('link', { name: 'Enter why' }).press('Enter')
  await next.act(page.keyboard.type('The costs are not clear'))
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Check before you record' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await status(page, 'Recorded: Supporting Virtual Care')
  await page.getByText('It is confirmed by Director of public health, or an alternate of theirs').waitFor()

  const address = new URL(page.url()).pathname
  await actAsPerson(page, given.people.chair, 'board_chair')
  await goTo(screens, page, address)
  await page.getByText('You are about to confirm this record.').waitFor()
  await first.act(page.keyboard.press('Control+Enter'))
  await page.getByText('Record confirmed', { exact: true }).waitFor()
  expect(first.count()).toBeLessThanOrEqual(7)
  await goTo(screens, page, `${address}?part=record`)
  await page.getByText('and confirmed').first().waitFor()
  expect(await page.getByRole('button', { name: /^(Record|Change|Confirm|Everybody)/ }).count()).toBe(0)

  expect(
    await rowsIn(
      screens,
      `select title, status from business_case where title in ('House of the Future', 'Supporting Virtual Care') order by title`,
    ),
  ).toEqual([
    { title: 'House of the Future', status: 'recommended' },
    { title: 'Supporting Virtual Care', status: 'deferred' },
  ])
  expect(await rowsIn(screens, 'select status from meeting order by id desc limit 1')).toEqual([
    { status: 'confirmed' },
  ])
  await page.close()
})

/** Takes a tick away and sets it again, a little later each time, on a page that draws late what it has read; gives what is refused. */
const tickQuickly = async (page: Page, times: number): Promise<string[]> =>
  await page.evaluate(async (count) => {
    const wait = globalThis.setTimeout
    const late = (work: () => void, delay = 0) => wait(work, Math.max(delay, 60))
    globalThis.setTimeout = late as typeof setTimeout
    const refused = () => [...document.querySelectorAll('[role=alert]')].map((each) => each.textContent ?? '')
    for (let time = 0; time < count * 2 && refused().length === 0; time += 1) {
      document.querySelector<HTMLElement>('[aria-label="Present: Director of strategy"]')?.click()
      await new Promise((done) => wait(done, 10 + time * 5))
    }
    globalThis.setTimeout = wait
    return refused()
  }, times)

test('ticks save themselves; who has an interest does not vote, and votes that do not carry it record nothing', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const { people, recommending, house } = await givenBoards(screens)
  const meeting = await givenAgenda(screens, people.secretary, {
    boardId: recommending.id,
    kind: 'meeting',
    subjectIds: [house.id],
  })
  await actAsPerson(page, people.secretary, 'board_secretary')
  await goTo(screens, page, `/meetings/${meeting.id}?part=agenda`)
  await page.getByRole('button', { name: 'Make exempt: House of the Future' }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter why it is exempt' }).waitFor()
  await page.getByLabel('Why it is exempt').fill('Paragraph 3, the prices of the supplier')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Kept from the public: Paragraph 3, the prices of the supplier').waitFor()
  await goTo(screens, page, `/meetings/${meeting.id}?part=attendance`)
  await page.getByRole('checkbox', { name: 'Present: Director of public health' }).press('Space')
  await page.getByRole('checkbox', { name: 'Present: Director of strategy' }).press('Space')
  await page.getByRole('checkbox', { name: 'Present: Chief digital officer' }).press('Space')
  await page.getByText('There is a quorum: 3 members present.').waitFor()
  expect(await tickQuickly(page, 20)).toEqual([])
  await page.getByText('There is a quorum: 3 members present.').waitFor()

  await page.getByRole('link', { name: 'Interests' }).click()
  await page.getByRole('button', { name: 'Declare an interest' }).click()
  await page.getByLabel('Whose interest').selectOption('Chief digital officer')
  await page.getByLabel('What the interest is').fill('Sits on the board of the supplier')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row', { name: /Chief digital officer .* Leaves the room, does not vote/ }).waitFor()

  await page.getByRole('link', { name: 'Record', exact: true }).click()
  await page
    .getByText('Chief digital officer has an interest (Sits on the board of the supplier) and does not vote')
    .waitFor()
  await page.getByRole('button', { name: 'Record: House of the Future' }).click()
  await page.getByText('has an interest, does not vote').waitFor()
  await page.getByLabel('Outcome').selectOption('Recommended')
  const strategy = page.getByRole('radiogroup', { name: 'Director of strategy' })
  await strategy.getByRole('radio', { name: 'Against' }).check()
  await page.getByText('1 for, 1 against, 0 abstained. This carries “recommended”.').waitFor()
  await page.getByLabel('Outcome').selectOption('Not recommended')
  await page.getByText('This does not carry “not recommended”.').waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /The votes do not carry/ })
    .waitFor()
  expect(await rowsIn(screens, "select count(*) as n from event where operation = 'meetings.recordOutcome'")).toEqual([
    { n: 0 },
  ])

  await page.getByRole('link', { name: 'Minutes and actions' }).click()
  await page.getByRole('button', { name: 'Begin from the record' }).click()
  await page.getByRole('button', { name: 'Add an action' }).click()
  await page.getByLabel('What is to be done').fill('Ask the supplier')
  await page.getByLabel('Owner').fill('Governance manager')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row', { name: /Ask the supplier Governance manager not stated Open/ }).waitFor()

  // What is exempt is kept from who has no part in it, on every page that would show it.
  await actAsPerson(page, null, 'viewer')
  await goTo(screens, page, `/meetings/${meeting.id}?part=minutes`)
  await page.getByText('Something on this agenda is exempt and not for you to read').waitFor()
  await goTo(screens, page, `/meetings/${meeting.id}/items/${meeting.items[0]?.id}`)
  await page.getByText('Why: Paragraph 3, the prices of the supplier.').waitFor()
  expect(await page.getByRole('heading', { name: 'The case' }).count()).toBe(0)
  expect(await screens.seriousFaults(page)).toEqual([])
  await goTo(screens, page, `/cases/${house.id}`)
  await page.getByText('Exempt: kept from the public.').waitFor()
  expect(await page.getByText('Staff in hospital').count()).toBe(0)
  await page.close()
})

test('axe finds nothing serious in any part of a meeting, and none scrolls sideways at 320, in both schemes', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const { people, recommending, house } = await givenBoards(screens)
  const meeting = await givenAgenda(screens, people.secretary, {
    boardId: recommending.id,
    kind: 'meeting',
    subjectIds: [house.id],
  })
  await actAsPerson(page, people.secretary, 'board_secretary')
  const faults: Record<string, unknown> = {}
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  const parts = ['agenda', 'papers', 'attendance', 'interests', 'record', 'minutes']
  const addresses = ['/meetings', ...parts.map((part) => `/meetings/${meeting.id}?part=${part}`)]
  for (const address of addresses) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await goTo(screens, page, address)
    await page.getByRole('heading', { level: 1, name: /Meetings|Fund group/ }).waitFor()
    const found = await screens.faultsInBothSchemes(page)
    await page.setViewportSize({ width: 320, height: 640 })
    const widths = await screens.inBothSchemes(page, width)
    if (found.length > 0 || Math.max(...widths) > 320) faults[address] = { found, widths }
  }
  expect(faults).toEqual({})
  await page.close()
})
