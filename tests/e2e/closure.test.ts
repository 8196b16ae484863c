import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, goTo, openLeeds, rowsIn, schemeNamed } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const scheme = 'Helm Person Held Record'

/** Fills the form that is open, sends it off by its button, and waits until what it did is said. */
const send = async (page: Page, fields: Record<string, string>, button: string, said: string | RegExp) => {
  for (const [label, text] of Object.entries(fields))
    await page.locator('form').getByLabel(label, { exact: true }).fill(text)
  await page.locator('form').getByRole('button', { name: button, exact: true }).click()
  await page.getByText(said).first().waitFor()
}

const open = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('form').waitFor()
}

test('a risk and a benefit are entered, then the scheme is closed with what was left on it released', async () => {
  const page = await openLeeds(screens, '/risks')
  await page.getByText('No risks yet.').waitFor()
  await open(page, 'Add a risk')
  await page.locator('form').getByLabel('Scheme', { exact: true }).selectOption(scheme)
  await page.getByLabel('Likelihood now').selectOption('3')
  await page.getByLabel('Impact now').selectOption('4')
  await send(
    page,
    { Title: 'Late supplier', 'There is a risk that': 'the supplier is late' },
    'Add and next',
    'Added: Late supplier',
  )
  await page.getByRole('button', { name: '1 risk, likelihood 3, impact 4, high' }).click()
  await page.getByRole('rowheader', { name: /There is a risk that the supplier is late\./ }).waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])

  await goTo(screens, page, '/benefits')
  await page.getByText(/None of the \d+ schemes has a benefit with owner and baseline/).waitFor()
  await open(page, 'Add a benefit')
  await page.locator('form').getByLabel('Scheme', { exact: true }).selectOption(scheme)
  await send(page, { Benefit: 'Fewer calls', Unit: 'calls a week' }, 'Add and next', 'Added: Fewer calls')
  await page.getByRole('button', { name: 'Set targets: Fewer calls' }).click()
  await send(page, { 'Target, 2021 to 2022': '100' }, 'Save the figures', 'Saved: Fewer calls')
  await page.getByRole('cell', { name: '100 in 2021/22' }).waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])

  const id = await schemeNamed(screens, scheme)
  await goTo(screens, page, `/schemes/${id}?tab=closure`)
  await open(page, 'Report completion')
  await send(page, {}, 'Report completion', /agrees the final account\./)
  await actAs(page, 'Finance officer')
  await open(page, 'Agree the final account')
  await send(page, {}, 'Agree the final account', /releases £1,791,000 of authority and £1,800,000 of allocation/)
  await open(page, 'Release what is left')
  const decision = { 'Reference of the decision': 'R1', 'Decision taker': 'Director of Resources and Housing' }
  await send(page, decision, 'Release under this decision', 'Nothing stands on this scheme beyond what was spent')
  await actAs(page, 'Programme director')
  await open(page, 'Add a lesson')
  const lesson = { Lesson: 'Ask early', 'What happened': 'Nobody asked.', 'What to do next time': 'Ask before.' }
  await send(page, lesson, 'Add the lesson', 'Saved: Ask early')
  await open(page, 'Send the closure report')
  await page.getByLabel('Board', { exact: true }).selectOption({ index: 1 })
  await send(page, { Report: 'It is in use.' }, 'Send to the board', /A chair of .* accepts|a chair of .* accepts/)
  await accepted()
  await page.reload()
  await open(page, 'Hand over the benefits')
  const owner = { 'Who looks after the benefits from now on': 'Head of service' }
  await send(page, owner, 'Hand over', /the scheme is reviewed by/)
  await open(page, 'Record the review and close')
  await send(page, { 'What the review found': 'Calls fell.' }, 'Close the scheme', 'nothing. The scheme is closed.')
  expect(await screens.seriousFaults(page)).toEqual([])

  expect(
    await rowsIn(
      screens,
      `select level, sum(amount_pence) as left from balance where place_id = '${id}' and level <> 'plan' group by level`,
    ),
  ).toEqual([
    { level: 'allocation', left: 0 },
    { level: 'authority', left: 0 },
  ])
  expect(await rowsIn(screens, `select lifecycle, owner from scheme join benefit on scheme_id = scheme.id`)).toEqual([
    { lifecycle: 'closed', owner: 'Head of service' },
  ])
})

/** The chair of the board that was asked accepts the report. */
const accepted = async () => {
  const [row] = await rowsIn(
    screens,
    `select closure.id, closure.revision, seats_json from closure join board on board.id = board_id`,
  )
  const { id, revision, seats_json } = row as { id: string; revision: number; seats_json: string }
  const chair = (JSON.parse(seats_json) as { isChair: boolean; accountId: string }[]).find(({ isChair }) => isChair)
  const on = ((await screens.call('programme.screen', { asAt: null })) as { asAt: { day: string } }).asAt.day
  const as = screens.asPerson(chair?.accountId as never, 'board_chair')
  await as.closures.accept.mutate({ id: id as never, revision, on: on as never })
}
