import { describe, expect, test } from 'vitest'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, summaryOf, table } from './given.ts'

const tablesOf = (...blocks: Parameters<typeof documentOf>[0]) => understand(documentOf(blocks)).tables.map(summaryOf)

describe('the expenditure plan', () => {
  const planHead = ['', '', '2020/21', '2021/22']

  test('a merged objective stands beside the schemes of its theme, and the totals have no label', () => {
    expect(
      tablesOf(
        heading('Appendix A - expenditure plans'),
        table([
          planHead,
          [{ text: 'Infrastructure', columns: 4 }],
          [{ text: 'To build what the partners share.', rows: 3 }, 'Inc. Estates blueprinting', '95000', '150000'],
          ['Inc. PHR', '', '*591000'],
          ['Inc. integration tools', '', ''],
          [{ text: 'Strategy and OD', columns: 4 }],
          ['To plan and learn.', 'Inc. Staff digital skills', '20000', '30000'],
          ['', '', '115000', '771000'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'expenditure-plan',
        title: 'Appendix A - expenditure plans',
        unit: '£',
        columns: ['theme', 'label', 'year 2020', 'year 2021'],
        rows: [
          'theme | theme Infrastructure | under Infrastructure',
          'line | scheme Estates blueprinting | under Infrastructure | £95000 £ | £150000 £',
          'line | scheme PHR | under Infrastructure |  | £591000 £ *',
          'line | scheme integration tools | under Infrastructure |  | ',
          'theme | theme Strategy and OD | under Strategy and OD',
          'line | scheme Staff digital skills | under Strategy and OD | £20000 £ | £30000 £',
          'total | £115000 £ | £771000 £',
        ],
      },
    ])
  })

  test.each([
    ['lines', 'Inc. LOOP\nInc. Open Data\nInc. Warehouse', '145000\n40000', '150000\n65000'],
    ['one line', 'Inc. LOOP Inc. Open Data Inc. Warehouse', '145000 40000', '150000 65000'],
  ])(
    'several labels beside fewer amounts, in %s, are kept as a split that nobody knows',
    (_, labels, first, second) => {
      expect(
        tablesOf(
          heading('Appendix A'),
          table([
            ['', '2020/21', '2021/22'],
            [labels, first, second],
            ['Total', '185000', '215000'],
          ]),
        )[0]?.rows,
      ).toEqual([
        'split | LOOP | Open Data | Warehouse | £145000 £ + £40000 £ | £150000 £ + £65000 £',
        'total | Total | £185000 £ | £215000 £',
      ])
    },
  )

  test('an amount merged over two labels is split between them by nobody', () => {
    expect(
      tablesOf(
        heading('Appendix A'),
        table([
          ['Scheme', '2020/21', '2021/22'],
          ['Closures', { text: '20,000', rows: 2 }, { text: '30,000', rows: 2 }],
          ['Staff skills'],
          ['Records', '5,000', ''],
        ]),
      )[0]?.rows,
    ).toEqual(['split | Closures | Staff skills | £20000 £ | £30000 £', 'line | scheme Records | £5000 £ | '])
  })

  test('as many amounts as labels are paired in their order, and amounts on the lines of their labels with them', () => {
    const rowsWith = (first: string, second: string) =>
      understand(
        documentOf([
          heading('Appendix A'),
          table([
            ['', '2020/21', '2021/22'],
            ['Inc. A team\nInc. B team\nInc. C team', first, second],
          ]),
        ]),
      ).tables.flatMap(({ rows }) =>
        rows.map(({ kind, confidence, why, labels, cells }) => ({
          row: [kind, labels[0]?.name, ...cells.map(({ amounts }) => amounts[0]?.printed ?? '')].join(' | '),
          confidence,
          why,
        })),
      )
    const inOrder = 'There are as many amounts as labels: they are paired in their order.'
    const onLines = 'The amounts stand on the lines of their labels.'
    expect([...rowsWith('1\n2\n3', '4\n5\n6'), ...rowsWith('1\n\n3', '\n\n6')]).toEqual([
      { row: 'line | A team | 1 | 4', confidence: 'inferred', why: inOrder },
      { row: 'line | B team | 2 | 5', confidence: 'inferred', why: inOrder },
      { row: 'line | C team | 3 | 6', confidence: 'inferred', why: inOrder },
      { row: 'line | A team | 1 | ', confidence: 'inferred', why: onLines },
      { row: 'line | B team |  | ', confidence: 'inferred', why: onLines },
      { row: 'line | C team | 3 | 6', confidence: 'inferred', why: onLines },
    ])
  })

  test('themes in a column of their own, with a subtotal each', () => {
    expect(
      tablesOf(
        heading('Appendix B: expenditure plan'),
        table([
          ['Theme', 'Scheme', 'Notes', '2022/23 £', '2023/24 £'],
          [{ text: 'Care at home', rows: 2 }, 'Alarms', 'see 3.1', '12,000', '8,000'],
          ['Sensors', '', '4,000', '-'],
          ['Care at home total', '', '', '16,000', '8,000'],
          ['Insight', 'Dashboard', '', '9,000', ''],
          ['Grand total', '', '', '25,000', '8,000'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'expenditure-plan',
        title: 'Appendix B: expenditure plan',
        unit: '£',
        columns: ['theme', 'label', 'other', 'year 2022', 'year 2023'],
        rows: [
          'theme | theme Care at home | under Care at home',
          'line | scheme Alarms | under Care at home | £12000 £ | £8000 £',
          'line | scheme Sensors | under Care at home | £4000 £ | nothing £',
          'subtotal | Care at home total | under Care at home | £16000 £ | £8000 £',
          'theme | theme Insight | under Insight',
          'line | scheme Dashboard | under Insight | £9000 £ | ',
          'total | Grand total | £25000 £ | £8000 £',
        ],
      },
    ])
  })

  test('themes stand over their schemes in one column, known by the rows of the authority table', () => {
    expect(
      tablesOf(
        table([
          ['Authority to spend £000', 'Total', '2022/23'],
          ['Insight', '9.0', '9.0'],
        ]),
        heading('Appendix A'),
        table([
          ['', '2022/23'],
          ['Insight', ''],
          ['Dashboard', '9,000'],
          ['Forecasts', ''],
        ]),
      )[1]?.rows,
    ).toEqual([
      'theme | theme Insight | under Insight',
      'line | scheme Dashboard | under Insight | £9000 £',
      'line | scheme Forecasts | under Insight | ',
    ])
  })

  test('a plan goes on in the next block where only a page number stands between, without a head of its own', () => {
    expect(
      tablesOf(
        heading('Appendix A'),
        table([planHead, [{ text: 'Insight', columns: 4 }], ['To see.', 'Dashboard', '1', '2']]),
        paragraph('Page 12'),
        table([[{ text: 'Records', columns: 4 }], ['To share.', 'Care record', '3', '4'], ['', '', '4', '6']]),
      ).map(({ rows }) => rows),
    ).toEqual([
      [
        'theme | theme Insight | under Insight',
        'line | scheme Dashboard | under Insight | £1 £ | £2 £',
        'theme | theme Records | under Records',
        'line | scheme Care record | under Records | £3 £ | £4 £',
        'total | £4 £ | £6 £',
      ],
    ])
  })

  test('in a format that breaks lines by width, a name on two lines is one name', () => {
    const blocks = [
      heading('Appendix A'),
      table([
        ['', '2020/21'],
        ['Business Intelligence and\nWarehouse', '70000'],
      ]),
    ]
    expect(understand(documentOf(blocks, { format: 'pdf' })).tables.map(summaryOf)[0]?.rows).toEqual([
      'line | scheme Business Intelligence and Warehouse | £70000 £',
    ])
  })
})
