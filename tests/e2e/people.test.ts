import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens
let rested = 0

beforeAll(async () => {
  screens = await openScreens({ uptime: () => performance.now() + rested })
})

afterAll(() => screens?.close())

const secret = 'violet stamp 9'

test('who makes a programme signs in, lets somebody in, is locked out at rest with nothing lost, and signs out', async () => {
  const page = await screens.openPage()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const faults: Record<string, string[]> = {}
  const look = async (name: string) => {
    faults[name] = await screens.faultsInBothSchemes(page)
  }

  await page.goto(`${screens.origin}/start?step=name`)
  for (const answer of ['Northshire digital', 'Northshire Council', 'NHS Northshire', '2026/27', '3']) {
    await page.getByRole('textbox').fill(answer)
    await press('Continue')
  }
  await heading('Who are you?')
  await press('Continue')
  await page.getByRole('alert').getByRole('link', { name: 'Enter the title of your office' }).waitFor()
  await look('who are you')
  await page.getByLabel('Title of your office').fill('Head of integration')
  await page.getByLabel('Sign-in name').fill('head')
  await page.getByLabel('Password, at least 12 characters').fill(secret)
  await page.getByLabel('Password again').fill(secret)
  await press('Continue')
  await heading('Check your answers')
  await press('Start the programme')
  await heading('Northshire digital')

  await press('Head of integration, acting as programme director')
  await page.getByRole('menuitemradio', { name: 'Administrator' }).click()
  await page.getByRole('button', { name: 'Head of integration, acting as administrator' }).waitFor()
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await heading('People')
  await press('Add a person')
  await page.getByLabel('Title of the office').fill('Lead for records')
  await page.getByLabel('Sign-in name').fill('HEAD')
  await press('Add a role')
  await page.getByLabel('Role 1', { exact: true }).selectOption({ label: 'Scheme lead' })
  await page.getByLabel('First password, at least').fill('first of them all')
  await page.getByLabel('First password again').fill('first of them all')
  await press('Add the person')
  await page.getByRole('alert').getByText('There is already a person called “HEAD”').waitFor()
  await look('a person')
  await page.getByLabel('Sign-in name').fill('lead')
  await press('Add the person')
  await page.getByRole('row', { name: /Lead for records.*Scheme lead, whole programme/ }).waitFor()
  await look('people')

  await press('Change: Lead for records')
  await page.getByLabel('Title of the office').fill('Lead for care records')
  rested = 16 * 60_000
  await press('Save the person')
  await page.getByRole('dialog', { name: 'Locked' }).waitFor()
  await look('locked')
  await page.getByLabel('Password', { exact: true }).fill('wrong password')
  await press('Go on')
  await page.getByRole('alert').getByText('The sign-in name or the password is not right').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await press('Go on')
  await page.getByRole('row', { name: /Lead for care records/ }).waitFor()

  await press('Head of integration, acting as administrator')
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await heading('Sign in to Northshire digital')
  await look('signing in')
  await page.getByLabel('Sign-in name').fill('lead')
  await page.getByLabel('Password', { exact: true }).fill('first of them all')
  await press('Sign in')
  await heading('Choose a password of your own')
  await look('a password of one’s own')
  await page.getByLabel('Password that you have now').fill('first of them all')
  await page.getByLabel('New password, at least').fill('second of them all')
  await page.getByLabel('New password again').fill('second of them all')
  await press('Change the password')
  await page.getByRole('button', { name: 'Lead for care records, acting as scheme lead' }).waitFor()
  expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])))
  await page.close()
})
