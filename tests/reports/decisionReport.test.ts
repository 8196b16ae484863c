import { expect, test } from 'vitest'
import { authorityRequests } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { formatMoney } from '../../domain/money.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { contentText } from './support/contentText.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'

const leeds = leedsReports()

const requestScope = async () => {
  const [request] = await leeds.look(calendarDay('2020-08-28'), (db) => authorityRequests.list(db))
  if (!request) throw new Error('The sample has no request')
  return { kind: 'request' as const, id: request.id }
}

test('the decision report of the Leeds sample holds what its golden holds', async () => {
  const { model } = await leeds.make('decision-report', { scope: await requestScope() })
  expectReport('decision-report', model)
})

/** The headings of the report of 20 August 2020 as they are printed, and the places of its tables among them. */
const printedOrder = [
  'Summary of main issues',
  'Recommendations',
  '1 Purpose of this report',
  '2 Background information',
  '3 Main issues',
  '4 Corporate considerations',
  '4.1 Consultation and engagement',
  '4.2 Equality and diversity / cohesion and integration',
  '4.3 Council policies and best council plan',
  '4.4 Resources and value for money',
  '4.4.4 Capital Funding & Cash Flow',
  'table: Previous total Authority to Spend on this scheme',
  'table: Authority to Spend required for this Approval',
  'table: Total overall Funding (As per latest Capital Programme)',
  '4.5 Legal implications, access to information, and call-in',
  '4.6 Risk management',
  '5 Conclusions',
  '6 Recommendations',
  'Appendix A',
  'table: expenditure plan',
  'Scheme summary',
]

test('its headings and tables stand in the order of the report of August 2020', async () => {
  const { model } = await leeds.make('decision-report', { scope: await requestScope() })
  const order = model.parts.flatMap((part) => {
    if (part.kind === 'heading') return [[part.number, part.text].filter(Boolean).join(' ')]
    return part.kind === 'table' ? [`table: ${part.caption}`] : []
  })
  const named = { 'Appendix A: Better Care Fund expenditure plan': 'Appendix A' }
  expect(order.map((line) => (named as Record<string, string>)[line] ?? line)).toEqual(
    printedOrder.map((line) => (line === 'table: expenditure plan' ? 'table: Expenditure plan' : line)),
  )
})

test('its head has the lines and the answers of the report of August 2020', async () => {
  const { model } = await leeds.make('decision-report', { scope: await requestScope() })
  const [cover, questions] = model.parts
  if (cover?.kind !== 'facts' || questions?.kind !== 'facts') throw new Error('The report has no cover')
  expect(cover.facts.map(({ name }) => name)).toEqual([
    'Report of',
    'Report to',
    'Date',
    'Subject',
    'Capital Scheme Number',
  ])
  expect(questions.facts.map(({ value }) => value)).toEqual(['No', 'No', 'Yes', 'No'])
})

/** Every row of the four tables as printed, with its total, and how the ledger has it. */
const printedRows: readonly [table: string, printed: string, here: string][] = [
  ['previous-authority', 'Helm Person Held Record 590.0', 'Helm Person Held Record 1,200.0'],
  ['previous-authority', 'TOTALS 590.0', 'TOTALS 1,200.0'],
  ['authority', 'Care records 1135.0', 'Care Records and Corporate 1,135.0'],
  ['authority', 'Infrastructure 808.0', 'Infrastructure 808.0'],
  ['authority', 'Stratgegy and OD 50.0', 'Strategy and OD 50.0'],
  ['authority', 'Intelligence 465.0', 'Data and intelligence 465.0'],
  ['authority', 'Helm Person Held Record 591.0, printed as previous authority', 'Helm Person Held Record 591.0'],
  ['authority', 'TOTALS 2458.0', 'TOTALS 3,049.0'],
  ['funding', 'Government Grant 1265.6', 'Government Grant 1,265.6'],
  ['funding', 'Dept Borrowing 1783.4', 'Dept Borrowing 1,783.4'],
  ['funding', 'Total Funding 3049.0', 'Total Funding 3,049.0'],
]

test('its tables have the rows of the printed ones, with Helm where the recommendation puts it', async () => {
  const { model } = await leeds.make('decision-report', { scope: await requestScope() })
  const rows = model.parts.flatMap((part) =>
    part.kind === 'table' && part.id !== 'plan'
      ? part.rows.map(({ cells: [label, total] }) => [
          part.id,
          `${label?.kind === 'text' ? label.text : ''} ${total?.kind === 'amount' ? formatMoney(total.amount, '£000') : ''}`,
        ])
      : [],
  )
  expect(rows).toEqual(printedRows.map(([table, , here]) => [table, here]))
})

test('a text that is written for the report takes the place of the request’s, with its notes at the end', async () => {
  const { model, sections } = await leeds.make('decision-report', {
    scope: await requestScope(),
    narrative: { risks: 'Each project keeps a register.^[On request.]\n\nThe board sees it.^[On request.]' },
  })
  const lines = contentText(model).split('\n')
  const at = lines.indexOf('## 4.6 Risk management')
  expect({
    lines: lines.slice(at + 1, at + 3),
    note: model.footnotes.filter(({ text }) => text === 'On request.'),
    section: sections.find(({ id }) => id === 'risks')?.text,
  }).toEqual({
    lines: ['4.6.1 Each project keeps a register.[3]', '4.6.2 The board sees it.[3]'],
    note: [{ mark: '3', text: 'On request.' }],
    section: 'Each project keeps a register.^[On request.]\n\nThe board sees it.^[On request.]',
  })
})

test('before anything is decided it is drawn for what is asked, and says what nobody has written', async () => {
  const { model } = await leeds.make('decision-report', {
    scope: await requestScope(),
    day: '2020-07-22',
    narrative: { summary: '', conclusions: '' },
  })
  const lines = contentText(model).split('\n')
  expect({
    asked: totalsOf(model, 'authority'),
    previous: totalsOf(model, 'previous-authority'),
    lines: lines.filter((line) => /has no summary|draws no conclusions/.test(line)),
  }).toEqual({
    asked: 304_900_000,
    previous: 120_000_000,
    lines: [
      '1 The request has no summary.',
      '5.1 The request draws no conclusions.',
      'missing: Summary of main issues: The request has no summary.',
      'missing: Conclusions: The request draws no conclusions.',
    ],
  })
})

const totalsOf = (model: ReportModel, id: string) => {
  const table = model.parts.find((part) => part.kind === 'table' && part.id === id)
  const cell = table?.kind === 'table' ? table.rows.at(-1)?.cells[1] : undefined
  return cell?.kind === 'amount' ? cell.amount : undefined
}

test('what is about no request, or about one that is not there, is refused', async () => {
  await expect(leeds.make('decision-report')).rejects.toMatchObject({
    code: 'bad-scope',
    detail: { report: 'decision-report', needs: 'request' },
  })
  await expect(
    leeds.make('decision-report', { scope: { kind: 'request', id: '01J00000000000000000000000' as Id } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
