import { afterAll, beforeAll, expect, test } from 'vitest'
import { changed } from '../app/support/programmeApp.ts'
import { actAs, goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

test('a request is begun from the plan, paid for and written while its checks follow, and sent on its way', async () => {
  const page = await openLeeds(screens, '/money/authority')
  await page
    .getByRole('row', { name: /Infrastructure/ })
    .first()
    .waitFor()
  await page.getByRole('row', { name: 'Recommended £635,000 20.8%' }).waitFor()
  await page.getByRole('link', { name: 'By scheme and year' }).click()
  await page.getByRole('row', { name: 'Infrastructure 2021/22 0.0 450.0 0.0 450.0 0.0 0.0 0.0' }).waitFor()
  await page.getByRole('row', { name: 'Total 0.0 3,049.0 0.0 3,049.0 0.0 0.0 0.0' }).waitFor()
  await page.getByRole('button', { name: 'Ask for authority' }).click()
  await page.getByLabel('Reference').fill('A2')
  await page.getByLabel('What the authority is for').fill('Business intelligence')
  await page.getByRole('combobox', { name: 'Decision taker' }).fill('Director of Resources and Housing')
  await page.getByLabel(/^Decision due/).fill('14 January 2027')
  await page.getByRole('button', { name: 'Begin the request' }).click()
  await page.getByRole('heading', { level: 1, name: 'Business intelligence' }).waitFor()

  await page.getByRole('link', { name: 'What pays for it, by year' }).click()
  const grant = page.getByLabel('Government Grant, 2020/21')
  await grant.fill('41')
  await page.getByText('Over by £1,000').first().waitFor()
  await page.getByText('Funding for 2020/21 is £1,000 more than what is asked for.').waitFor()
  await grant.fill('40')
  await page.getByText('Funding for 2020/21 is £1,000 more than what is asked for.').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Next task' }).click()
  await page
    .getByRole('radiogroup', { name: /equality and diversity/ })
    .getByLabel('No', { exact: true })
    .check()
  await page.getByRole('button', { name: 'Next task' }).click()
  await page.getByLabel('11 Recommendations').fill('Approve authority to spend £105,000.')
  await page.getByRole('button', { name: 'Check and send' }).click()
  await page.getByRole('button', { name: 'Send it on its way' }).click()
  await page.getByText('Ready for its checks').first().waitFor()
  await page.getByText(/What happens next: finance check/i).waitFor()

  expect(
    await rowsIn(
      screens,
      "select status, decision_due_on, json_extract(narrative_json, '$.recommendations') as asked from authority_request where reference = 'A2'",
    ),
  ).toEqual([{ status: 'ready', decision_due_on: '2027-01-14', asked: 'Approve authority to spend £105,000.' }])
  await page.close()
})

test('two who write in one field are shown both texts, and a warning is let pass by somebody who did not ask', async () => {
  const page = await openLeeds(screens, '/portfolio')
  const given = {
    reference: 'A3',
    title: 'Sensors',
    decisionTaker: '',
    decisionDueOn: null,
    linesBy: 'scheme' as const,
  }
  const { id, revision } = changed(await screens.as('programme_director').requests.start.mutate(given))
  await goTo(screens, page, `/authority/${id}?task=narrative`)
  const recommendations = page.getByLabel('11 Recommendations')
  await recommendations.waitFor()
  const finance = screens.as('finance_officer').requests
  const field = { path: 'narrative.recommendations', base: '', value: 'Approve £105,000.' }
  await finance.saveDraft.mutate({ id, baseRevision: revision, fields: [field] })
  await finance.leave.mutate({ id })
  await recommendations.fill('Give authority to spend £105,000.')
  await page.getByRole('link', { name: 'All tasks', exact: true }).click()
  await page.getByText('Theirs: Approve £105,000.').waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Keep mine' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Cover questions' }).click()
  await expect
    .poll(() =>
      rowsIn(
        screens,
        "select narrative_json ->> '$.recommendations' as text from authority_request where reference = 'A3'",
      ),
    )
    .toEqual([{ text: 'Give authority to spend £105,000.' }])

  await page.getByRole('button', { name: /^Ask that it be let pass: £0 of £105,000/ }).click()
  await page.getByLabel('Why it may pass').fill('The cases follow in spring')
  await page.getByRole('textbox', { name: 'Until' }).fill('31 March 2099')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText('Programme director asks that it be let pass until 31 March 2099: The cases follow in spring')
    .waitFor()
  await actAs(page, 'Section 151 officer')
  await page.getByRole('button', { name: 'Let it pass' }).click()
  await page
    .getByText(
      'Let pass until 31 March 2099 by Section 151 officer. Programme director asked for it: The cases follow in spring',
    )
    .waitFor()
  expect(await rowsIn(screens, 'select rule, status, asked_by as asked, approved_by as approved from waiver')).toEqual([
    { rule: 'R10', status: 'approved', asked: 'programme_director', approved: 's151_officer' },
  ])
  await page.close()
})
