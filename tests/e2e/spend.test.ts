import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../domain/calendarDay.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { actAs, goTo } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens({ clock: () => '2025-11-10T09:00:00.000Z' as Instant })
})

afterAll(() => screens?.close())

const extract = [
  'Ledger extract, period 8',
  'Transaction number,Cost centre,Posting date,Supplier name,Amount',
  'V1001,Scheme 2,01/11/2025,Acme Ltd,"1,234.50"',
  'V1002,Scheme 3,02/11/2025,Bold and Co,(200.00)',
  'V1003,Scheme 2,03/11/2025,Acme Ltd,TBC',
]

const give = async (page: Page, name: string, rows: readonly string[]) => {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) }
  await page.getByLabel('Drop the extract here, or choose it').setInputFiles(file)
}

test('a finance officer brings an extract in, corrects a row, sees it by scheme, and takes it back', async () => {
  const page = await screens.openPage({ isBlank: true })
  await screens.call('programme.open', { path: await spendingProgramme(screens.folder) })
  await goTo(screens, page, '/spend/new?fy=2025-2025')
  await actAs(page, 'Finance officer')
  await give(page, 'ledger p8.csv', extract)
  await page.getByRole('heading', { level: 1, name: 'Match columns' }).waitFor()
  const look = async (name: string) => {
    expect(await screens.seriousFaults(page)).toEqual([])
    if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true })
  }
  await look('columns')
  await page.getByRole('button', { name: 'Check rows' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Check rows' }).waitFor()
  await page
    .getByRole('cell', { name: 'The cell has text, ‘TBC’. Enter an amount in pounds, even if it is 0', exact: true })
    .waitFor()
  await look('rows')
  await page.getByLabel('Amount in E5', { exact: true }).fill('50.00')
  await page.getByRole('button', { name: 'Correct Amount in E5' }).press('Enter')
  await page.getByText('5 rows read: 0 need you, 3 new, 0 changed').waitFor()
  await page.getByRole('button', { name: 'Compare the totals' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Totals' }).waitFor()
  await look('totals')
  const total = page.getByLabel('Total of the extract, as the finance system states it')
  await total.fill('1,084.51')
  await page.getByRole('button', { name: 'Bring in 3 rows' }).press('Enter')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await total.fill('1,084.50')
  await page.getByRole('button', { name: 'Bring in 3 rows' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'ledger p8.csv' }).waitFor()
  await look('import')
  const amounts = async () => {
    const screen = (await screens.call('spend.screen', { from: 2025, to: 2025, asAt: null })) as {
      amounts: { period: number; amount: number }[]
    }
    return screen.amounts.filter(({ period }) => period === 8).map(({ amount }) => amount)
  }
  expect(await amounts()).toEqual([1284_50, -200_00])
  await page.getByRole('link', { name: 'Spend', exact: true }).first().press('Enter')
  await page.getByRole('link', { name: 'ledger p8.csv' }).waitFor()
  await look('spend')
  await page.getByRole('link', { name: 'ledger p8.csv' }).press('Enter')
  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  await page.getByLabel('Why').fill('Of another month')
  await page.getByRole('button', { name: 'Take back all of it' }).press('Enter')
  await page.getByText('Taken back: Of another month').waitFor()
  expect(await amounts()).toEqual([])
})

const nextMonth = [
  'Ledger extract, period 8',
  'Transaction number,Cost centre,Posting date,Supplier name,Amount',
  'V2001,Scheme 2,04/11/2025,Acme Ltd,100.00',
  ...[2, 3, 4].map((row) => `V200${row},32210/000/009,05/11/2025,Delta,10.00`),
  'V2005,Scheme 4,12/04/2024,Early Ltd,20.00',
  'V2006,Scheme 4,15/04/2024,Early Ltd,30.00',
  'V2007,Scheme 2,05/11/2025,Acme Ltd,TBC',
]

test('with a mapping that was kept, a clean month takes five actions and equal rows are put right at once', async () => {
  const page = await screens.openPage({ isBlank: true })
  await goTo(screens, page, '/spend/new?fy=2024-2025')
  await actAs(page, 'Finance officer')
  await give(page, 'ledger p8.csv', extract)
  await page.getByLabel('Keep this mapping as').fill('Main ledger')
  await page.getByRole('button', { name: 'Keep mapping' }).press('Enter')
  await page.getByText('Mapping kept as Main ledger').waitFor()
  await page.getByRole('button', { name: 'Give it up' }).press('Enter')
  await page.getByRole('rowheader', { name: 'Main ledger' }).waitFor()

  let actions = 0
  const act = async (work: Promise<unknown>) => {
    await work
    actions += 1
  }
  const clean = [...extract.slice(0, 2), 'V3001,Scheme 2,06/11/2025,Acme Ltd,12.00']
  await act(page.getByRole('link', { name: 'Spend', exact: true }).first().press('Enter'))
  await act(page.getByRole('button', { name: 'Bring in an extract' }).press('Enter'))
  await act(give(page, 'clean.csv', clean))
  await act(page.getByLabel('Total of the extract, as the finance system states it').fill('12'))
  await act(page.getByRole('button', { name: 'Bring in 1 row' }).press('Enter'))
  await page.getByRole('heading', { level: 1, name: 'clean.csv' }).waitFor()
  expect(actions).toBe(5)

  await goTo(screens, page, '/spend/new?fy=2024-2025')
  await give(page, 'clean.csv', clean)
  await page.getByText('There is nothing to bring in, and the ledger stays as it is.').waitFor()

  await goTo(screens, page, '/spend/new?fy=2024-2025')
  await give(page, 'next.csv', nextMonth)
  await page.getByText('9 rows read: 6 need you').waitFor()
  await page.keyboard.press('F8')
  await page.getByLabel('Scheme of 32210/000/009').and(page.locator(':focus')).waitFor()
  await page.getByLabel('Scheme of 32210/000/009').selectOption({ label: 'Scheme 5' })
  await page.getByText('9 rows read: 3 need you').waitFor()
  await page.getByLabel('Why C7 was spent before its authority').fill('Ordered by the health trust')
  await page.getByRole('button', { name: 'Mark C7 and all other early rows' }).press('Enter')
  await page.getByText('9 rows read: 1 need you').waitFor()
  await page.getByRole('button', { name: 'Leave out E9' }).press('Enter')
  await page.getByText('9 rows read: 0 need you').waitFor()
  await page.getByRole('button', { name: 'Compare the totals' }).press('Enter')
  await page.getByRole('button', { name: 'Ask that it be let pass' }).press('Enter')
  await page.getByLabel('Why it may pass').fill('The trust ordered before the decision')
  await page.getByLabel('Until').fill('31/3/2026')
  await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter')
  await page.getByText('The section 151 officer is asked').waitFor()

  await goTo(screens, page, '/inbox')
  await actAs(page, 'Section 151 officer')
  await page.locator('main a[href^="/spend"]').first().press('Enter')
  await page.getByRole('button', { name: 'Let it pass' }).press('Enter')
  await page.getByText('The earlier spend is let pass').waitFor()

  await goTo(screens, page, '/spend/commitments?fy=2025-2025')
  await page.getByRole('table', { name: /Left to commit/ }).waitFor()
  expect(await screens.seriousFaults(page)).toEqual([])
})
