import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, openLeeds } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

test('the days of August 2020 follow from the decision, and from the wanted spend when that is chosen', async () => {
  const page = await openLeeds(screens, '/decisions/timeline')
  // A decision today would have needed its notice four weeks ago.
  await page.getByText(/it is too late for this notice, which had to be out by/).waitFor()
  await page.getByRole('button', { name: 'Start from a notice today' }).click()
  await page.getByText(/What happens next: publish the notice by/).waitFor()
  await page.getByLabel('Start from', { exact: true }).selectOption('Decision date')
  await page.waitForURL(/start=decision/)
  await page.getByLabel(/^On/).fill('20 August 2020')
  await page.getByLabel(/^Amount/).fill('3,049,000')
  const days = page.getByRole('list').filter({ hasText: 'First lawful spend' })
  for (const words of [
    'Wednesday 22 July 2020',
    'Thursday 13 August 2020',
    'Thursday 27 August 2020',
    'Friday 28 August 2020',
  ])
    await days.getByText(words).waitFor()
  await page.getByText(/\(149 days\) is before authority/).waitFor()
  await page.getByText(/decision by Tuesday 24 March 2020, notice by Monday 24 February 2020/).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Calendar file' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.ics$/)

  await page.getByRole('button', { name: 'Start from this day: Friday 28 August 2020' }).click()
  await page.getByLabel(/^On/).fill('1 April 2020')
  await days.getByText('Monday 24 February 2020').waitFor()

  // Also before any programme is open, from the page on which one is chosen.
  await screens.call('programme.close')
  await goTo(screens, page, '/start')
  await page.getByRole('link', { name: 'Only work out when money may lawfully be spent' }).click()
  await page.getByText(/by the rules that the program ships/).waitFor()
  await days.getByText('First lawful spend').waitFor()
  await page.close()
})
