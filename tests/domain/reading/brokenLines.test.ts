import { describe, expect, test } from 'vitest'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, summaryOf, table } from './given.ts'

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
