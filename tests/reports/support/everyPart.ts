import { calendarDay, type Instant } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import type { ChartPart } from '../../../reports/model/chartPart.ts'
import { type Part, ReportModel, type Run } from '../../../reports/model/reportModel.ts'
import type { TableCell } from '../../../reports/model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../../../reports/model/tablePart.ts'
import { someChecks } from './someChecks.ts'

const thousands = (amount: number): Pence => pence(Math.round(amount * 100_000))
const amount = (inThousands: number): TableCell => ({ kind: 'amount', amount: thousands(inThousands) })
const words = (text: string): TableCell => ({ kind: 'text', text })
const text = (said: string, isStrong = false): Run => ({ kind: 'text', text: said, isStrong })
const figure = (token: string, shown: string, inThousands: number): Run => ({
  kind: 'figure',
  token,
  amount: thousands(inThousands),
  unit: '£000',
  text: shown,
})

const exempt = {
  paragraph: '3',
  publicInterest: 'Publishing the price before the contract is let would weaken the council in the tender.',
}

const column = (
  id: string,
  label: string,
  kind: TableColumn['kind'],
  more: Partial<TableColumn> = {},
): TableColumn => ({
  id,
  label,
  kind,
  unit: null,
  adds: null,
  meaning: `What stands under ${label}`,
  source: 'The ledger',
  ...more,
})

const row = (id: string, style: TableRow['style'], cells: TableCell[], more: Partial<TableRow> = {}): TableRow => ({
  id,
  style,
  cells,
  adds: null,
  exempt: null,
  ...more,
})

/** Amounts of two years with sums by row and by column, a rounding gap in £000, and one exempt row. */
const money: TablePart = {
  kind: 'table',
  id: 'money',
  name: 'Money',
  caption: 'Expenditure by theme and scheme, £000',
  unit: '£000',
  columns: [
    column('scheme', 'Scheme', 'text'),
    column('total', 'TOTAL', 'amount', { adds: { plus: ['y2020', 'y2021'], minus: [] } }),
    column('y2020', '2020/21', 'amount'),
    column('y2021', '2021/22', 'amount'),
  ],
  rows: [
    row('money/mobile', 'band', [words('Mobile working'), { kind: 'blank' }, { kind: 'blank' }, { kind: 'blank' }]),
    row('money/tablets', 'plain', [words('Tablets for nurses'), amount(150.08), amount(100.04), amount(50.04)]),
    row('money/wifi', 'plain', [words('Wi-Fi in care homes'), amount(50.08), amount(50.04), amount(0.04)], { exempt }),
    row('money/apps', 'plain', [words('Apps assessment tools'), amount(-40), amount(-65), amount(25)]),
    row('money/mobile-sum', 'subtotal', [words('Mobile working'), amount(160.16), amount(85.08), amount(75.08)], {
      adds: { plus: ['money/tablets', 'money/wifi', 'money/apps'], minus: [] },
    }),
    row('money/later', 'plain', [words('Later schemes'), { kind: 'none' }, { kind: 'none' }, { kind: 'unfunded' }]),
    row('money/all', 'total', [words('Total'), amount(160.16), amount(85.08), amount(75.08)], {
      adds: { plus: ['money/mobile-sum'], minus: [] },
    }),
    row('money/given', 'control', [words('Authority given'), amount(200), amount(120), amount(80)]),
    row('money/left', 'control', [words('Authority left'), amount(39.84), amount(34.92), amount(4.92)], {
      adds: { plus: ['money/given'], minus: ['money/all'] },
    }),
    row('money/note', 'note', [
      words('Schemes that are not yet developed have no amount.'),
      { kind: 'blank' },
      { kind: 'blank' },
      { kind: 'blank' },
    ]),
  ],
  notes: ['Amounts in brackets are credits.'],
  exempt: null,
}

/** One column of each kind, and one cell of each kind. */
const kinds: TablePart = {
  kind: 'table',
  id: 'kinds',
  name: 'Schemes',
  caption: 'The schemes, one by one',
  unit: '£',
  columns: [
    column('name', 'Scheme', 'text'),
    column('why', 'What it is for', 'wide-text'),
    column('cost', 'Cost', 'amount'),
    column('cost-m', 'Cost, £m', 'amount', { unit: '£m' }),
    column('people', 'People', 'count'),
    column('share', 'Share', 'percent'),
    column('due', 'Due', 'day'),
    column('rag', 'RAG', 'rating'),
  ],
  rows: [
    row('kinds/one', 'plain', [
      words('=HYPERLINK("http://127.0.0.1/","Tablets")'),
      words('Nurses read and write records at the bedside.\nThe second line of a long text & <b>no markup</b>.'),
      { kind: 'amount', amount: pence(1_234_567_89) },
      { kind: 'amount', amount: pence(1_234_567_89) },
      { kind: 'count', count: 1_250 },
      { kind: 'percent', basisPoints: 4_150 },
      { kind: 'day', day: calendarDay('2021-03-31') },
      { kind: 'rating', rating: 'AR', text: 'Amber/red' },
    ]),
    row('kinds/two', 'plain', [
      words('+44 113 222 4444'),
      { kind: 'blank' },
      { kind: 'given-at', place: 'theme' },
      { kind: 'not-applicable' },
      { kind: 'not-recorded' },
      { kind: 'percent', basisPoints: -206 },
      { kind: 'not-recorded' },
      { kind: 'rating', rating: 'G', text: 'Green' },
    ]),
    row('kinds/three', 'plain', [
      words('What the public does not read'),
      { kind: 'exempt' },
      { kind: 'exempt' },
      { kind: 'unfunded' },
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'rating', rating: 'A', text: 'Amber' },
    ]),
  ],
  notes: [],
  exempt: null,
}

const nothing: TablePart = {
  ...kinds,
  id: 'nothing',
  name: 'Conflicts',
  caption: 'Interests declared',
  columns: [column('item', 'Item', 'text'), column('role', 'Role', 'text')],
  rows: [],
}

const mix: ChartPart = {
  kind: 'chart',
  id: 'mix',
  headline: 'Borrowing pays for 60.0% of 2021/22',
  measure: 'Allocation by funding source',
  unit: '£000',
  period: '2020/21 to 2021/22, as at 28 August 2020',
  drawing: {
    picture: 'funding-mix',
    data: {
      series: ['Better Care Fund grant', 'Borrowing'],
      columns: [
        {
          label: '2020/21',
          total: '1,000.0',
          parts: [
            { amount: thousands(750), share: '75.0%' },
            { amount: thousands(250), share: '25.0%' },
          ],
        },
        {
          label: '2021/22',
          total: '500.0',
          parts: [
            { amount: thousands(200), share: '40.0%' },
            { amount: thousands(300), share: '60.0%' },
          ],
        },
      ],
    },
  },
  native: { type: 'stacked-columns', series: ['grant', 'borrowing'], rows: ['mix/2020', 'mix/2021'] },
  table: {
    kind: 'table',
    id: 'mix/table',
    name: 'Funding mix',
    caption: 'Allocation by funding source',
    unit: '£000',
    columns: [
      column('year', 'Year', 'text'),
      column('grant', 'Better Care Fund grant', 'amount'),
      column('borrowing', 'Borrowing', 'amount'),
      column('total', 'Total', 'amount', { adds: { plus: ['grant', 'borrowing'], minus: [] } }),
    ],
    rows: [
      row('mix/2020', 'plain', [words('2020/21'), amount(750), amount(250), amount(1000)]),
      row('mix/2021', 'plain', [words('2021/22'), amount(200), amount(300), amount(500)]),
      row('mix/all', 'total', [words('Total'), amount(950), amount(550), amount(1500)], {
        adds: { plus: ['mix/2020', 'mix/2021'], minus: [] },
      }),
    ],
    notes: [],
    exempt: null,
  },
  notes: ['Money that is allocated to later years is not drawn.'],
  exempt: null,
}

const parts: Part[] = [
  {
    kind: 'facts',
    id: 'cover',
    facts: [
      { name: 'Report of', value: 'Chief digital and information officer' },
      { name: 'Report to', value: 'Director of Resources\nand Housing' },
      { name: 'Is the decision eligible for call-in?', value: 'Yes' },
    ],
    exempt: null,
  },
  { kind: 'heading', id: 'summary', level: 1, number: null, text: 'Summary of main issues' },
  {
    kind: 'paragraph',
    id: 'summary/1',
    number: '1',
    runs: [
      text('The programme asks for '),
      figure('authority.requested | k', '£160.2k', 160.16),
      text(' of '),
      text('authority to spend', true),
      text(' by '),
      { kind: 'figure', token: 'request.decisionDueOn', amount: null, unit: null, text: '28 August 2020' },
      text('.'),
      { kind: 'footnote', mark: '1' },
    ],
    exempt: null,
  },
  { kind: 'heading', id: 'main', level: 1, number: null, text: 'Main issues' },
  { kind: 'heading', id: 'money-heading', level: 2, number: null, text: 'Capital funding & cash flow' },
  { kind: 'heading', id: 'money-detail', level: 3, number: null, text: 'By scheme' },
  {
    kind: 'paragraph',
    id: 'money/words',
    number: null,
    runs: [text('The price that was offered is '), figure('scheme("Wi-Fi").plan | k', '£50.1k', 50.08), text('.')],
    exempt,
  },
  money,
  mix,
  { kind: 'page-break', id: 'break' },
  { kind: 'heading', id: 'recommendations', level: 1, number: '2', text: 'Recommendations' },
  {
    kind: 'paragraph',
    id: 'recommendations/1',
    number: '2.1',
    runs: [text('The director is recommended to give the authority.'), { kind: 'footnote', mark: '2' }],
    exempt: null,
  },
  {
    kind: 'list',
    id: 'recommendations/list',
    isOrdered: true,
    items: [[text('note the plan;')], [text('approve '), figure('authority.requested', '£160,160', 160.16)]],
    exempt: null,
  },
  {
    kind: 'list',
    id: 'recommendations/points',
    isOrdered: false,
    items: [[text('without delay')], [text('within the allocation')]],
    exempt: null,
  },
  { kind: 'heading', id: 'schemes', level: 1, number: '3', text: 'Schemes' },
  { kind: 'heading', id: 'schemes/list', level: 2, number: '3.1', text: 'What is planned' },
  kinds,
  nothing,
]

/** A report by hand that has every kind of part, row, column, cell and mark. Its sums hold. */
export const everyPart: ReportModel = ReportModel.parse({
  heading: {
    order: plainOrder('decision-report'),
    number: 1,
    title: 'Delegated decision report',
    about: 'Request 1: authority to spend',
    programme: 'Better Care Fund digital programme',
    schemeNumber: '33010',
    status: 'DRAFT',
    snapshotId: null,
    asAt: {
      seq: 42,
      recordedAt: '2020-08-28T09:00:00.000Z' as Instant,
      hash: 'ab'.repeat(32),
      day: calendarDay('2020-08-28'),
    },
    asAtInWords: 'Figures as at 28 August 2020, event 42 of 28 August 2020, 10:00am',
    madeInWords: 'Made by: Programme director',
    unit: '£000',
    demonstration: 'DEMONSTRATION: nobody signs in',
    note: 'Sample programme.',
  },
  orientation: 'portrait',
  parts,
  footnotes: [
    { mark: '1', text: 'Executive Board, 24 June 2020, minute 12.' },
    { mark: '2', text: 'Financial procedure rules, rule 5.3 <as amended>.' },
  ],
  missing: ['Whole-life costs are not recorded.'],
  checks: someChecks,
} satisfies ReportModel)

/** The same report once it is issued. */
export const everyPartIssued: ReportModel = {
  ...everyPart,
  heading: {
    ...everyPart.heading,
    status: 'ISSUED',
    snapshotId: '01J00000000000000000000042' as Id,
    demonstration: '',
    note: '',
  },
}
