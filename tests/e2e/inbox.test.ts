import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAsPerson, givenAgenda, givenBoards } from './support/boardSample.ts'
import { goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

test('a member opens the program at their inbox, and reads, answers and records in five acts by keyboard', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const { people, recommending, house, virtual } = await givenBoards(screens)
  await givenAgenda(screens, people.secretary, {
    boardId: recommending.id,
    kind: 'written_procedure',
    subjectIds: [house.id, virtual.id],
  })
  await actAsPerson(page, people.first, 'board_member')

  // 1: opening
  await goTo(screens, page, '/')
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.getByText('2 waiting for you, £130,000 in total').waitFor()
  await page.getByRole('link', { name: 'Inbox, 2 waiting for you' }).waitFor()
  await page.getByRole('banner').getByRole('link', { name: 'Inbox 2', exact: true }).waitFor()
  const due = page.getByRole('row', { name: /£65,000 Recommend Fund group .*: today/ })
  expect(await due.count()).toBe(2)
  // The arrows go from line to line.
  await due.nth(0).getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    await due.nth(0).getByRole('link').innerText(),
  )
  // 2: the first one
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What you are asked' }).waitFor()
  const headings = await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts()
  expect(headings).toEqual(['What you are asked', 'If you agree', 'Before you decide', 'The case', 'Your response'])
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  // 3 to 5: choosing, checking, recording
  await page.getByRole('radio', { name: 'For: recommend it' }).press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Check your response' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('status')
    .filter({ hasText: `Your response to ${title} is recorded` })
    .waitFor()
  await page.getByText('You have answered: for.').waitFor()

  const [first, other] =
    title === 'House of the Future' ? ['Down', 'Supporting Virtual Care'] : ['Up', 'House of the Future']
  await page.keyboard.press(`Alt+Page${first}`)
  await page.getByRole('heading', { level: 1, name: other }).waitFor()
  await page.getByRole('radio', { name: 'I have an interest' }).press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByRole('link', { name: 'Enter what the interest is' }).waitFor()
  await page.getByLabel('What the interest is').fill('Works with the supplier')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Check your response' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('You have declared an interest (Works with the supplier)').waitFor()

  expect(
    await rowsIn(
      screens,
      `select item.value ->> '$.title' as title, vote.value ->> '$.vote' as vote from meeting, json_each(items_json) as item,
       json_each(item.value, '$.votes') as vote where vote.value ->> '$.accountId' = '${people.first}'`,
    ),
  ).toEqual([{ title, vote: 'for' }])
  await goTo(screens, page, '/inbox?tab=done')
  await page.getByRole('row', { name: /Vote cast/ }).waitFor()
  await page.getByRole('row', { name: /Interest declared/ }).waitFor()
  await page.close()
})

test('who wrote a case sees who decides in the place of a response, and whoever has nothing to do is told so', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const { people, recommending, house } = await givenBoards(screens)
  const meeting = await givenAgenda(screens, people.secretary, {
    boardId: recommending.id,
    kind: 'written_procedure',
    subjectIds: [house.id],
  })
  const item = `/meetings/${meeting.id}/items/${meeting.items[0]?.id}`
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-bcf': '1' }
    const body = JSON.stringify({ accountId: null, role: 'scheme_lead' })
    await fetch('/api/session.actAs', { method: 'POST', headers, body })
  })
  await goTo(screens, page, item)
  await page.getByText('You wrote it, so others decide on it.').waitFor()
  await page.getByText('Fund group: Director of public health (chair), Director of strategy').waitFor()
  expect(await page.getByRole('heading', { name: 'Your response' }).count()).toBe(0)

  await actAsPerson(page, people.chair, 'board_member')
  await goTo(screens, page, '/inbox')
  await page.getByText('2 waiting for you, £130,000 in total').waitFor()
  await goTo(screens, page, '/inbox?asAt=2020-01-01')
  await page.getByText('Nothing is waiting for you.', { exact: true }).waitFor()
  await page.close()
})

test('axe finds nothing serious in the inbox and a member’s item, and neither scrolls sideways at 320, in both schemes', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const { people, recommending, house } = await givenBoards(screens)
  const meeting = await givenAgenda(screens, people.secretary, {
    boardId: recommending.id,
    kind: 'written_procedure',
    subjectIds: [house.id],
  })
  await actAsPerson(page, people.first, 'board_member')
  const faults: Record<string, unknown> = {}
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  const item = `/meetings/${meeting.id}/items/${meeting.items[0]?.id}`
  for (const address of ['/inbox', '/inbox?tab=others', '/inbox?tab=done', item]) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await goTo(screens, page, address)
    const found = await screens.faultsInBothSchemes(page)
    await page.setViewportSize({ width: 320, height: 640 })
    const widths = await screens.inBothSchemes(page, width)
    if (found.length > 0 || Math.max(...widths) > 320) faults[address] = { found, widths }
  }
  expect(faults).toEqual({})
  await page.close()
})
