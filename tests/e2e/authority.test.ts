import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLeeds, rowsIn } from './support/leeds.ts'
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
