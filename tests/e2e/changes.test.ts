import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, goTo, openLeeds, rowsIn, schemeNamed } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

const movedTo = (name: string) => `
  select balance.level, balance.start_year as year, balance.amount_pence as pence from balance
  join (select id, name from scheme union select id, name from theme) as place on place.id = balance.place_id
  where place.name = '${name}' and balance.level in ('plan', 'authority') and balance.start_year = 2021`

test('money moves to another theme: from the figure to the change, past a second person, into the ledger, and onto the register', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await actAs(page, 'Finance officer')
  await goTo(screens, page, `/schemes/${await schemeNamed(screens, 'Estates blueprinting')}?tab=money`)
  await page.getByRole('row', { name: /^Plan/ }).getByRole('gridcell').nth(3).click()
  await page.keyboard.press('Control+[')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await panel.getByRole('link', { name: 'Change' }).click()

  await page.getByRole('heading', { level: 1, name: 'Change the money' }).waitFor()
  await page.getByLabel('Kind of change').selectOption('Virement')
  await page.getByLabel('To', { exact: true }).selectOption('Leeds Care Record')
  await page.getByLabel('Paid from').selectOption('Government Grant')
  await page.getByRole('button', { name: 'Check before sending' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: 'Enter the amount, even if it is 0' }).waitFor()
  await page.getByLabel('Amount to move').fill('20')
  await page.getByLabel('What changes').fill('£20,000 of Estates blueprinting goes to the Leeds Care Record')
  await page.getByLabel('Reason').fill('The surveys cost less than planned')
  await page.getByRole('button', { name: 'Check before sending' }).click()

  await page.getByRole('heading', { level: 1, name: 'Check the change before you send it' }).waitFor()
  const effect = await page
    .getByRole('region', { name: /^Before and after/ })
    .getByRole('row')
    .allInnerTexts()
  expect(effect.slice(1).map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'Estates blueprinting Plan 2021/22 150.0 130.0 (20.0) minus 20.0',
    'Estates blueprinting Plan All years 245.0 225.0 (20.0) minus 20.0',
    'Leeds Care Record Plan 2021/22 400.0 420.0 20.0',
    'Leeds Care Record Plan All years 800.0 820.0 20.0',
    'Infrastructure Authority 2021/22 450.0 430.0 (20.0) minus 20.0',
    'Infrastructure Authority All years 808.0 788.0 (20.0) minus 20.0',
    'Care Records and Corporate Authority 2021/22 500.0 520.0 20.0',
    'Care Records and Corporate Authority All years 1,135.0 1,155.0 20.0',
  ])
  await page.getByText('£20,000 together is within the limit of £100,000 on that day.').waitFor()
  await page.getByRole('button', { name: 'Send for approval' }).click()
  await page.getByRole('heading', { level: 1, name: 'Change 1 sent' }).waitFor()
  await page.getByText('You wrote it, so you cannot.').waitFor()
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  expect(await rowsIn(screens, movedTo('Leeds Care Record'))).toEqual([
    { level: 'plan', year: 2021, pence: 400_000_00 },
  ])

  await actAs(page, 'Programme director')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Inbox/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.getByRole('link', { name: /goes to the Leeds Care Record/ }).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByLabel('Your words, if any').fill('Agreed with both leads')
  await page.getByRole('button', { name: 'Approve and post it' }).click()
  await page.getByText('Posted', { exact: true }).first().waitFor()
  expect([
    await rowsIn(screens, movedTo('Leeds Care Record')),
    await rowsIn(screens, movedTo('Estates blueprinting')),
    await rowsIn(screens, movedTo('Infrastructure')),
    await rowsIn(screens, "select count(*) as movements from movement where kind = 'virement'"),
  ]).toEqual([
    [{ level: 'plan', year: 2021, pence: 420_000_00 }],
    [{ level: 'plan', year: 2021, pence: 130_000_00 }],
    [{ level: 'authority', year: 2021, pence: 430_000_00 }],
    [{ movements: 1 }],
  ])

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Changes' }).click()
  await page.getByRole('heading', { level: 1, name: 'Changes' }).waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Change register, CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
  expect(lines[1]).toMatch(
    /^1,Estates blueprinting,Infrastructure,Leeds Care Record,Care Records and Corporate,20000\.00,"?£20,000 of Estates blueprinting goes to the Leeds Care Record"?,The surveys cost less than planned,Actual,/,
  )
  await page.close()
})

test('money goes to the next year from its figure in eight actions, the scheme opened and the route shown before sending', async () => {
  const page = await openLeeds(screens, '/portfolio')
  await actAs(page, 'Scheme lead')
  let actions = 0
  const act = async (work: Promise<unknown>) => {
    actions += 1
    await work
  }
  const scheme = await schemeNamed(screens, 'Estates blueprinting')
  await act(goTo(screens, page, `/schemes/${scheme}?tab=money`))
  await act(page.getByRole('row', { name: /^Plan/ }).getByRole('gridcell').nth(2).click())
  await act(page.keyboard.press('Control+['))
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await act(panel.getByRole('link', { name: 'Change' }).click())
  await page.getByRole('heading', { level: 1, name: 'Change the money' }).waitFor()
  await act(page.getByLabel('Amount to move').fill('60'))
  await act(page.getByLabel('Reason').fill('The surveys begin in spring'))
  await act(page.getByRole('button', { name: 'Check before sending' }).click())
  await page.getByRole('heading', { level: 1, name: 'Check the change before you send it' }).waitFor()
  await page.getByText('£60,000 of Estates blueprinting moves from 2020/21 to 2021/22.').waitFor()
  await page.getByText('may approve this, or an office above.').waitFor()
  await act(page.getByRole('button', { name: 'Send for approval' }).click())
  await page.getByRole('heading', { level: 1, name: /^Change \d+ sent$/ }).waitFor()
  expect(actions).toBeLessThanOrEqual(8)
  await page.close()
})
