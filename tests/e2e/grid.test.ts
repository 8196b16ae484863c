import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectGolden } from '../reports/support/expectGolden.ts'
import { openBrowser } from '../support/chromium.ts'
import { serveGridPage } from '../support/gridPage/serveGridPage.ts'
import { openLeeds, rowsIn, schemeNamed, seen } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('in the program', () => {
  let screens: Screens

  beforeAll(async () => {
    screens = await openScreens()
  })

  afterAll(() => screens?.close())

  /** The portfolio by year while the plan is edited, reached without the mouse. */
  const openPlan = async (options: Parameters<Screens['openPage']>[0] = {}): Promise<Page> => {
    const page = await openLeeds(screens, '/portfolio?view=years&unit=k&fy=2020-2021', options)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
    await page.locator('td[data-editable]').first().waitFor()
    return page
  }

  /** Places in the grid by year: 3 is 2020/21, 4 is 2021/22. */
  const go = async (page: Page, row: string, column: number) => {
    await page.getByRole('rowheader', { name: row }).first().focus()
    await press(page, ...Array.from({ length: column }, () => 'ArrowRight'))
  }

  const copyText = (page: Page, text: string) => page.evaluate((given) => navigator.clipboard.writeText(given), text)
  const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const shown = async (page: Page, row: string, column: number) =>
    seen(
      await page
        .getByRole('row', { name: row })
        .first()
        .getByRole('gridcell')
        .nth(column - 1)
        .innerText(),
    )

  /** What the file holds for a scheme's plan by year, in thousands, and how often the plan was set. */
  const planInFile = async (scheme: string) => {
    const years = await rowsIn(
      screens,
      `select start_year, sum(amount_pence) / 100000.0 as amount from entry
       where level = 'plan' and place_id = '${await schemeNamed(screens, scheme)}' group by start_year order by start_year`,
    )
    return Object.fromEntries(years.map(({ start_year, amount }) => [start_year, amount]))
  }
  const changes = async () => {
    const [row] = await rowsIn(screens, "select count(*) as count from event where operation = 'plan.set'")
    return Number(row?.count)
  }

  test('editing is begun and ended by its key with the focus in the grid, in one line of acts at 1280', async () => {
    const page = await openLeeds(screens, '/portfolio?unit=k&fy=2020-2021')
    await page.getByRole('treegrid').waitFor()
    const place = () =>
      page.evaluate(() => {
        const [row, heading] = [document.activeElement?.closest('tr'), document.querySelector('h1')]
        return {
          cell: row
            ? `${row.querySelector('th')?.textContent}, ${(document.activeElement as HTMLElement).dataset.column}`
            : '',
          headHeight: heading?.parentElement?.parentElement?.clientHeight,
        }
      })
    const { headHeight } = await place()
    await press(page, 'Control+Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Show years across')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.activeElement?.matches('td[data-editable]'))
    await expect.poll(place).toEqual({ cell: 'Leeds Care Record, 3', headHeight })
    await page.keyboard.type('410')
    await press(page, 'Enter', 'Control+Enter')
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor()
    await expect.poll(place).toEqual({ cell: 'Supporting Virtual Care, 3', headHeight })
    expect(new URL(page.url()).pathname).toBe('/portfolio')
    await press(page, 'Control+Enter')
    await page.locator('td[data-editable]').first().waitFor()
    await expect.poll(place).toEqual({ cell: 'Supporting Virtual Care, 3', headHeight })
    await page.close()
  })

  test('cells are chosen by keyboard, added up in the status line, and copied as a spreadsheet takes them', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight')
    await said(page, '4 cells, sum 618.0 £000, average 154.5')
    await press(page, 'Control+c')
    await said(page, '4 cells copied')
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return [await read('text/plain'), await read('text/html')]
    })
    expect(text).toBe('95.0\t150.0\r\n173.0\t200.0\r\n')
    expect(html).toContain('<td style="text-align:right">173.0</td>')
    await press(page, 'Escape')
    await expect.poll(() => page.getByText('4 cells, sum').count()).toBe(0)
    await page.close()
  })

  test('a block with a text in it is held up; applied it is one change, and one Ctrl+Z takes all of it back', async () => {
    const page = await openPlan()
    const before = [await planInFile('Estates blueprinting'), await planInFile('House of the Future')]
    const earlier = await changes()
    await go(page, 'Estates blueprinting', 3)
    await copyText(page, '120\tabc\r\n80\t70\r\n')
    await press(page, 'Control+v')
    const strip = page.getByRole('region', { name: 'Paste into Portfolio by year' })
    await strip.getByText('4 cells: 3 will change, 1 refused: Estates blueprinting, 2021/22: “abc” is text').waitFor()
    expect(await page.locator('td[aria-selected=true]').count()).toBe(4)
    expect(await changes()).toBe(earlier)
    await press(page, 'Control+Enter')
    await said(page, '3 cells pasted')
    expect([
      await planInFile('Estates blueprinting'),
      await planInFile('House of the Future'),
      await changes(),
    ]).toEqual([{ 2020: 120, 2021: 150 }, { 2020: 80, 2021: 70 }, earlier + 1])
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-column') === '3')
    await press(page, 'Control+z')
    await said(page, 'Undone: Plan figures changed')
    expect([await planInFile('Estates blueprinting'), await planInFile('House of the Future')]).toEqual(before)
    await page.close()
  })

  test('a block without a doubt goes into empty cells at once; undone, they hold nothing and no zero', async () => {
    const page = await openPlan()
    await go(page, 'Other orgs', 3)
    await copyText(page, '30\r\n')
    await press(page, 'Control+v')
    await said(page, '1 cell pasted')
    expect(await page.getByRole('region', { name: /^Paste into/ }).count()).toBe(0)
    expect(await planInFile('Other orgs e.g. Academy, PCNs, 3rd sector')).toEqual({ 2020: 30, 2021: 100 })
    await press(page, 'Control+z')
    await said(page, 'Undone: Plan figures changed')
    await expect.poll(() => shown(page, 'Other orgs', 3)).toBe('none')
    await press(page, 'Control+[')
    const panel = page.getByRole('complementary', { name: 'Explain' })
    await panel.getByRole('heading', { name: 'None recorded' }).waitFor()
    await panel.getByText('What was recorded here was undone. Nothing is recorded for this figure').waitFor()
    await page.close()
  })

  test('filling right and down and clearing are one change each', async () => {
    const page = await openPlan()
    const earlier = await changes()
    await go(page, 'Estates blueprinting', 3)
    await press(page, 'Shift+ArrowRight', 'Control+r')
    await said(page, '1 cell filled')
    await expect.poll(() => shown(page, 'Estates blueprinting', 4)).toBe('95.0')
    await press(page, 'Shift+ArrowDown', 'Control+d')
    await said(page, '2 cells filled')
    await expect.poll(() => shown(page, 'House of the Future', 4)).toBe('95.0')
    expect(await planInFile('House of the Future')).toEqual({ 2020: 95, 2021: 95 })
    await press(page, 'Delete')
    await said(page, '4 cells cleared')
    await expect.poll(() => shown(page, 'House of the Future', 4)).toBe('0.0')
    expect([
      await planInFile('Estates blueprinting'),
      await planInFile('House of the Future'),
      await changes(),
    ]).toEqual([{ 2020: 0, 2021: 0 }, { 2020: 0, 2021: 0 }, earlier + 3])
    await page.close()
  })

  test('Ctrl+Z pressed while the first change is still being saved takes it back', async () => {
    const page = await openPlan()
    const before = await planInFile('Estates blueprinting')
    const earlier = await changes()
    await go(page, 'Estates blueprinting', 3)
    await page.keyboard.type('96')
    await press(page, 'Enter', 'Control+z')
    await said(page, 'Undone: Plan figures changed, Estates blueprinting')
    expect([await changes(), await planInFile('Estates blueprinting')]).toEqual([earlier + 1, before])
    await page.close()
  })

  test('what was changed in another window is not undone before it was seen', async () => {
    const page = await openPlan()
    const before = await planInFile('Estates blueprinting')
    await go(page, 'Estates blueprinting', 3)
    await page.keyboard.type('96')
    const log: string[] = []
    page.on('request', (request) => log.push(`asked ${request.url().replace(/.*\/api\//, '')}`))
    page.on('requestfinished', (request) => log.push(`told ${request.url().replace(/.*\/api\//, '')}`))
    await press(page, 'Enter')
    await page.getByRole('button', { name: '↶ Undo' }).waitFor()
    // The page has to have read its list again before the other window changes something.
    const isListed = () => {
      const since = log.slice(log.indexOf('told plan.set') + 1)
      const count = (line: string) => log.filter((each) => each === line).length
      return (
        log.includes('told plan.set') &&
        since.includes('asked undo.list') &&
        count('asked undo.list') === count('told undo.list')
      )
    }
    await expect.poll(isListed).toBe(true)
    await screens.call('themes.add', { name: 'Networks', aliases: [], objective: '' })
    await press(page, 'Control+z')
    await said(page, 'You changed something else since, perhaps in another window, so nothing was undone or redone')
    expect(await planInFile('Estates blueprinting')).toEqual({ ...before, 2020: 96 })
    await page.getByRole('button', { name: 'Your changes' }).click()
    await page.getByRole('menuitem', { name: /Networks: undo this/ }).click()
    await said(page, /Undone: .*Networks/)
    await press(page, 'Control+z')
    await said(page, 'Undone: Plan figures changed, Estates blueprinting')
    expect(await planInFile('Estates blueprinting')).toEqual(before)
    await page.close()
  })

  test('a cell takes a sum and says under the editor what it comes to in full', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await page.keyboard.type('=120+35')
    await page.getByText('= £155,000').waitFor()
    await press(page, 'Tab')
    await expect.poll(() => planInFile('Estates blueprinting')).toEqual({ 2020: 155, 2021: 150 })
    await expect.poll(() => shown(page, 'Estates blueprinting', 3)).toBe('155.0')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('4')
    await page.keyboard.type('*2')
    await page.getByText('= £300,000').waitFor()
    await press(page, 'Shift+Enter')
    await expect.poll(() => planInFile('Estates blueprinting')).toEqual({ 2020: 155, 2021: 300 })
    expect(
      await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('th')?.textContent),
    ).toContain('Plan')
    await page.close()
  })

  test('Ctrl+Enter in an open cell keeps the amount and ends editing, also after an undo; what is no amount stays open', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await page.keyboard.type('155')
    await press(page, 'Enter')
    await expect.poll(() => planInFile('Estates blueprinting')).toEqual({ 2020: 155, 2021: 150 })
    await press(page, 'Control+z')
    await said(page, 'Undone: Plan figures changed')
    await go(page, 'Estates blueprinting', 3)
    await page.keyboard.type('15x')
    await press(page, 'Control+Enter')
    const field = page.getByRole('textbox', { name: /^Estates blueprinting, / })
    expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['15x', 'true'])
    await field.fill('165')
    await press(page, 'Control+Enter')
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor()
    await expect.poll(() => planInFile('Estates blueprinting')).toEqual({ 2020: 165, 2021: 150 })
    expect([
      new URL(page.url()).pathname,
      await page.evaluate(() => document.activeElement?.getAttribute('data-column')),
    ]).toEqual(['/portfolio', '3'])
    await page.close()
  })

  test('what somebody else has changed meanwhile is not pasted over, and the block stays to be applied', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await screens.call('plan.set', {
      cells: [
        {
          place: { kind: 'scheme', id: await schemeNamed(screens, 'Estates blueprinting') },
          startYear: 2020,
          sourceId: null,
          nature: 'capital',
          was: 95_000_00,
          amount: 96_000_00,
        },
      ],
    })
    await copyText(page, '120\r\n')
    await press(page, 'Control+v')
    const strip = page.getByRole('region', { name: 'Paste into Portfolio by year' })
    await strip.getByRole('alert').waitFor()
    await strip.getByRole('button', { name: 'Apply 1' }).waitFor()
    expect(await planInFile('Estates blueprinting')).toEqual({ 2020: 96, 2021: 150 })
    await press(page, 'Escape')
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-column') === '3')
    await page.close()
  })

  test('figures that are not being edited take no paste, no fill and no clearing', async () => {
    const page = await openLeeds(screens, '/money/funding')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const earlier = await changes()
    await go(page, 'Infrastructure', 3)
    await copyText(page, '1\r\n')
    await press(page, 'Control+v')
    await said(page, 'Nothing pasted: these figures are not being edited')
    await press(page, 'Delete')
    expect(await changes()).toBe(earlier)
    await page.close()
  })

  test('Alt+R reads a cell in full, and the heading of a row', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await press(page, 'Alt+r')
    await said(page, 'Estates blueprinting, 2020 to 2021, 95.0 thousand pounds, editable, no checks')
    await press(page, 'ArrowRight', 'ArrowRight', 'Alt+r')
    await said(page, 'Estates blueprinting, 2022 to 2023, none recorded, editable, no checks')
    await press(page, 'Home', 'Alt+r')
    await said(page, /^Estates blueprinting, \d+ open checks?, row heading$/)
    await page.close()
  })

  test('to whoever hears it the portfolio is a tree of rows and cells with a name, a unit and a period', async () => {
    const page = await openLeeds(screens, '/portfolio?fy=2020-2021&unit=k&asAt=2020-08-28')
    const grid = page.getByRole('treegrid', {
      name: 'Portfolio by level, thousands of pounds, 2020/21 to 2021/22, as at 28 August 2020',
    })
    expectGolden('portfolio-aria', `${await grid.ariaSnapshot()}\n`)
    await page.close()
  })

  test('every cell stands in a row, every row and column is counted, and only parents open and close', async () => {
    const page = await openLeeds(screens, '/portfolio?fy=2020-2021&unit=k&asAt=2020-08-28')
    const found = await page.getByRole('treegrid').evaluate((grid) => {
      const rows = [...grid.querySelectorAll('tr')]
      const numbers = (elements: Iterable<Element>, name: string) =>
        [...elements].map((element) => Number(element.getAttribute(name)))
      const level = (row: Element | undefined) => Number(row?.getAttribute('aria-level') ?? 0)
      return {
        counts: [grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')].map(Number),
        rows: numbers(rows, 'aria-rowindex'),
        columns: [...new Set(rows.map((row) => numbers(row.children, 'aria-colindex').join(' ')))],
        outside: [...grid.querySelectorAll('th, td')].filter((cell) => cell.parentElement?.tagName !== 'TR').length,
        headings: [...(rows[0]?.children ?? [])].map((cell) => cell.getAttribute('scope')),
        opens: rows.map((row, index) => row.hasAttribute('aria-expanded') === level(rows[index + 1]) > level(row)),
        stops: grid.querySelectorAll('[tabindex="0"]').length,
      }
    })
    expect(found).toEqual({
      counts: [found.rows.length, 10],
      rows: found.rows.map((_, index) => index + 1),
      columns: ['1 2 3 4 5 6 7 8 9 10'],
      outside: 0,
      headings: Array.from({ length: 10 }, () => 'col'),
      // The head stands before the first row without opening it.
      opens: [false, ...found.opens.slice(1).map(() => true)],
      stops: 1,
    })
    await page.close()
  })

  test('axe finds nothing serious with cells chosen, a block held up and a cell refused, in both schemes', async () => {
    const page = await openPlan()
    await go(page, 'Estates blueprinting', 3)
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight')
    const chosen = await screens.faultsInBothSchemes(page)
    await copyText(page, 'abc\t1\r\n')
    await press(page, 'Control+v')
    await page.getByRole('region', { name: /^Paste into/ }).waitFor()
    const held = await screens.faultsInBothSchemes(page)
    await press(page, 'Escape')
    await page.keyboard.type('1..2')
    await press(page, 'Enter')
    await page
      .getByRole('textbox', { name: /^Estates blueprinting/ })
      .and(page.locator('[aria-invalid=true]'))
      .waitFor()
    expect({ chosen, held, refused: await screens.faultsInBothSchemes(page) }).toEqual({
      chosen: [],
      held: [],
      refused: [],
    })
    await page.close()
  })
})

describe('alone, with ten thousand rows', () => {
  let grid: Awaited<ReturnType<typeof serveGridPage>>
  let browser: Awaited<ReturnType<typeof openBrowser>>

  beforeAll(async () => {
    grid = await serveGridPage()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await grid?.close()
  })

  const openGrid = async (search: string, size = { width: 1280, height: 800 }): Promise<Page> => {
    const page = await browser.newPage({ viewport: size })
    await page.goto(`${grid.origin}/?${search}`)
    await page.getByRole('rowheader', { name: 'Theme 1', exact: true }).focus()
    return page
  }

  /** The row and the column of the cell that has the focus. */
  const place = (page: Page) =>
    page.evaluate(() => {
      const cell = document.activeElement as HTMLElement
      return `${cell.closest('tr')?.querySelector('th')?.textContent?.replace('▸', '')}, ${cell.dataset.column}`
    })

  const drawn = (page: Page) => page.locator('tbody tr:not([aria-hidden])').count()

  test('few rows stand in the page, the ends are reached, and what has the focus is always there', async () => {
    const page = await openGrid('rows=10000')
    const expected: [key: string, place: string][] = [
      ['ArrowUp', 'Theme 1, 0'],
      ['PageUp', 'Theme 1, 0'],
      ['ArrowRight', 'Theme 1, 1'],
      ['End', 'Theme 1, 8'],
      ['ArrowRight', 'Theme 1, 8'],
      ['Control+End', 'Programme authority, 8'],
      ['ArrowDown', 'Programme authority, 8'],
      ['ArrowUp', 'Programme plan, 8'],
      ['ArrowUp', 'Scheme 500.19, 8'],
      ['ArrowLeft', 'Scheme 500.19, 7'],
      ['PageDown', 'Programme authority, 7'],
      ['Home', 'Programme authority, 0'],
      ['Control+Home', 'Theme 1, 0'],
      ['ArrowDown', 'Scheme 1.1, 0'],
      ['ArrowLeft', 'Theme 1, 0'],
    ]
    const places: [key: string, place: string][] = []
    let most = 0
    for (const [key] of expected) {
      await press(page, key)
      places.push([key, await place(page)])
      most = Math.max(most, await drawn(page))
    }
    expect(places).toEqual(expected)
    expect(most).toBeLessThan(80)
    await page.close()
  })

  for (const [name, size] of Object.entries({
    'on a wide page': { width: 1280, height: 800 },
    'at 320 by 640': { width: 320, height: 640 },
  })) {
    test(`over two hundred moves the focus is never under the headings, the totals or the frozen column, ${name}`, async () => {
      const page = await openGrid('rows=10000', size)
      const covered: string[] = []
      const keys = [
        'ArrowDown',
        'ArrowRight',
        'PageDown',
        'ArrowDown',
        'ArrowRight',
        'ArrowUp',
        'ArrowLeft',
        'PageDown',
      ]
      for (let step = 0; step < 200; step += 1) {
        const key = step % 50 === 49 ? 'End' : step < 120 ? keys[step % 8] : keys[step % 8]?.replace('Down', 'Up')
        await press(page, key ?? '')
        const under = await page.evaluate(() => {
          const cell = document.activeElement as HTMLElement
          const box = cell.getBoundingClientRect()
          const isUnder = (sticky: Element | null | undefined) => {
            if (!sticky || sticky.contains(cell)) return false
            const { left, right, top, bottom } = sticky.getBoundingClientRect()
            return box.left < right - 1 && box.right > left + 1 && box.top < bottom - 1 && box.bottom > top + 1
          }
          const heading = cell.closest('tr')?.querySelector('th')
          const isFrozen = heading && getComputedStyle(heading).position === 'sticky'
          const frame = cell.closest('[role=treegrid]')?.parentElement?.getBoundingClientRect()
          const isOutside = !frame || box.bottom > frame.bottom + 1 || box.top < frame.top - 1 || box.left > frame.right
          const all = [document.querySelector('thead'), document.querySelector('tfoot'), isFrozen ? heading : null]
          return isOutside || all.some(isUnder) ? cell.outerHTML.slice(0, 200) : null
        })
        if (under) covered.push(`${step} ${key}: ${under}`)
      }
      expect(covered).toEqual([])
      await page.close()
    })
  }

  test('a theme that is closed takes its rows away, and the count says so', async () => {
    const page = await openGrid('rows=10000')
    const count = () => page.getByRole('treegrid').getAttribute('aria-rowcount')
    const before = await count()
    await press(page, 'Enter')
    const closed = await count()
    await press(page, 'ArrowDown')
    expect([before, closed, await place(page)]).toEqual(['10003', '9984', 'Theme 2, 0'])
    await page.close()
  })

  test('dragging and a click with Shift choose what Shift and the arrows choose', async () => {
    const page = await openGrid('rows=100')
    const chosen = () =>
      page
        .locator('td[aria-selected=true]')
        .evaluateAll((cells) => cells.map((cell) => `${cell.getAttribute('aria-colindex')} ${cell.textContent}`))
    const cell = (scheme: string, column: number) =>
      page
        .getByRole('row', { name: `Scheme ${scheme} ` })
        .getByRole('gridcell')
        .nth(column)
    await cell('1.1', 0).focus()
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight')
    const byKeys = await chosen()
    await press(page, 'Escape')
    await cell('1.1', 0).hover()
    await page.mouse.down()
    await cell('1.2', 0).hover()
    await cell('1.2', 1).hover()
    await page.mouse.up()
    const byDragging = await chosen()
    await press(page, 'Escape')
    await cell('1.1', 0).click()
    await cell('1.2', 1).click({ modifiers: ['Shift'] })
    expect([byKeys.length, byDragging, await chosen()]).toEqual([4, byKeys, byKeys])
    await page.close()
  })

  test('everything is chosen and cleared at once, far beyond what is drawn', async () => {
    const page = await openGrid('rows=2000')
    await press(page, 'Control+a', 'Delete', 'Control+End', 'ArrowUp', 'ArrowUp')
    expect(await place(page)).toBe('Scheme 100.19, 8')
    await expect
      .poll(() =>
        page.locator('td[data-editable]').evaluateAll((cells) => [...new Set(cells.map((c) => c.textContent))]),
      )
      .toEqual(['0.0', 'nonenone recorded'])
    await page.close()
  })
})
