import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreens, type Screens } from './support/screens.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens?.close())

/** What a director does at a keyboard: nothing here uses the mouse. */
const keysOn = (page: Page) => ({
  press: async (name: string | RegExp, role: 'button' | 'link' = 'button') =>
    await page.getByRole(role, { name }).first().press('Enter'),
  type: async (name: string, text: string) => {
    await page.getByRole('textbox', { name, exact: true }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  },
  /** Types the beginning of an option, as the browser's own list takes it. */
  choose: async (name: string, option: string) => {
    const list = page.getByRole('combobox', { name, exact: true })
    await list.focus()
    await page.keyboard.type(option)
    await expect.poll(() => list.evaluate((each: HTMLSelectElement) => each.selectedOptions[0]?.label)).toBe(option)
  },
  heading: async (name: string | RegExp) => await page.getByRole('heading', { level: 1, name }).waitFor(),
  status: async (words: string) => await page.getByRole('status').getByText(words).waitFor(),
  focused: async () => await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName),
})

test('a director makes a programme from nothing by keyboard: structure, decisions, plan, undo; and the file holds it', async () => {
  const page = await screens.openPage()
  const keys = keysOn(page)
  await page.goto(`${screens.origin}/start`)
  await page.getByRole('radio', { name: 'Start a new programme' }).press('Space')
  await keys.press('Continue')
  for (const [question, answer] of [
    ['What is the programme called?', 'Northshire digital'],
    ['Which council is accountable for the money?', 'Northshire Council'],
    ['Which NHS body is the partner?', 'NHS Northshire CCG'],
    ['Which is the first financial year?', '2024/25'],
    ['How many financial years does it run?', '2'],
  ] as const) {
    await keys.heading(question)
    await keys.type(question, answer)
    await page.keyboard.press('Enter')
  }
  await keys.heading('Who are you?')
  await keys.press('Start without signing in')
  await keys.heading('Check your answers')
  await keys.press('Start the programme')
  await keys.heading('Northshire digital')

  await keys.press('Themes', 'link')
  await keys.heading('Themes')
  expect(await keys.focused()).toBe('H1')
  await keys.type('Name', 'Shared records')
  await page.keyboard.press('Enter')
  await keys.status('Theme added: Shared records')
  await expect.poll(keys.focused).toBe('theme-name')
  await page.keyboard.type('Shared records')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('There is already a theme called “Shared records”').waitFor()
  await keys.type('Name', 'Networks')
  await page.keyboard.press('Enter')
  await keys.status('Theme added: Networks')
  await keys.press('Done')
  await expect.poll(keys.focused).toBe('add-theme')

  await keys.press('Schemes', 'link')
  await keys.heading('Schemes')
  await keys.choose('Theme', 'Shared records')
  for (const name of ['Care record viewer', 'Consent register']) {
    await keys.type('Name', name)
    await page.keyboard.press('Enter')
    await keys.status(`Scheme added: ${name}`)
  }
  await keys.type('Name', 'Ward wireless')
  await keys.choose('Theme', 'Networks')
  await keys.press('Add the scheme')
  await keys.status('Scheme added: Ward wireless')

  await keys.press('Organisations', 'link')
  await keys.heading('Organisations')
  await keys.press('Add an organisation')
  await keys.type('Name', 'NHS Northshire ICB')
  await keys.type('Short name', 'NICB')
  await keys.type('First day', '1 July 2024')
  await page.getByRole('checkbox', { name: 'NHS Northshire CCG' }).press('Space')
  await keys.press('Add the organisation')
  await page.getByText('NHS Northshire ICB follows NHS Northshire CCG, which has no last day yet').waitFor()
  await keys.press('End: NHS Northshire CCG')
  expect(await page.getByRole('textbox', { name: 'Last day' }).inputValue()).toBe('30 June 2024')
  await page.keyboard.press('Enter')
  await keys.status('NHS Northshire CCG ends on 30 June 2024')

  await screens.call('sources.add', {
    name: 'Capital grant',
    aliases: [],
    category: 'grant',
    funder: '',
    grantRef: '',
    conditions: '',
    restrictedTo: 'capital',
    spendByOn: null,
    securedStatus: 'secured',
    interestRateBp: null,
    assetLifeYears: null,
  })

  await keys.press('Decisions', 'link')
  await keys.heading('Decisions')
  await keys.press('Record a decision', 'link')
  await recordDecision(page, {
    reference: 'A1',
    title: 'Allocation',
    level: 'Allocation',
    amounts: ['500', '300'],
    total: '800',
  })
  await keys.heading('Decision A1 recorded')
  await page.getByText('£800,000 has been allocated since 11 June 2024').waitFor()

  await keys.press('Decisions', 'link')
  await keys.press('Record a decision', 'link')
  const authority = { reference: 'B1', title: 'Authority', level: 'Authority to spend' } as const
  await fillDecision(page, { ...authority, amounts: ['520', '100'], total: '620' })
  await page.getByText('£20,000 too much').waitFor()
  await keys.press('Check before recording')
  await page
    .getByRole('alert')
    .getByText('This would authorise £520,000 for Shared records to 2024/25, and £500,000 of the allocation is left')
    .waitFor()
  await keys.type('Authority to spend, Shared records (theme), 2024 to 2025, thousands of pounds', '420')
  await keys.press('Check before recording')
  await page.getByRole('alert').getByText('The stated total is £620,000 but the lines add up to £520,000').waitFor()
  await keys.type('Total authority to spend that the paper states', '520')
  await page.keyboard.press('Control+Enter')
  await keys.heading('Check the decision before you record it')
  await keys.press('Record the decision')
  await keys.heading('Decision B1 recorded')
  await page.getByText('£520,000 has been authorised since 11 June 2024').waitFor()

  await keys.press('Portfolio', 'link')
  await page.getByRole('radio', { name: 'Levels across' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('treegrid', { name: /Portfolio by year/ }).waitFor()
  await keys.press('Edit')
  const cell = page.getByRole('row', { name: 'Care record viewer' }).first().getByRole('gridcell').nth(2)
  await cell.focus()
  await page.keyboard.type('410')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.innerText()).toContain('410.0')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell.innerText()).not.toContain('410.0')
  await page.close()

  expect(read(join(screens.folder, 'Northshire digital.bcf'))).toEqual({
    themes: ['Networks', 'Shared records'],
    schemes: ['Care record viewer', 'Consent register', 'Ward wireless'],
    organisations: ['NHS Northshire CCG', 'NHS Northshire ICB', 'Northshire Council'],
    decisions: ['A1 effective', 'B1 effective'],
    balances: [
      'allocation theme 2024 50000000',
      'allocation theme 2025 30000000',
      'authority theme 2024 42000000',
      'authority theme 2025 10000000',
      'plan scheme 2024 0',
    ],
    lastEvents: ['decisions.takeEffect', 'plan.set', 'undo.undo'],
  })
})

/** The form of a decision of June 2024 with one line on a theme, through keys. */
const fillDecision = async (
  page: Page,
  given: {
    reference: string
    title: string
    level: 'Allocation' | 'Authority to spend'
    amounts: [string, string]
    total: string
  },
) => {
  const keys = keysOn(page)
  await keys.heading('Record a decision')
  await keys.type('Reference', given.reference)
  await keys.type('What is decided', given.title)
  await keys.type('Decision taker', 'Director of Resources')
  await keys.type('Made', '3 June 2024')
  await keys.type('Published', '3 June 2024')
  await page.getByText('Takes effect on Tuesday 11 June 2024').waitFor()
  await keys.choose(`${given.level}, line 1, place`, 'Shared records (theme)')
  await keys.choose(`${given.level}, Shared records (theme), funding source`, 'Capital grant')
  for (const [year, amount] of [
    ['2024 to 2025', given.amounts[0]],
    ['2025 to 2026', given.amounts[1]],
  ]) {
    await keys.type(`${given.level}, Shared records (theme), ${year}, thousands of pounds`, amount ?? '')
  }
  await keys.type(`Total ${given.level.toLowerCase()} that the paper states`, given.total)
}

const recordDecision = async (page: Page, given: Parameters<typeof fillDecision>[1]) => {
  const keys = keysOn(page)
  await fillDecision(page, given)
  await keys.press('Check before recording')
  await keys.heading('Check the decision before you record it')
  expect(await keys.focused()).toBe('H1')
  await keys.press('Record the decision')
}

/** What stands in the file itself, past the program. */
const read = (path: string) => {
  const file = new Database(path, { readonly: true })
  const column = (sql: string) => file.prepare(sql).pluck().all()
  try {
    return {
      themes: column('select name from theme where is_removed = 0 order by name'),
      schemes: column('select name from scheme where is_removed = 0 order by name'),
      organisations: column('select name from organisation where is_removed = 0 order by name'),
      decisions: column("select reference || ' ' || status from decision order by reference"),
      balances: column(
        `select level || ' ' || place_kind || ' ' || start_year || ' ' || sum(amount_pence) from balance
         group by level, place_kind, start_year order by 1`,
      ),
      lastEvents: column(
        'select operation from (select seq, operation from event order by seq desc limit 3) order by seq',
      ),
    }
  } finally {
    file.close()
  }
}

const openSample = async (address: string, options: Parameters<Screens['openPage']>[0] = {}) => {
  const page = await screens.openPage(options)
  await screens.call('programme.openSample')
  await page.goto(`${screens.origin}${address}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

test('a decision whose day has not come can be withdrawn with a reason, and leaves the list', async () => {
  const page = await openSample('/decisions')
  const keys = keysOn(page)
  const facts = (await screens.call('programme.screen', { asAt: null })) as { programme: { id: string } }
  await screens.call('decisions.record', {
    reference: 'FUTURE-1',
    title: 'An allocation to come',
    decisionTaker: 'Executive Board',
    kind: 'key',
    madeOn: '2020-09-01',
    publishedOn: '2090-06-01',
    isCallInEligible: true,
    allocationKind: 'injection',
    note: '',
    effectiveOn: null,
    statedTotals: { allocation: null, authority: null },
    lines: [
      {
        level: 'allocation',
        place: { kind: 'programme', id: facts.programme.id },
        startYear: 2021,
        sourceId: null,
        nature: 'capital',
        amount: 100_000_00,
      },
    ],
  })
  await page.reload()
  await page.getByText('FUTURE-1 takes effect on').waitFor()
  await keys.press('FUTURE-1', 'link')
  await keys.heading('FUTURE-1: An allocation to come')
  await keys.press('Withdraw this decision')
  await keys.press('Withdraw the decision')
  await page.getByRole('alert').getByText('Enter why the decision is withdrawn').waitFor()
  await keys.type('Reason', 'Entered in the wrong programme')
  await keys.press('Withdraw the decision')
  await keys.heading('Decisions')
  await keys.status('Decision withdrawn: FUTURE-1')
  await expect.poll(() => page.getByRole('link', { name: 'FUTURE-1' }).count()).toBe(0)
  await page.close()
})

test('what a decision posted is reversed with a reason, once, and both stay on the page', async () => {
  const page = await openSample('/decisions')
  const keys = keysOn(page)
  await keys.press('HELM-2018', 'link')
  await keys.heading(/^HELM-2018/)
  const reverse = page.getByRole('button', { name: 'Reverse with a reason: Authority granted, £1,200,000' })
  await reverse.press('Enter')
  await keys.type('Reason', 'Given under another number')
  await keys.press('Post the reversal')
  await keys.status('Reversed: Authority granted, £1,200,000')
  await page.getByText('Given under another number').waitFor()
  expect(await reverse.count()).toBe(0)
  expect(await page.getByText('Partly reversed').count()).toBe(1)
  await page.close()
})

test('a year is closed only after a check page, and takes no more postings', async () => {
  const page = await openSample('/programme')
  const keys = keysOn(page)
  await keys.press('Close 2017/18', 'link')
  await keys.press('Check and close 2017/18', 'link')
  await keys.heading('Check before you close 2017/18')
  await keys.press('Close 2017/18')
  await keys.heading('Year end 2017/18')
  await page.goto(`${new URL(page.url()).origin}/programme`)
  await page.getByRole('row', { name: '2017/18 Closed' }).waitFor()
  expect(await page.getByRole('link', { name: 'Close 2017/18' }).count()).toBe(0)
  await page.close()
})

test('a bank holiday that is struck out is shown so and can be put back; undo does the same', async () => {
  const page = await openSample('/programme')
  const keys = keysOn(page)
  await page.getByRole('combobox', { name: 'Year of the bank holidays' }).selectOption('2029')
  const row = page.getByRole('row', { name: /Christmas Day/ })
  await keys.press('Strike out: 25 December 2029')
  await row.getByText('Struck out: counts as a working day').waitFor()
  await page.keyboard.press('Control+z')
  await row.getByText('Provisional: follows the usual rule, not announced yet').waitFor()
  await page.close()
})

test('who may not change anything sees everything, no act, and who can; so does a day in the past', async () => {
  const page = await openSample('/programme/themes')
  const acts = () =>
    page
      .getByRole('main')
      .getByRole('button', { name: /Add|Change|Retire|Record|Up|Down/ })
      .count()
  expect(await acts()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^Acting as/ }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Viewer' }).press('Enter')
  await page.getByText('Themes are changed by: programme director, administrator.').waitFor()
  expect(await acts()).toBe(0)
  await page.goto(`${screens.origin}/decisions/new`)
  await page.getByText('Decisions are recorded by: programme director, finance officer.').waitFor()
  expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
  await page.close()

  const past = await openSample('/programme/schemes?asAt=2020-08-21')
  await past.getByText('Figures as at 21 August 2020, nothing can be changed').waitFor()
  expect(
    await past
      .getByRole('main')
      .getByRole('button', { name: /Add|Move/ })
      .count(),
  ).toBe(0)
  await past.close()
})

test('what was entered of a decision is still there after a look at another page, and in another unit', async () => {
  const page = await openSample('/decisions/new')
  const keys = keysOn(page)
  await keys.type('Reference', 'KEPT-1')
  await keys.choose('Allocation, line 1, place', 'Infrastructure (theme)')
  await keys.type('Allocation, Infrastructure (theme), 2020 to 2021, thousands of pounds', '40.5')
  await keys.press('Portfolio', 'link')
  await page.getByRole('treegrid').waitFor()
  await page.goBack()
  expect(await page.getByRole('textbox', { name: 'Reference' }).inputValue()).toBe('KEPT-1')
  await page.getByRole('radio', { name: '£', exact: true }).press('Space')
  const inPounds = page.getByRole('textbox', { name: 'Allocation, Infrastructure (theme), 2020 to 2021, pounds' })
  await expect.poll(() => inPounds.inputValue()).toBe('40500')
  await keys.press('Clear the form')
  expect(await page.getByRole('textbox', { name: 'Reference' }).inputValue()).toBe('')
  await page.close()
})

test('axe finds nothing serious on the screens that make a programme, forms and errors open, in both schemes', async () => {
  const page = await openSample('/programme')
  const keys = keysOn(page)
  const faults: Record<string, string[]> = {}
  const look = async (name: string) => {
    faults[name] = await screens.faultsInBothSchemes(page)
  }
  const go = async (address: string) => {
    await page.goto(`${screens.origin}${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await look('programme')
  await keys.press('Change the details')
  await keys.type('Last year', '2019/20')
  await page.keyboard.press('Enter')
  await look('programme form')
  await keys.press('Add a bank holiday')
  await look('holiday form')
  await go('/spend/year-end?year=2020&part=close')
  await look('close a year')
  for (const [address, button] of [
    ['/programme/themes', 'Add a theme'],
    ['/programme/schemes', 'Add a scheme'],
    ['/programme/organisations', 'Add an organisation'],
  ] as const) {
    await go(address)
    await keys.press(button)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look(address)
  }
  await go('/decisions')
  await look('decisions')
  await keys.press('ATS-2020', 'link')
  await keys.heading(/^ATS-2020/)
  await keys.press(/^Reverse with a reason/)
  await look('a decision')
  await go('/decisions/new')
  await keys.press('Check before recording')
  await look('a decision that is empty')
  await fillSample(page)
  await look('a decision that is filled in')
  await keys.press('Check before recording')
  await keys.heading('Check the decision before you record it')
  await look('the check page')
  await page.close()
  expect(Object.values(faults).flat()).toEqual([])
})

const fillSample = async (page: Page) => {
  const keys = keysOn(page)
  await keys.type('Reference', 'X1')
  await keys.type('What is decided', 'More for infrastructure')
  await keys.type('Decision taker', 'Director of Resources')
  await keys.type('Made', '3 June 2024')
  await keys.type('Published', '3 June 2024')
  await keys.choose('Authority to spend, line 1, place', 'Estates blueprinting')
  await keys.type('Authority to spend, Estates blueprinting, 2021 to 2022, thousands of pounds', '0.5')
}
