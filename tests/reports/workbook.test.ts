import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { pence } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { produce, type ReportName, reportNames } from '../../reports/catalogue.ts'
import { leedsFacts } from '../support/leedsFacts.ts'
import { anyFacts } from './support/anyFacts.ts'
import { expectGolden } from './support/expectGolden.ts'
import { someChecks } from './support/someChecks.ts'
import { asText, type CellContent, contentsOf, readWorkbook } from './support/workbookContents.ts'

const madeBy = { role: 'Finance officer' }

const workbookOf = async (report: ReportName, facts: ProgrammeFacts) => {
  const { bytes } = await produce(report, 'xlsx', facts, { checks: someChecks, madeBy })
  return readWorkbook(bytes)
}

test.each(reportNames)('the workbook %s holds, cell by cell, what was accepted', async (report) => {
  expectGolden(report, asText(contentsOf(await workbookOf(report, leedsFacts()))))
})

test.each(reportNames)('the CSV %s holds, line by line, what was accepted', async (report) => {
  const { bytes } = await produce(report, 'csv', leedsFacts(), { checks: [], madeBy })
  expectGolden(`${report}.csv`, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
})

test('the Leeds workbook shows the figures of the three tables', async () => {
  const workbook = await workbookOf('funding-and-cash-flow', leedsFacts())
  const cells = contentsOf(workbook).filter(({ sheet }) => sheet === 'Capital funding & cash flow')
  const figures: Record<string, (number | string | null)[]> = {}
  for (const [label, ...rest] of Map.groupBy(cells, rowOf).values()) {
    figures[`${label?.value}`] ??= rest.map(({ value }) => (typeof value === 'number' ? value / 1000 : value))
  }
  expect(figures).toMatchObject({
    'Care Records and Corporate': [1135, 'none', 635, 500, 'none', 'none'],
    Infrastructure: [808, 'none', 358, 450, 'none', 'none'],
    'Data and intelligence': [465, 'none', 215, 250, 'none', 'none'],
    'Strategy and OD': [50, 'none', 20, 30, 'none', 'none'],
    'Helm Person Held Record': [1200, 1200, 'none', 'none', 'none', 'none'],
    'Government Grant': [1265.6, 'none', 1228, 37.6, 'none', 'none'],
    'Dept Borrowing': [1783.4, 'none', 'none', 1783.4, 'none', 'none'],
    'Total Funding': [3049, 0, 1228, 1821, 0, 0],
  })
})

test('a workbook names its moment, repeats its header, fits an A4 page and is frozen below the header', async () => {
  const workbook = await workbookOf('funding-and-cash-flow', leedsFacts())
  const [sheet] = workbook.worksheets
  const { orientation, paperSize, fitToWidth, printArea, printTitlesRow } = sheet?.pageSetup ?? {}
  expect({
    sheets: workbook.worksheets.map(({ name }) => name),
    title: workbook.title,
    subject: workbook.subject,
    keywords: workbook.keywords,
    status: workbook.category,
    modified: workbook.modified,
    page: { orientation, paperSize, fitToWidth, printArea, printTitlesRow },
    view: sheet?.views[0],
    footer: sheet?.headerFooter.oddFooter,
    names: workbook.definedNames.model.map(({ name }) => name).toSorted(),
  }).toMatchObject({
    sheets: ['Capital funding & cash flow', 'Appendix A', 'Checks', 'Data dictionary'],
    title: 'Capital Funding & Cash Flow',
    subject: expect.stringContaining('Figures as at 28 August 2020, event 100 of 28 August 2020, 9:00am'),
    keywords: `as at 2020-08-28, event 100, hash ${'0'.repeat(64)}`,
    status: 'DRAFT',
    modified: new Date(leedsFacts().asAt.recordedAt),
    page: { orientation: 'landscape', paperSize: 9, fitToWidth: 1, printArea: 'A1:G37', printTitlesRow: '8:8' },
    view: { state: 'frozen', xSplit: 1, ySplit: 8 },
    footer: expect.stringContaining('Page &P of &N'),
    names: [
      'Authority_required',
      'Authority_required_totals',
      'Checks',
      'Control_rows',
      'Data_dictionary',
      'Expenditure_plan',
      'Expenditure_plan_total',
      'Previous_authority',
      'Previous_authority_totals',
      'Total_funding',
      'Total_funding_totals',
    ],
  })
})

test('the many columns of the spend report go over two pages, and each says which scheme a row is about', async () => {
  const [sheet] = (await workbookOf('spend', leedsFacts())).worksheets
  const { fitToWidth, fitToHeight, printTitlesColumn, printTitlesRow } = sheet?.pageSetup ?? {}
  const whole = sheet?.columns.reduce((width, column) => width + (column.width ?? 0), 0) ?? 0
  expect({
    fitToWidth,
    fitToHeight,
    printTitlesColumn,
    printTitlesRow,
    view: sheet?.views[0],
    // A title must not run on to the second page.
    title: sheet?.getCell('E1').master.address,
    beside: sheet?.getCell('F1').master.address,
    isReadable: whole / 2 < 150,
  }).toMatchObject({
    fitToWidth: 2,
    fitToHeight: 0,
    printTitlesColumn: 'A:E',
    printTitlesRow: '7:7',
    view: { state: 'frozen', xSplit: 4 },
    title: 'A1',
    beside: 'F1',
    isReadable: true,
  })
})

test('who asks and when is said, and the same facts give the same cells', async () => {
  const facts = leedsFacts()
  const printedAt = '2020-08-29T16:30:00.000Z' as Instant
  const bytes = async () => (await produce('spend', 'xlsx', facts, { checks: [], madeBy, printedAt })).bytes
  const first = asText(contentsOf(await readWorkbook(await bytes())))
  expect(first).toContain('Made by: Finance officer, 29 August 2020, 5:30pm')
  expect(asText(contentsOf(await readWorkbook(await bytes())))).toBe(first)
})

test('amounts that do not add as shown get a line that says so, and keep their pence', async () => {
  const facts = leedsFacts()
  const decision = facts.decisions.at(-1)
  const [one, two] = facts.themes
  if (!decision || !one || !two) throw new Error('the sample is too small')
  decision.lines = [one, two].map(({ id }) => ({
    level: 'authority',
    place: { kind: 'theme', id },
    startYear: 2020,
    sourceId: null,
    nature: 'capital',
    amount: pence(1_050_00),
  }))
  const contents = contentsOf(await workbookOf('funding-and-cash-flow', facts))
  const row = contents.find(({ value }) => value === 'Rounding')?.address.slice(1)
  const rounding = contents.filter(({ address, sheet }) => sheet.startsWith('Capital') && address.slice(1) === row)
  expect(rounding.map(({ value }) => value)).toEqual(['Rounding', -100, 0, -100, 0, 0, 0])
})

test('an empty programme still makes every report', async () => {
  const facts: ProgrammeFacts = {
    ...leedsFacts(),
    themes: [],
    schemes: [],
    memberships: [],
    sources: [],
    decisions: [],
    balances: [],
    posted: [],
    documents: [],
  }
  facts.asAt = { ...facts.asAt, day: calendarDay('2020-08-28') }
  for (const report of reportNames) {
    const contents = contentsOf(await workbookOf(report, facts))
    expect(contents.filter(({ formula, value }) => formula !== undefined && value !== 0)).toEqual([])
  }
})

test('whatever the figures, the result of every total is the sum of its cells to the penny', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts(), fc.constantFrom(...reportNames), async (facts, report) => {
      const contents = contentsOf(await workbookOf(report, facts))
      const pounds = new Map(contents.map(({ sheet, address, value }) => [`${sheet}!${address}`, value]))
      const sums = contents.filter(({ formula }) => formula !== undefined && !formula.includes('ROUND'))
      expect(sums.length > 0 || facts.balances.length === 0).toBe(true)
      for (const sum of sums) expect(penceOf(sum.value)).toBe(expectedPence(sum, pounds))
    }),
    { numRuns: 40 },
  )
})

const rowOf = ({ address }: CellContent) => address.replace(/^[A-Z]+/, '')

const penceOf = (value: CellContent['value'] | undefined) => (typeof value === 'number' ? Math.round(value * 100) : 0)

/** The sum that a formula of the kinds SUM(B2:B9) and B2+B9 gives, in pence. */
function expectedPence({ sheet, formula = '' }: CellContent, pounds: Map<string, CellContent['value']>): number {
  const range = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula)
  if (range === null) return formula.split('+').reduce((total, at) => total + penceOf(pounds.get(`${sheet}!${at}`)), 0)
  const [, left = '', top, right = '', bottom] = range
  let total = 0
  for (let row = Number(top); row <= Number(bottom); row += 1) {
    for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1) {
      total += penceOf(pounds.get(`${sheet}!${String.fromCharCode(column)}${row}`))
    }
  }
  return total
}
