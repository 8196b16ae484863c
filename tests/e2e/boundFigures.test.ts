import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainOrder } from '../../domain/report/reportOrder.ts'
import { changed } from '../app/support/programmeApp.ts'
import { goTo, openLeeds, rowsIn } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

test('the text of a report is written with figures of the ledger, and what does not agree is found, linked or let pass', async () => {
  const page = await openLeeds(screens, '/reports')
  const [request] = await rowsIn(screens, 'select id from authority_request')
  const order = { ...plainOrder('decision-report'), scope: { kind: 'request' as const, id: request?.id as never } }
  const draft = changed(await screens.as('programme_director').reports.startDraft.mutate({ order }))
  await goTo(screens, page, `/reports/drafts/${draft.id}`)

  const text = page.getByRole('textbox', { name: 'Main issues', exact: true })
  await text.fill('The plan for Mindwell is £116,000. In all ')
  await page.getByText('The ledger has £115,000 (Plan, Mindwell Mental Health portal, all years)').waitFor()

  await page.locator('button[aria-describedby="text.mainIssues-label"]').click()
  await page.getByRole('combobox', { name: 'Amounts are written' }).selectOption('k')
  const search = page.getByRole('combobox', { name: 'Find a figure' })
  await search.fill('authority asked for programme all years')
  await page.getByRole('option', { name: 'Authority asked for, programme, all years £3,049k' }).waitFor()
  await search.press('Enter')
  const chosen = 'The plan for Mindwell is £116,000. In all {{authority.requested | k}}'
  await expect.poll(() => text.inputValue()).toEqual(chosen)
  expect(await text.evaluate((field) => document.activeElement === field)).toEqual(true)

  const link = page.getByRole('button', { name: 'Link, as £115,000' })
  await expect.poll(() => link.isEnabled()).toEqual(true)
  await link.click()
  const linked = chosen.replace('£116,000', '{{scheme("Mindwell Mental Health portal").plan | pounds}}')
  await expect.poll(() => text.inputValue()).toEqual(linked)
  await page.getByText('2 figures are linked to the ledger').waitFor()

  const printed = 'Authority asked for is £3,490,000.'
  await page.getByRole('textbox', { name: 'Risk management', exact: true }).fill(printed)
  await page.getByText('The ledger has £3,049,000 (Authority asked for, programme, all years)').waitFor()
  await page.getByRole('button', { name: 'Save texts' }).click()
  await page.getByText('All texts are saved').waitFor()
  await page.getByRole('button', { name: 'Let pass' }).first().click()
  await page.getByLabel('Why it may stand').fill('The source report says so.')
  await page.getByRole('form').getByRole('button', { name: 'Let pass' }).click()
  await page.getByText('Let pass: The source report says so.').first().waitFor()

  const [kept] = await rowsIn(screens, 'select narrative_json, waivers_json from report_draft')
  expect(JSON.parse(String(kept?.narrative_json))).toEqual([
    { section: 'mainIssues', text: linked },
    { section: 'risks', text: printed },
  ])
  expect(JSON.parse(String(kept?.waivers_json))).toEqual([
    { kind: 'figure', section: 'risks', typed: '£3,490,000', reason: 'The source report says so.' },
  ])
  await page.close()
})
