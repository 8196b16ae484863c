import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../domain/calendarDay.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { copyElsewhere } from './support/copyElsewhere.ts'
import { goTo, rowsIn, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens({ clock: () => '2025-11-10T09:00:00.000Z' as Instant })
})

afterAll(() => screens?.close())

const inGrid = (page: Page, grid: RegExp, row: string): Locator =>
  page.getByRole('treegrid', { name: grid }).getByRole('row', { name: row }).getByRole('gridcell')

const rowOf = async (page: Page, grid: RegExp, row: string): Promise<string[]> =>
  (await inGrid(page, grid, row).allInnerTexts()).map(seen)

const said = (page: Page, words: string | RegExp) => page.getByRole('contentinfo').getByText(words).waitFor()

const cellsSaid = async (page: Page, column: number, text: string) =>
  await expect
    .poll(async () => (await rowOf(page, /Forecast 2025\/26/, 'Scheme 1'))[column])
    .toMatch(new RegExp(`${text}$`))

test('a forecast is typed, filled right, pasted and undone in the grid beside what was spent, submitted, compared with its next version, and the year is monitored by it to the last penny of its variance', async () => {
  const page = await screens.openPage({ isBlank: true, width: 1600 })
  await screens.call('programme.open', { path: await spendingProgramme(screens.folder, { schemeCount: 3 }) })
  await screens
    .as('finance_officer')
    .periods.close.mutate({ startYear: 2025, through: 7, periods: [1, 2, 3, 4, 5, 6, 7] })
  await goTo(screens, page, '/spend/forecast?year=2025&unit=k')
  const grid = /Forecast 2025\/26/
  await page.getByText('3 schemes have no forecast of 2025/26').waitFor()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  // What was spent in a closed period takes nothing.
  await inGrid(page, grid, 'Scheme 1').nth(0).focus()
  await page.keyboard.type('5')
  expect((await rowOf(page, grid, 'Scheme 1')).slice(0, 8)).toEqual([
    '20.0',
    '0.0',
    '0.0',
    '48.0',
    '0.0',
    '0.0',
    '66.4',
    'none',
  ])
  await inGrid(page, grid, 'Scheme 1').nth(7).focus()
  await page.keyboard.type('=2+3')
  await page.keyboard.press('Enter')
  await cellsSaid(page, 7, '5.0')
  await inGrid(page, grid, 'Scheme 1').nth(7).focus()
  for (let times = 0; times < 4; times++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+r')
  await said(page, '4 cells filled')
  await cellsSaid(page, 12, '159.4')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await cellsSaid(page, 12, '139.4')
  const pasted = async () => (await rowOf(page, grid, 'Scheme 2')).slice(7, 9)
  await copyElsewhere(page, '1\t2.5\n')
  await inGrid(page, grid, 'Scheme 2').nth(7).focus()
  await page.keyboard.press('Control+v')
  await said(page, '2 cells pasted')
  await expect.poll(pasted).toEqual(['1.0', '2.5'])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(pasted).toEqual(['none', 'none'])
  await page.getByRole('button', { name: 'Submit forecasts' }).click()
  await page.getByLabel('Note, if there is something to say').fill('Two orders left')
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByText('2 schemes have no forecast of 2025/26').waitFor()
  expect(
    await rowsIn(screens, 'select version, status, note, submitted_on from forecast where is_removed = 0'),
  ).toEqual([{ version: 1, status: 'submitted', note: 'Two orders left', submitted_on: '2025-11-10' }])

  await page.getByRole('link', { name: 'Monitoring' }).click()
  await page.getByRole('heading', { level: 1, name: 'Capital monitoring' }).waitFor()
  await page.getByText('to date is up to period 7').waitFor()
  expect(await rowOf(page, /Capital monitoring 2025\/26/, 'Scheme 1')).toEqual([
    '134.4',
    '0.0',
    '134.4',
    '139.4',
    '2.0',
    '137.4',
    '0.0',
    '0.0',
    '137.4',
    '0.0',
    'Two orders left',
  ])
  const reconciled = page.getByRole('table', { name: /Expenditure plan, 2025\/26/ })
  expect(
    (
      await reconciled
        .getByRole('row', { name: /^Total/ })
        .locator('td')
        .allInnerTexts()
    ).map(seen),
  ).toEqual(['0.0', '0.0', '0.0', '0.0', '0.0', '9.0', '9.0'])

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Capital monitoring, CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.split('\r\n').find((line) => line.includes('Scheme 1'))).toMatch(
    /^2025\/26,Records,Scheme 1,134400\.00,0\.00,134400\.00,139400\.00,2000\.00,137400\.00,0\.00,0\.00,137400\.00,0\.00,Two orders left,2025-11-10,\d+$/,
  )

  await page.getByRole('radio', { name: 'Charts' }).press('Space')
  const curve = page.getByRole('img', { name: /^The year is forecast to leave/ })
  await curve.getByText('Forecast 357.9').waitFor()
  await page.getByRole('region', { name: 'Scheme 1 differs most from its budget, by £137,400' }).waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])

  const { id } = (await rowsIn(screens, "select id from scheme where name = 'Scheme 1'"))[0] as { id: string }
  const finance = screens.as('finance_officer')
  await finance.forecasts.set.mutate({
    cells: [{ schemeId: id, startYear: 2025, period: 8, was: 5_000_00, amount: 9_000_00 }],
  } as never)
  const drafts = await rowsIn(screens, "select id, revision from forecast where status = 'draft' and is_removed = 0")
  await finance.forecasts.submit.mutate({ forecasts: drafts, note: 'One order more' } as never)
  await goTo(screens, page, '/spend/forecast?year=2025&show=bias&unit=k')
  const versions = page.getByRole('table', { name: /^Submitted versions of Scheme 1/ }).locator('tbody tr')
  await versions.first().waitFor()
  expect(
    (await versions.allInnerTexts()).map((text) =>
      text
        .split(/[\t\n]+/)
        .map(seen)
        .filter((word) => word !== ''),
    ),
  ).toEqual([
    ['2', '10 November 2025, Finance officer', '143.4', '4.0', 'One order more'],
    ['1', '10 November 2025, Programme director', '139.4', '–', 'does not apply', 'Two orders left'],
  ])

  await goTo(screens, page, `/schemes/${id}/highlight?year=2025&month=7`)
  await page.getByRole('button', { name: 'Submit the report' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Choose how delivery stands' }).waitFor()
  await page.getByRole('radio', { name: 'Amber' }).check()
  await page.getByLabel('Commentary').fill('Four weeks late with the interface.')
  await page.getByRole('button', { name: 'Submit the report' }).click()
  await page.getByRole('heading', { name: 'Submitted on 10 November 2025' }).waitFor()
  expect(
    await rowsIn(
      screens,
      'select highlight_report.status, rag_delivery from highlight_report join scheme on scheme.id = scheme_id',
    ),
  ).toEqual([{ status: 'submitted', rag_delivery: 'A' }])
  await page.close()
})
