import { describe, expect, test } from 'vitest'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, summaryOf, table } from './given.ts'

const councilHead = [
  "TOTAL\n£000's",
  "TO MARCH 2020\n£000's",
  "2020/21\n£000's",
  "2021/22\n£000's",
  "2022/23\n£000's",
  "2023 on\n£000's",
]
const councilColumns = ['label', 'total', 'to-march 2020', 'year 2020', 'year 2021', 'year 2022', 'beyond 2023']

const tablesOf = (...blocks: Parameters<typeof documentOf>[0]) => understand(documentOf(blocks)).tables.map(summaryOf)

describe("the council's tables", () => {
  test('three tables below one another in one grid are told apart by their heads', () => {
    expect(
      tablesOf(
        heading('Capital Funding & Cash Flow', '4.4.4'),
        table([
          ['Previous total Authority to Spend on this scheme', ...councilHead],
          ['Helm Person Held Record', '590.0', '', '591.0', '', '', ''],
          ['TOTALS', '590.0', '0.0', '0.0', '591.0', '0.0', '0.0'],
          ['Authority to Spend required for this Approval', ...councilHead],
          ['Care records', '1135.0', '', '635.00', '500.00', '', ''],
          ['Stratgegy and OD', '50.0', '', '20.00', '30.00', '', ''],
          ['TOTALS', '1185.0', '0.0', '655.0', '530.0', '0.0', '0.0'],
          ['Total overall Funding (As per latest Capital Programme)', ...councilHead],
          ['Government Grant', '1265.6', '', '1228.0', '37.6', '', ''],
          ['Total Funding', '1265.6', '0.0', '1228.0', '37.6', '0.0', '0.0'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'previous-authority',
        title: 'Previous total Authority to Spend on this scheme',
        unit: '£000',
        columns: councilColumns,
        rows: [
          'line | theme Helm Person Held Record | £590000 £000 |  | £591000 £000 |  |  | ',
          'total | TOTALS | £590000 £000 | £0 £000 | £0 £000 | £591000 £000 | £0 £000 | £0 £000',
        ],
      },
      {
        kind: 'authority',
        title: 'Authority to Spend required for this Approval',
        unit: '£000',
        columns: councilColumns,
        rows: [
          'line | theme Care records | £1135000 £000 |  | £635000 £000 | £500000 £000 |  | ',
          'line | theme Stratgegy and OD | £50000 £000 |  | £20000 £000 | £30000 £000 |  | ',
          'total | TOTALS | £1185000 £000 | £0 £000 | £655000 £000 | £530000 £000 | £0 £000 | £0 £000',
        ],
      },
      {
        kind: 'funding',
        title: 'Total overall Funding (As per latest Capital Programme)',
        unit: '£000',
        columns: councilColumns,
        rows: [
          'line | source Government Grant | £1265600 £000 |  | £1228000 £000 | £37600 £000 |  | ',
          'total | Total Funding | £1265600 £000 | £0 £000 | £1228000 £000 | £37600 £000 | £0 £000 | £0 £000',
        ],
      },
    ])
  })

  test('another council prints five years in pounds, with its title over the table', () => {
    expect(
      tablesOf(
        paragraph('Funding of the programme (£)'),
        table([
          [
            'Source',
            'Total',
            'Spend to 31 March 2019',
            '2019-20',
            '2020-21',
            '2021-22',
            '2022-23',
            '2023-24',
            '2024-25 onwards',
          ],
          ['Capital receipts', '1,500,000', '-', '300,000', '300,000', '300,000', '300,000', '300,000', '–'],
          ['Revenue contribution', '(20,000)', 'nil', '(20,000)', '', '', '', '', ''],
          ['Total', '1,480,000', '0', '280,000', '300,000', '300,000', '300,000', '300,000', '0'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'funding',
        title: 'Funding of the programme (£)',
        unit: '£',
        columns: [
          'label',
          'total',
          'to-march 2019',
          'year 2019',
          'year 2020',
          'year 2021',
          'year 2022',
          'year 2023',
          'beyond 2024',
        ],
        rows: [
          'line | source Capital receipts | £1500000 £ | nothing £ | £300000 £ | £300000 £ | £300000 £ | £300000 £ | £300000 £ | nothing £',
          'line | source Revenue contribution | £-20000 £ | nothing £ | £-20000 £ |  |  |  |  | ',
          'total | Total | £1480000 £ | £0 £ | £280000 £ | £300000 £ | £300000 £ | £300000 £ | £300000 £ | £0 £',
        ],
      },
    ])
  })

  test('head words stand in a row above their years, and units in a row below', () => {
    expect(
      tablesOf(
        table([
          [{ text: 'Authority to Spend required for this Approval', columns: 6 }],
          [
            { text: '', rows: 2 },
            { text: 'TOTAL', rows: 2 },
            { text: 'TO MARCH', rows: 1 },
            { text: 'FORECAST', columns: 3 },
          ],
          ['2021', '2021/22', '2022/23', '2023 on'],
          ['', '£k', '£k', '£k', '£k', '£k'],
          ['Networks', '410.0', '10.0', '150.0', '250.0', ''],
          ['Totals', '410.0', '10.0', '150.0', '250.0', '0.0'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'authority',
        title: 'Authority to Spend required for this Approval',
        unit: '£000',
        columns: ['label', 'total', 'to-march 2021', 'year 2021', 'year 2022', 'beyond 2023'],
        rows: [
          'line | theme Networks | £410000 £000 | £10000 £000 | £150000 £000 | £250000 £000 | ',
          'total | Totals | £410000 £000 | £10000 £000 | £150000 £000 | £250000 £000 | £0 £000',
        ],
      },
    ])
  })

  test('a table without a title is told by its rows, and says that this is inferred', () => {
    const [read] = understand(
      documentOf([
        table([
          ['', 'Total £000', '2020/21 £000', '2021/22 £000'],
          ['Government grant', '30.0', '10.0', '20.0'],
          ['Prudential borrowing', '5.0', '5.0', ''],
          ['Total', '35.0', '15.0', '20.0'],
        ]),
      ]),
    ).tables
    expect([read?.kind, read?.confidence, read?.why]).toEqual([
      'funding',
      'inferred',
      'No title says what the table is: it is told by its rows and columns.',
    ])
  })

  test('prior and later years are bounded by the years beside them', () => {
    expect(
      tablesOf(
        table([
          ['Authority to spend (£m)', 'Prior years', '2020/21', '2021/22', 'Later years', 'Total'],
          ['Records', '0.25', '1.22', '1.88', '-', '3.35'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'authority',
        title: 'Authority to spend (£m)',
        unit: '£m',
        columns: ['label', 'to-march 2020', 'year 2020', 'year 2021', 'beyond 2022', 'total'],
        rows: ['line | theme Records | £250000 £m | £1220000 £m | £1880000 £m | nothing £m | £3350000 £m'],
      },
    ])
  })

  test('a total in the middle is of a part, and only the last one is of the table', () => {
    expect(
      tablesOf(
        table([
          ['Funding £000', 'Total', '2020/21'],
          ['Grant A', '1.0', '1.0'],
          ['Total grants', '1.0', '1.0'],
          ['Borrowing', '2.0', '2.0'],
          ['Total funding', '3.0', '3.0'],
        ]),
      )[0]?.rows,
    ).toEqual([
      'line | source Grant A | £1000 £000 | £1000 £000',
      'subtotal | Total grants | £1000 £000 | £1000 £000',
      'line | source Borrowing | £2000 £000 | £2000 £000',
      'total | Total funding | £3000 £000 | £3000 £000',
    ])
  })

  test('columns may have units of their own', () => {
    expect(
      tablesOf(
        table([
          ['Authority to spend', 'Total £m', '2020/21 £000', '2021/22 £'],
          ['Records', '1.5', '700.0', '800,000'],
        ]),
      ),
    ).toEqual([
      {
        kind: 'authority',
        title: 'Authority to spend',
        unit: null,
        columns: ['label', 'total', 'year 2020', 'year 2021'],
        rows: ['line | theme Records | £1500000 £m | £700000 £000 | £800000 £'],
      },
    ])
  })
})

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

describe('what is not understood', () => {
  test('is shown with its words and why', () => {
    const [read] = understand(
      documentOf([
        table([
          ['Authority to spend £000', '2020/21', 'Variance'],
          ['Records', 'see note', '12.0'],
        ]),
      ]),
    ).tables
    expect(read?.cells.filter(({ confidence }) => confidence === 'not-understood')).toEqual(
      [
        [0, 2, 'head', 'Variance', 'Its head names neither a year nor a total.'],
        [1, 1, 'amount', 'see note', 'This is not read as an amount.'],
        [1, 2, 'unknown', '12.0', 'Its head names neither a year nor a total.'],
      ].map(([row, column, as, text, why]) => ({
        as,
        text,
        why,
        confidence: 'not-understood',
        place: {
          block: 0,
          footnote: null,
          row,
          column,
          line: null,
          start: null,
          end: null,
          page: null,
          section: null,
          paragraph: null,
        },
      })),
    )
  })

  test('a table whose rows name no years keeps all its cells', () => {
    const [read] = understand(
      documentOf([
        table([
          ['Risk', 'Score'],
          ['Delay', '12'],
        ]),
      ]),
    ).tables
    expect([read?.kind, read?.cells.map(({ text, as, confidence }) => `${text} ${as} ${confidence}`)]).toEqual([
      'unknown',
      [
        'Risk unknown not-understood',
        'Score unknown not-understood',
        'Delay unknown not-understood',
        '12 unknown not-understood',
      ],
    ])
  })
})

describe('a page that breaks what it prints', () => {
  const pdf = { format: 'pdf' } as const

  test('in a narrow column: numbers, years and head words are put together again, and the cell keeps its lines', () => {
    const read = understand(
      documentOf(
        [
          table([
            ['Authority to Spend', 'TOTA\nL\n£', 'TO\nMARC\nH 2022', '2022/2\n3', '2023/\n24', '2027\non'],
            ['Care at home', '639,70\n0', '-', '257,6\n00', '78,200', '30392\n0'],
          ]),
        ],
        pdf,
      ),
    ).tables[0]
    expect([
      read && summaryOf(read),
      read?.rows[0]?.cells.map(({ amounts }) =>
        amounts.map(({ place: { row, column, line }, why }) => [row, column, line, why]),
      ),
      read?.cells.filter(({ as }) => as === 'amount').map(({ text }) => text),
    ]).toEqual([
      {
        kind: 'authority',
        title: 'Authority to Spend',
        unit: '£',
        columns: ['label', 'total', 'to-march 2022', 'year 2022', 'year 2023', 'beyond 2027'],
        rows: ['line | theme Care at home | £639700 £ | nothing £ | £257600 £ | £78200 £ | £303920 £ inferred'],
      },
      [
        [[1, 1, null, null]],
        [[1, 2, 0, null]],
        [[1, 3, null, null]],
        [[1, 4, 0, null]],
        [[1, 5, null, 'Its digits stand on two lines and are read as one amount.']],
      ],
      ['639,70\n0', '-', '257,6\n00', '78,200', '30392\n0'],
    ])
  })

  test('in a label: a word that would have fitted on the line begins a label, one that would not goes on', () => {
    const rows = [
      ['', '2020/21'],
      ['Inc. Diabetes Management\nSystem', '120'],
      ['Wireless\nSensors\nNetwork equipment and\nCabling', '1\n2'],
    ]
    expect(understand(documentOf([heading('Appendix A'), table(rows)], pdf)).tables.map(summaryOf)[0]?.rows).toEqual([
      'line | scheme Diabetes Management System | £120 £',
      'split | Wireless | Sensors | Network equipment and Cabling | £1 £ + £2 £',
    ])
  })

  test('in a head: its upper row stands under the totals of the page before', () => {
    const read = understand(
      documentOf(
        [
          table([
            ['Authority to Spend £000', 'TOTAL', 'TO MARCH 2020', '2020/21'],
            ['Records', '5.0', '', '5.0'],
            ['TOTALS', '5.0', '0.0', '5.0'],
            ['Total overall Funding (As', 'TOTAL', 'TO', 'FORECAST'],
          ]),
          table([
            ['per latest Capital Programme)', "£000's", 'MARCH 2020', '2020/21'],
            ['Government grant', '5.0', '', '5.0'],
            ['Total Funding', '5.0', '0.0', '5.0'],
          ]),
        ],
        pdf,
      ),
    ).tables
    expect([
      read.map(summaryOf),
      read.map(({ cells }) => cells.map(({ place, as }) => `${place.block} ${place.row} ${as}`)),
    ]).toEqual([
      [
        {
          kind: 'authority',
          title: 'Authority to Spend £000',
          unit: '£000',
          columns: ['label', 'total', 'to-march 2020', 'year 2020'],
          rows: [
            'line | theme Records | £5000 £000 |  | £5000 £000',
            'total | TOTALS | £5000 £000 | £0 £000 | £5000 £000',
          ],
        },
        {
          kind: 'funding',
          title: 'Total overall Funding (As per latest Capital Programme)',
          unit: '£000',
          columns: ['label', 'total', 'to-march 2020', 'year 2020'],
          rows: [
            'line | source Government grant | £5000 £000 |  | £5000 £000',
            'total | Total Funding | £5000 £000 | £0 £000 | £5000 £000',
          ],
        },
      ],
      [
        [
          '0 0 title',
          '0 0 head',
          '0 0 head',
          '0 0 head',
          '0 1 label',
          '0 1 amount',
          '0 1 amount',
          '0 2 label',
          '0 2 amount',
          '0 2 amount',
          '0 2 amount',
        ],
        [
          '0 3 head',
          '0 3 head',
          '0 3 head',
          '0 3 head',
          '1 0 title',
          '1 0 head',
          '1 0 head',
          '1 0 head',
          '1 1 label',
          '1 1 amount',
          '1 1 amount',
          '1 2 label',
          '1 2 amount',
          '1 2 amount',
          '1 2 amount',
        ],
      ],
    ])
  })
})
