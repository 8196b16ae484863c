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
