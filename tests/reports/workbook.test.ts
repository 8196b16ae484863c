import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { writeCsv } from '../../reports/csv/writeCsv.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { ReportModel } from '../../reports/model/reportModel.ts'
import { writeWorkbook } from '../../reports/workbook/writeWorkbook.ts'
import { leedsFacts } from '../support/leedsFacts.ts'
import { anyFacts } from './support/anyFacts.ts'
import { everyPart, everyPartIssued } from './support/everyPart.ts'
import { expectGolden } from './support/expectGolden.ts'
import { type FactReport, factReports, modelOf } from './support/leedsModels.ts'
import { someChecks } from './support/someChecks.ts'
import { asText, type CellContent, contentsOf, readWorkbook } from './support/workbookContents.ts'

const workbookOf = async (report: FactReport, facts: ProgrammeFacts) =>
  readWorkbook(await writeWorkbook(modelOf(report, facts, someChecks), {}))

test.each(factReports)('the workbook %s holds, cell by cell, what was accepted', async (report) => {
  expectGolden(report, asText(contentsOf(await workbookOf(report, leedsFacts()))))
})

test.each(factReports)('the CSV %s holds, line by line, what was accepted', async (report) => {
  const bytes = await writeCsv(modelOf(report, leedsFacts()), {})
  expectGolden(`${report}.csv`, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
})

test('the Leeds workbook shows the figures of the three tables', async () => {
  const workbook = await workbookOf('funding-and-cash-flow', leedsFacts())
  const cells = contentsOf(workbook).filter(({ sheet }) => sheet === 'Capital Funding & Cash Flow')
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
    sheets: ['Capital Funding & Cash Flow', 'Checks', 'Data dictionary'],
    title: 'Capital Funding & Cash Flow',
    subject: expect.stringContaining('Figures as at 28 August 2020, event 100 of 28 August 2020, 9:00am'),
    keywords: `as at 2020-08-28, event 100, hash ${'0'.repeat(64)}, proof BCF-draft/funding-and-cash-flow/programme/-//full/100/2020-08-28`,
    status: 'DRAFT',
    modified: new Date(leedsFacts().asAt.recordedAt),
    page: { orientation: 'landscape', paperSize: 9, fitToWidth: 1, printArea: 'A1:G38', printTitlesRow: '9:9' },
    view: { state: 'frozen', xSplit: 1, ySplit: 9 },
    footer: expect.stringContaining('Page &P of &N'),
    names: [
      'Allocations_elsewhere',
      'Authority_required',
      'Authority_required_totals',
      'Checks',
      'Control_rows',
      'Data_dictionary',
      'Previous_authority',
      'Previous_authority_totals',
      'Total_funding',
      'Total_funding_totals',
    ],
  })
})

test('titles and notes over two pages stand over the columns that are on both, which are wide enough for them', async () => {
  const parts = everyPart.parts.flatMap((part) => {
    if (part.kind !== 'table' || part.id !== 'money') return []
    const [name, , amount] = part.columns
    const [first] = part.rows.filter(({ style }) => style === 'plain')
    if (name === undefined || amount === undefined || first === undefined) throw new Error('The table is not as it was')
    const more = Array.from({ length: 16 }, (_, at) => ({ ...amount, id: `more${at}`, adds: null }))
    const cells = [first.cells[0], ...more.map(() => first.cells[2])].filter((cell) => cell !== undefined)
    return [{ ...part, columns: [name, ...more], rows: [{ ...first, cells }] }]
  })
  const workbook = await readWorkbook(await writeWorkbook({ ...everyPart, parts }, {}))
  const sheet = workbook.worksheets.find(({ pageSetup }) => pageSetup.fitToWidth === 2)
  expect({
    both: sheet?.pageSetup.printTitlesColumn,
    width: sheet?.getColumn(1).width,
    titles: [1, 2, 3, 4, 5].filter((row) => sheet?.getCell(row, 2).master.address !== `B${row}`),
  }).toEqual({ both: 'A:A', width: 60, titles: [] })
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
    printTitlesRow: '8:8',
    view: { state: 'frozen', xSplit: 4 },
    title: 'A1',
    beside: 'F1',
    isReadable: true,
  })
})

test('who asks is said, and the same facts give the same cells', async () => {
  const bytes = async () => writeWorkbook(modelOf('spend', leedsFacts()), {})
  const first = asText(contentsOf(await readWorkbook(await bytes())))
  expect(first).toContain('Made by: Finance officer.')
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
  for (const report of factReports) {
    const contents = contentsOf(await workbookOf(report, facts))
    expect(contents.filter(({ formula, value }) => formula !== undefined && value !== 0)).toEqual([])
  }
})

test('whatever the figures, every sum of a report is what it says, and is a formula in its workbook', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts(), fc.constantFrom(...factReports), async (facts, report) => {
      const model = modelOf(report, facts, someChecks)
      expect([addUp(model.parts), ReportModel.parse(model)]).toEqual([[], model])
      const contents = contentsOf(await readWorkbook(await writeWorkbook(model, {})))
      const pounds = new Map(contents.map(({ sheet, address, value }) => [`${sheet}!${address}`, value]))
      const sums = contents.filter(({ formula }) => formula?.startsWith('SUM('))
      expect(sums.length > 0 || facts.balances.length === 0).toBe(true)
      for (const sum of sums) expect(penceOf(sum.value)).toBe(expectedPence(sum, pounds))
    }),
    { numRuns: 40 },
  )
})

const rowOf = ({ address }: CellContent) => address.replace(/^[A-Z]+/, '')

const penceOf = (value: CellContent['value'] | undefined) => (typeof value === 'number' ? Math.round(value * 100) : 0)

/** What SUM(B2:B9,B12) comes to, in pence. */
function expectedPence({ sheet, formula = '' }: CellContent, pounds: Map<string, CellContent['value']>): number {
  let total = 0
  for (const [, left = '', top, right = left, bottom = top] of formula.matchAll(/([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?/g)) {
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1) {
        total += penceOf(pounds.get(`${sheet}!${String.fromCharCode(column)}${row}`))
      }
    }
  }
  return total
}

test('a report with every kind of part is laid out, cell by cell, as was accepted', async () => {
  expectGolden('workbook-every-part', asText(contentsOf(await readWorkbook(await writeWorkbook(everyPart, {})))))
})

test('an issued report says so and which snapshot it is, on every sheet, in its footers and in its properties', async () => {
  const workbook = await readWorkbook(await writeWorkbook(everyPartIssued, {}))
  const proof = 'BCF-issued/01J00000000000000000000042/full'
  const saying = (said: string) =>
    contentsOf(workbook)
      .filter(({ value }) => String(value).startsWith(said))
      .map(({ sheet }) => sheet)
  const sheets = workbook.worksheets.map(({ name }) => name)
  expect({
    status: saying('ISSUED. Figures as at 28 August 2020'),
    proof: saying(`Proof: ${proof}`),
    footers: workbook.worksheets.filter(({ headerFooter }) => headerFooter.oddFooter?.includes(`ISSUED\n${proof}&R`))
      .length,
    keywords: workbook.keywords.endsWith(`proof ${proof}`),
    category: workbook.category,
  }).toEqual({ status: sheets, proof: sheets, footers: sheets.length, keywords: true, category: 'ISSUED' })
})

test('a mark that nobody signs in stands on every sheet and in every footer', async () => {
  const workbook = await readWorkbook(await writeWorkbook(everyPart, {}))
  const words = 'DEMONSTRATION: nobody signs in'
  const sheets = new Set(
    contentsOf(workbook)
      .filter(({ value }) => String(value).includes(words))
      .map(({ sheet }) => sheet),
  )
  expect(
    workbook.worksheets.filter(
      ({ name, headerFooter }) => !sheets.has(name) || !headerFooter.oddFooter?.includes(words),
    ),
  ).toEqual([])
})

test('a flat table can be filtered, and its ratings are told by letters with a colour beside them', async () => {
  const workbook = await readWorkbook(await writeWorkbook(everyPart, {}))
  const sheet = workbook.getWorksheet('Schemes')
  expect({
    filter: sheet?.autoFilter,
    ratings: ['H11', 'H12', 'H13'].map((address) => sheet?.getCell(address).value),
  }).toEqual({ filter: 'A10:H13', ratings: ['AR: Amber/red', 'G: Green', 'A: Amber'] })
})

test('a sum that does not come to what stands there, or of rows that are not there, is no formula', async () => {
  const money = everyPart.parts.find(({ id }) => id === 'money')
  if (money?.kind !== 'table') throw new Error('the report has no table of money')
  const rows = money.rows.filter(({ id }) => id !== 'money/tablets')
  const parts = [{ ...money, rows }]
  const contents = contentsOf(await readWorkbook(await writeWorkbook({ ...everyPart, parts }, {})))
  const subtotal = contents.filter(({ value }) => value === 160_160).map(({ formula }) => formula)
  expect([subtotal, addUp(parts).map(({ row, unknown }) => [row, unknown])]).toEqual([
    [undefined, expect.stringContaining('SUM(')],
    ['total', 'y2020', 'y2021'].map(() => ['money/mobile-sum', ['money/tablets']]),
  ])
})

test('cells that the reader fills in take only what they may hold', async () => {
  const [given] = everyPart.parts.filter((part) => part.kind === 'table')
  if (given === undefined) throw new Error('the report has no table')
  const limits: [Pence, Pence] = [pence(0), pence(100_000_000_00)]
  const columns = given.columns.map((column) =>
    column.id === 'y2020'
      ? { ...column, input: { limits, words: [] } }
      : column.id === 'scheme'
        ? { ...column, input: { limits: null, words: ['Yes', 'No'] } }
        : column,
  )
  const sheet = (
    await readWorkbook(await writeWorkbook({ ...everyPart, parts: [{ ...given, columns }] }, {}))
  ).getWorksheet('Money')
  const rows = [...(sheet?.getRows(1, sheet.rowCount) ?? [])].filter(
    (row) => row.getCell(3).dataValidation !== undefined,
  )
  expect(rows.map((row) => [row.getCell(3).dataValidation.formulae, row.getCell(1).dataValidation.formulae])).toEqual(
    given.rows.filter(({ style }) => style === 'plain').map(() => [[0, 100_000_000], ['"Yes,No"']]),
  )
})
