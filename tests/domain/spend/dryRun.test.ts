import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { ClassifiedRow } from '../../../domain/spend/dryRun.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { idOf, sourceNamed } from '../given.ts'
import { dryRunOf, heldOf, mappingOf, orderOf, spendFactsOf } from './spendWorld.ts'

const outcomes = (rows: readonly ClassifiedRow[]) =>
  rows.map((row) => (row.outcome === 'ignored' ? row.why : row.outcome))
const said = (rows: readonly ClassifiedRow[]) =>
  rows.flatMap((row) =>
    row.outcome === 'rejected' ? row.messages.map(({ cell, description }) => [cell, description]) : [],
  )
const entries = (row: ClassifiedRow | undefined) =>
  row && 'entries' in row
    ? row.entries.map(({ level, startYear, period, amount, ledgerRef }) => [
        level,
        startYear,
        period,
        amount / 100,
        ledgerRef,
      ])
    : undefined

test('a row that is new posts its amount, and one that is held as it is posts nothing', () => {
  const { rows, totals } = dryRunOf(
    [
      ['J1', 'E', '14/06/2020', 'P3', 10.5, null, 'Grant', 'A Ltd'],
      ['J2', 'E', '14/06/2020', null, '(2.00)'],
    ],
    { held: [heldOf('J2', { pounds: -2 })] },
  )
  expect(rows).toEqual([
    {
      outcome: 'new',
      row: 2,
      line: {
        kind: 'actuals',
        row: 2,
        ledgerRef: 'J1',
        costCode: 'E',
        schemeId: idOf('E'),
        sourceId: idOf('G'),
        nature: 'capital',
        startYear: 2020,
        period: 3,
        postedOn: '2020-06-14',
        amount: 1050,
        supplier: 'A Ltd',
        description: '',
        orderRef: '',
        retrospective: null,
        isHidden: false,
        isFormula: false,
      },
      entries: [
        {
          level: 'actual',
          place: { kind: 'scheme', id: idOf('E') },
          startYear: 2020,
          period: 3,
          sourceId: idOf('G'),
          nature: 'capital',
          amount: 1050,
          effectiveOn: '2020-06-14',
          ledgerRef: 'J1',
        },
      ],
      warnings: [],
    },
    { outcome: 'duplicate', row: 3, line: expect.objectContaining({ ledgerRef: 'J2', amount: -200 }) },
  ])
  expect(totals).toEqual({
    read: 3,
    outcomes: {
      new: { rows: 1, amount: 1050 },
      changed: { rows: 0, amount: 0 },
      duplicate: { rows: 1, amount: -200 },
      rejected: { rows: 0, amount: 0 },
      ignored: { rows: 1, amount: 0 },
    },
    ignored: { header: { rows: 1, amount: 0 } },
    warnings: [],
    messages: [],
    otherMessages: 0,
    overReleased: [],
    fileTotal: 850,
  })
})

test('a row that says something else replaces what is held, in the open', () => {
  const held = [heldOf('J1', { pounds: 10 })]
  const { rows } = dryRunOf([['J1', 'R', '14/06/2020', null, 12]], { held })
  expect([outcomes(rows), entries(rows[0]), rows[0]]).toEqual([
    ['changed'],
    [
      ['actual', 2020, 3, -10, 'J1'],
      ['actual', 2020, 3, 12, 'J1'],
    ],
    expect.objectContaining({ held }),
  ])
})

test('rows that are no lines are left out with their reason, and none of them is dropped', () => {
  const { rows, totals } = dryRunOf([
    ['J1', 'E', '14/06/2020', null, 10],
    [null, null, null, null, null],
    ['Ref', 'Code', 'Date', 'Period', 'Amount', 'Order', 'Fund', 'Supplier'],
    ['Total Gas', 'E', '14/06/2020', null, 5, null, null, 'Total Gas & Power Ltd'],
    ['E Total', null, null, null, 15],
    [null, null, null, null, 15],
    ['J3', 'X', '14/06/2020', null, 7],
    ['J4', 'E', '14/06/2020', null, 0],
    ['Grand total', null, null, null, 22],
    ['Printed by the finance team'],
  ])
  expect(outcomes(rows)).toEqual([
    'new',
    'blank',
    'header',
    'new',
    'subtotal',
    'subtotal',
    'other-code',
    'no-amount',
    'subtotal',
    'words',
  ])
  expect([totals.fileTotal, totals.ignored.subtotal]).toEqual([2200, { rows: 3, amount: 5200 }])
})

test('each blank or wrong cell is named once, by sheet, section and cell, and equal messages are one', () => {
  const { rows, totals } = dryRunOf([
    ['J1', 'Q9', '14/06/2020', null, 'TBC'],
    ['J2', 'q9', '14/06/2020', null, 5],
    ['J3', null, null, 'P3', null],
    [null, 'E', 'soon', 'P3', 5],
    ['J1', 'E', '14/06/2020', null, 5],
    ['J5', 'E', '14/06/2020', null, 5],
    ['J5', 'E', '14/06/2020', null, 6],
  ])
  expect(said(rows)).toEqual(
    [
      ['B2', '‘Q9’ is not a scheme here. Choose the scheme it belongs to'],
      ['E2', 'The cell has text, ‘TBC’. Enter an amount in pounds, even if it is 0'],
      ['B3', '‘q9’ is not a scheme here. Choose the scheme it belongs to'],
      ['B4', 'Enter the cost code'],
      ['E4', 'Enter the amount in pounds, even if it is 0'],
      ['C4', 'This period has no year. Choose the year of the extract'],
      ['A5', 'Enter the reference that the ledger gave this row'],
      ['C5', 'The cell has ‘soon’, which is not a date. Enter a day, for example 14/08/2020'],
      ['A8', 'This reference stands in row 7 already. Choose columns that tell the two apart, or leave one out'],
    ].map(([cell, description]) => [cell === 'C4' ? 'D4' : cell, description]),
  )
  expect(outcomes(rows)).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'new', 'new', 'rejected'])
  expect(totals.messages[0]).toEqual({
    sheet: 'Ledger',
    section: 'Code',
    field: 'costCode',
    value: 'Q9',
    description: '‘Q9’ is not a scheme here. Choose the scheme it belongs to',
    count: 1,
    cells: ['B2'],
  })
})

const correction = (row: number, change: Partial<RowCorrection>): RowCorrection => ({
  row,
  texts: {},
  leftOut: null,
  retrospective: null,
  ...change,
})

test('a correction puts other texts in a row or leaves it out, and its money still counts in the total of the file', () => {
  const { rows, totals } = dryRunOf(
    [
      ['J1', 'Q9', '14/06/2020', null, 'TBC'],
      ['J2', 'Q9', '14/06/2020', null, 5],
    ],
    {
      corrections: [correction(2, { texts: { costCode: 'E', amount: '12' } }), correction(3, { leftOut: 'Not ours' })],
    },
  )
  expect([outcomes(rows), entries(rows[0]), totals.fileTotal]).toEqual([
    ['new', 'left-out'],
    [['actual', 2020, 3, 12, 'J1']],
    1700,
  ])
})

test('money spent before its authority needs its reason, and none is spent while a decision waits to take effect', () => {
  const early: [string, string, string, null, number] = ['J1', 'E', '14/05/2020', null, 5]
  const reason = 'Paid before authority took effect'
  const warned = dryRunOf([early], { corrections: [correction(2, { retrospective: reason })] })
  const waiting = new Map([
    [idOf('E'), [{ decidedOn: calendarDay('2020-11-28'), effectiveOn: calendarDay('2020-12-08') }]],
  ])
  const noted = dryRunOf([early], { facts: spendFactsOf({ severityOf: () => 'note' }) })
  expect([
    said(dryRunOf([early]).rows),
    [outcomes(warned.rows), warned.totals.warnings],
    said(dryRunOf([['J1', 'E', '30/11/2020', null, 5]], { facts: spendFactsOf({ authority: waiting }) }).rows),
    said(dryRunOf([early], { facts: spendFactsOf({ authority: new Map() }) }).rows),
    outcomes(noted.rows),
    outcomes(dryRunOf([['J1', 'E', '14/05/2020', null, -5]]).rows),
  ]).toEqual([
    [
      [
        'C2',
        '14 May 2020 is before authority took effect on 1 June 2020 (R09). Say why it is brought in all the same, or leave it out',
      ],
    ],
    [
      ['new'],
      [
        {
          rule: 'R09',
          description: '14 May 2020 is before authority took effect on 1 June 2020 (R09)',
          rows: 1,
          amount: 500,
        },
      ],
    ],
    [['C2', 'The decision on this scheme takes effect on 8 December 2020, and nothing is spent before (R12)']],
    [['C2', 'This scheme has no authority to spend (R09). Say why it is brought in all the same, or leave it out']],
    ['new'],
    ['new'],
  ])
})

test('a source that is for something else, out of use or too late is named', () => {
  const row: [string, string, string, null, number, null, string] = ['J1', 'E', '14/06/2020', null, 5, null, 'Grant']
  const withSource = (change: Parameters<typeof sourceNamed>[1], severity: 'warn' | 'stop' = 'warn') =>
    dryRunOf([row], {
      facts: spendFactsOf({ ledger: { sources: [sourceNamed('G', change)] }, severityOf: () => severity }),
    })
  expect([
    said(withSource({ restrictedTo: 'revenue' }).rows),
    said(withSource({ retiredOn: calendarDay('2020-06-01') }).rows),
    withSource({ spendByOn: calendarDay('2020-03-31') }).totals.warnings.map(({ rule, description }) => [
      rule,
      description,
    ]),
    said(withSource({ spendByOn: calendarDay('2020-03-31') }, 'stop').rows),
    said(dryRunOf([['J1', 'E', '14/06/2020', null, 5, null, 'Lottery']]).rows),
  ]).toEqual([
    [['E2', 'G pays for revenue only, and this is capital (R19)']].map(([, text]) => ['2', text]),
    [['G2', 'G is out of use since 1 June 2020. Choose another source']],
    [['R20', 'G was to be spent by 31 March 2020 (R20)']],
    [['C2', 'G was to be spent by 31 March 2020 (R20)']],
    [['G2', '‘Lottery’ is not a funding source here. Choose the source it is']],
  ])
})

test('a closed period takes nothing but through an open one, and what it holds already stays a duplicate', () => {
  const facts = spendFactsOf({ isClosed: (startYear, period) => startYear === 2020 && period < 6 })
  const row = ['J1', 'E', '14/06/2020', null, 5]
  const open = mappingOf({ closedInto: { startYear: 2020, period: 6 } })
  const moved = dryRunOf([row], { facts, mapping: open })
  const corrected = dryRunOf([row], { facts, mapping: open, held: [heldOf('J1', { pounds: 4 })] })
  const spread = [heldOf('J1', { pounds: 4 }), heldOf('J1', { pounds: 1, period: 6 })]
  expect([
    said(dryRunOf([row], { facts }).rows),
    [entries(moved.rows[0]), moved.totals.warnings.map(({ description }) => description)],
    entries(corrected.rows[0]),
    outcomes(dryRunOf([row], { facts, held: spread }).rows),
  ]).toEqual([
    [['D2', 'P3 of 2020/21 is closed. Choose an open period for rows of closed ones (R23)']],
    [[['actual', 2020, 6, 5, 'J1']], ['P3 of 2020/21 is closed; entered in P6 of 2020/21 (R23)']],
    [['actual', 2020, 6, 1, 'J1']],
    ['duplicate'],
  ])
})

test('spend of a day that has not come is refused', () => {
  expect(said(dryRunOf([['J1', 'E', '14/06/2021', null, 5]]).rows)).toEqual([
    ['C2', '14 June 2021 has not come yet. Enter the day on which it was entered in the ledger'],
  ])
})

test('orders and spend beyond what is released are named by place, with what there is', () => {
  const { totals } = dryRunOf([
    ['J1', 'E', '14/06/2020', null, 900],
    ['J2', 'E', '14/06/2020', null, 200],
    ['J3', 'E', '15/06/2020', null, -50],
    ['J4', 'R', '14/06/2020', null, 1000],
  ])
  expect([
    totals.overReleased,
    dryRunOf([['J1', 'E', '14/06/2020', null, 1]], { facts: spendFactsOf({ balances: [] }) }).totals.overReleased,
  ]).toEqual([[{ place: 'E', requested: 105_000, available: 100_000 }], [{ place: 'E', requested: 100, available: 0 }]])
})

test('an invoice lowers the commitment of its order and never below nothing, and a credit raises it again', () => {
  const rows = [
    ['J1', 'E', '14/07/2020', null, 600, 'PO1'],
    ['J2', 'E', '14/07/2020', null, 600, 'PO1'],
    ['J3', 'E', '15/07/2020', null, -100, 'PO1'],
    ['J4', 'R', '15/07/2020', null, 10, 'PO1'],
    ['J5', 'E', '15/07/2020', null, 10, 'PO9'],
  ]
  const run = dryRunOf(rows, { orders: [orderOf('PO1', 1000, 1000)] })
  expect([run.rows.map(entries), run.totals.warnings.map(({ rule, rows }) => [rule, rows])]).toEqual([
    [
      [
        ['actual', 2020, 4, 600, 'J1'],
        ['commitment', 2020, 4, -600, 'J1'],
      ],
      [
        ['actual', 2020, 4, 600, 'J2'],
        ['commitment', 2020, 4, -400, 'J2'],
      ],
      [
        ['actual', 2020, 4, -100, 'J3'],
        ['commitment', 2020, 4, 100, 'J3'],
      ],
      [['actual', 2020, 4, 10, 'J4']],
      [['actual', 2020, 4, 10, 'J5']],
    ],
    [['order-unknown', 1]],
  ])
})

test('an invoice that is put right gives back what it took before it takes anew', () => {
  const held = [heldOf('J1', { pounds: 500 }), heldOf('J1', { pounds: -400, level: 'commitment' })]
  const { rows } = dryRunOf([['J1', 'E', '14/06/2020', null, 300, 'PO1']], { held, orders: [orderOf('PO1', 1000, 0)] })
  expect(entries(rows[0])).toEqual([
    ['actual', 2020, 3, -200, 'J1'],
    ['commitment', 2020, 3, 100, 'J1'],
  ])
})

test('an order is compared by what is left of it, moves with its scheme, and is never less than nothing', () => {
  const orders = mappingOf({ kind: 'orders' })
  const left = mappingOf({ kind: 'orders', orderAmount: 'outstanding' })
  const held = [heldOf('PO1', { pounds: 1000, level: 'commitment' })]
  const book = [orderOf('PO1', 1000, 400)]
  const run = (code: string, amount: number, mapping = orders) =>
    dryRunOf([['PO1', code, '14/06/2020', null, amount]], { mapping, held, orders: book }).rows[0]
  expect([
    entries(dryRunOf([['PO2', 'E', '14/06/2020', null, 50]], { mapping: orders }).rows[0]),
    run('E', 1000)?.outcome,
    entries(run('E', 1200)),
    entries(run('E', 100)),
    run('E', 400, left)?.outcome,
    entries(run('E', 0, left)),
    entries(run('R', 1000)),
    said(dryRunOf([['PO2', 'E', '14/06/2020', null, -50]], { mapping: orders }).rows),
  ]).toEqual([
    [['commitment', 2020, 3, 50, 'PO2']],
    'duplicate',
    [['commitment', 2020, 3, 200, 'PO1']],
    [['commitment', 2020, 3, -400, 'PO1']],
    'duplicate',
    [['commitment', 2020, 3, -400, 'PO1']],
    [
      ['commitment', 2020, 3, -400, 'PO1'],
      ['commitment', 2020, 3, 400, 'PO1'],
    ],
    [['E2', 'An order cannot be of less than nothing']],
  ])
})

const anyCell = fc.constantFrom<string | number | null>(
  null,
  'J1',
  'J2',
  'Total',
  'E',
  'X',
  'Q',
  '14/06/2020',
  'P3',
  'TBC',
  5,
  -5,
  0,
  '1,234.50-',
)
const anyRow = fc.oneof(
  fc.array(anyCell, { maxLength: 8 }),
  fc.tuple(
    fc.constantFrom('J1', 'J2', 'J3', 'J4', 'J5'),
    fc.constantFrom('E', 'R', 'X', 'Q'),
    fc.constant('14/06/2020'),
    fc.constant(null),
    fc.constantFrom(1, 5, -5, 0, 'TBC'),
  ),
)

test('whatever stands in a file, good, duplicate, rejected and ignored rows are the rows read, and again posts nothing', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
      const first = dryRunOf(rows)
      const counted = Object.values(first.totals.outcomes).reduce((sum, each) => sum + each.rows, 0)
      const sumOfIgnored = Object.values(first.totals.ignored).reduce((sum, each) => sum + each.rows, 0)
      const heldNow = first.rows.flatMap((row) =>
        row.outcome === 'new'
          ? row.entries.map((entry) =>
              heldOf(entry.ledgerRef ?? '', { pounds: entry.amount / 100, schemeId: entry.place.id }),
            )
          : [],
      )
      const again = dryRunOf(rows, { held: heldNow })
      expect({
        read: first.totals.read,
        ignored: sumOfIgnored,
        posted: again.rows.filter((row) => 'entries' in row),
        total: again.totals.fileTotal,
        duplicates: again.totals.outcomes.duplicate.rows,
      }).toEqual({
        read: rows.length + 1,
        ignored: first.totals.outcomes.ignored.rows,
        posted: [],
        total: first.totals.fileTotal,
        duplicates: first.totals.outcomes.new.rows,
      })
      expect(counted).toBe(rows.length + 1)
    }),
  )
})
