import { readFile } from 'node:fs/promises'
import { Workbook } from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, openLeeds, rowsIn, schemeNamed } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens
let page: Page

beforeAll(async () => {
  screens = await openScreens()
  page = await openLeeds(screens, '/portfolio')
})

afterAll(() => screens?.close())

/** What a person does, counted as the targets count it: one chord pressed, or one field filled. Nothing here uses the mouse. */
const person = () => {
  let actions = 0
  return {
    press: async (chord: string) => {
      actions += 1
      await page.keyboard.press(chord)
    },
    type: async (text: string) => {
      actions += 1
      await page.keyboard.type(text)
    },
    actions: () => actions,
  }
}

const field = () => page.getByRole('combobox', { name: 'Search or do' })
const explain = () => page.getByRole('complementary', { name: 'Explain' })

test('Ctrl+K to a scheme anywhere in the list takes three actions', async () => {
  const schemes = await rowsIn(screens, 'select id, name from scheme where is_removed = 0 order by sort')
  expect(schemes.length).toBeGreaterThan(10)
  for (const { id, name } of schemes.filter((_, index) => index % 4 === 0)) {
    const director = person()
    await director.press('Control+k')
    await field().waitFor()
    await director.type(String(name))
    await director.press('Enter')
    await page.getByRole('heading', { level: 1, name: String(name), exact: true }).waitFor()
    expect([new URL(page.url()).pathname, director.actions()]).toEqual([`/schemes/${id}`, 3])
  }
})

test('any figure to its decision takes two actions: on every screen with figures', async () => {
  const helm = await schemeNamed(screens, 'Helm Person Held Record')
  const [posted] = await rowsIn(
    screens,
    `select decision.reference, decision.title, sum(entry.amount_pence) as amount from entry
     join movement on movement.id = entry.movement_id join decision on decision.id = movement.decision_id
     where entry.level = 'authority' and entry.place_id = '${helm}' and entry.start_year = 2021
     group by decision.id`,
  )
  for (const [address, row, column] of [
    ['/portfolio?fy=2021-2021', 'Helm Person Held Record', 2],
    [`/schemes/${helm}?tab=money`, 'Authority', 3],
  ] as const) {
    await goTo(screens, page, address)
    const cell = page.getByRole('treegrid').getByRole('row', { name: row }).first().getByRole('gridcell').nth(column)
    await cell.focus()
    const officer = person()
    await officer.press('Control+[')
    await page.waitForFunction(() => document.activeElement?.tagName === 'SUMMARY')
    await officer.press('Enter')
    await explain().getByText(String(posted?.title)).first().waitFor()
    expect([
      await explain().getByRole('heading', { level: 2 }).innerText(),
      await explain().locator('summary').first().innerText(),
      posted?.amount,
      officer.actions(),
    ]).toEqual(['£591,000', `Decision ${posted?.reference}`, 591_000_00, 2])
  }
})

test('a typed amount to its figure explained takes three actions, and to its decision one more', async () => {
  const officer = person()
  await officer.press('Control+k')
  await field().waitFor()
  await officer.type('358')
  await officer.press('Enter')
  await explain().getByRole('heading', { name: '£358,000' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'SUMMARY')
  await officer.press('Enter')
  await explain().getByText('Director of Resources and Housing').first().waitFor()
  expect([new URL(page.url()).searchParams.get('explain')?.split('.')[0], officer.actions()]).toEqual(['authority', 4])
})

test('a spend report for the director takes at most three actions from any screen, and is named without a question', async () => {
  const helm = await schemeNamed(screens, 'Helm Person Held Record')
  const save = async (address: string, act: (officer: ReturnType<typeof person>) => Promise<void>) => {
    await goTo(screens, page, address)
    await page.waitForLoadState('networkidle')
    const officer = person()
    const download = page.waitForEvent('download')
    await act(officer)
    const saved = await download
    const workbook = new Workbook()
    const bytes = await readFile(await saved.path())
    await workbook.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer)
    expect(officer.actions()).toBeLessThanOrEqual(3)
    await page.getByRole('status').getByText(saved.suggestedFilename()).waitFor()
    return { name: saved.suggestedFilename(), sheets: workbook.worksheets.length }
  }
  const spend = await save('/portfolio', async (officer) => {
    await officer.press('Control+e')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem')
    await officer.press('Enter')
  })
  expect(spend.name).toMatch(/spend/i)
  expect(spend.name).toMatch(/\.xlsx$/)
  const again = await save(`/schemes/${helm}?tab=money`, async (officer) => {
    await officer.press('Control+e')
    await field().waitFor()
    await officer.type('spend report excel')
    await officer.press('Enter')
  })
  expect(again).toEqual(spend)
})

test('from nothing to what explains the £65,000, both places side by side, takes at most six actions', async () => {
  await goTo(screens, page, '/start')
  await page.getByRole('button', { name: 'Continue' }).waitFor()
  const director = person()
  await director.press('Control+Enter')
  await page.getByRole('treegrid').waitFor()
  await director.press('Control+k')
  await field().waitFor()
  await director.type('appendix a total 2021')
  await director.press('Enter')
  const places = page.getByRole('region', { name: /^Both places: Appendix A total 2021\/22 is £1,821,000/ })
  await places.getByText('Apps assessment tools 2021/22, £65,000: explains the difference').waitFor()
  expect(director.actions()).toBeLessThanOrEqual(6)
  expect(new URL(page.url()).searchParams.get('show')).toContain('year-2021')
  const [stated] = await rowsIn(
    screens,
    `select count(*) as count from stated_figure where json_extract(content_json, '$.value') in (1821000 * 100, 65000 * 100)`,
  )
  expect(Number(stated?.count)).toBeGreaterThanOrEqual(2)
})
