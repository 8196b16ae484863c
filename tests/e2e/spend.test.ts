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
].join('\r\n')

test('a finance officer brings an extract in, corrects a row, sees it by scheme, and takes it back', async () => {
  const page = await screens.openPage({ isBlank: true })
  await screens.call('programme.open', { path: await spendingProgramme(screens.folder) })
  await goTo(screens, page, '/spend/new?fy=2025-2025')
  await actAs(page, 'Finance officer')
  const file = { name: 'ledger p8.csv', mimeType: 'text/csv', buffer: Buffer.from(extract) }
  await page.getByLabel('Drop the extract here, or choose it').setInputFiles(file)
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
