import { expect, test } from 'vitest'
import { fitMapping } from '../../../domain/spend/fitMapping.ts'
import { codeGuesser } from '../../../domain/spend/guessCodes.ts'
import { guessMapping } from '../../../domain/spend/guessMapping.ts'
import { Mapping } from '../../../domain/spend/mapping.ts'
import { idOf, schemeNamed, sourceNamed } from '../given.ts'
import { extractOf } from './extractOf.ts'

const known = {
  schemes: [
    schemeNamed('Estates', { capitalSchemeNumber: '32210/000/009' }),
    schemeNamed('Records', { capitalSchemeNumber: '32210/000/010', nature: 'revenue' }),
  ],
  sources: [sourceNamed('Grant', { aliases: ['Government Grant'] })],
}
const sheet = (...rows: Parameters<typeof extractOf>) => ({
  name: 'Ledger',
  isHidden: false,
  firstRows: extractOf(...rows),
})

const nothing = {
  ledgerRef: [],
  costCode: [],
  amount: null,
  debit: null,
  credit: null,
  period: null,
  year: null,
  postedOn: null,
  supplier: null,
  description: null,
  orderRef: null,
  source: null,
  nature: null,
}

test('the header is found below titles, and each column by its heading or by what it holds', () => {
  const guess = guessMapping(
    [
      { name: 'Notes', isHidden: true, firstRows: extractOf(['Amount', 'Date', 'Supplier', 'Period', 'Order no']) },
      sheet(
        ['Capital ledger, June 2020'],
        ['Run by the finance team', null, '01/07/2020'],
        [],
        [
          'Doc No',
          'Line',
          'Analysis 3',
          'Posting Date',
          'Period',
          'Vendor Name',
          'Narrative',
          'PO Number',
          'Net Amount',
          'Funding source',
        ],
        ['JV1', 1, '32210/000/009', '14/06/2020', 'P03 2021', 'A Ltd', 'Works', 'PO1', '1,234.50', 'Government grant'],
        ['JV1', 2, '32210/000/010 - Records', '15/06/2020', 'P03 2021', 'A Ltd', 'Works', 'PO1', '(4.50)', ''],
      ),
    ],
    known,
  )
  expect(guess.mapping).toEqual({
    kind: 'actuals',
    sheet: 'Ledger',
    headerRow: 4,
    headings: [
      'Doc No',
      'Line',
      'Analysis 3',
      'Posting Date',
      'Period',
      'Vendor Name',
      'Narrative',
      'PO Number',
      'Net Amount',
      'Funding source',
    ],
    columns: {
      ...nothing,
      ledgerRef: [0, 1],
      costCode: [2],
      postedOn: 3,
      period: 4,
      supplier: 5,
      description: 6,
      orderRef: 7,
      amount: 8,
      source: 9,
    },
    sign: 'as-stated',
    dayOrder: 'day-month',
    yearNamedBy: 'end',
    startYear: null,
    orderAmount: 'ordered',
    hiddenRows: 'read',
    closedInto: null,
    codes: {
      '32210/000/009': { schemeId: idOf('Estates'), sourceId: null, nature: 'capital' },
      '32210/000/010 - records': { schemeId: idOf('Records'), sourceId: null, nature: 'revenue' },
    },
    sources: { 'government grant': idOf('Grant') },
  })
  expect(Mapping.safeParse(guess.mapping).success).toBe(true)
  expect(guess.whys).toEqual([
    { about: 'sheet', why: '‘Ledger’ has the most columns that are known.' },
    { about: 'headerRow', why: 'Row 4 has 8 headings that finance systems use.' },
    { about: 'costCode', why: 'Its values are schemes of this programme.' },
    { about: 'orderRef', why: 'The heading is ‘PO Number’.' },
    { about: 'postedOn', why: 'The heading is ‘Posting Date’.' },
    { about: 'period', why: 'The heading is ‘Period’.' },
    { about: 'amount', why: 'The heading is ‘Net Amount’.' },
    { about: 'ledgerRef', why: 'The heading is ‘Doc No’.' },
    { about: 'supplier', why: 'The heading is ‘Vendor Name’.' },
    { about: 'description', why: 'The heading is ‘Narrative’.' },
    { about: 'source', why: 'The heading is ‘Funding source’.' },
    { about: 'ledgerRef', why: '‘Line’ tells the rows of one document apart.' },
    { about: 'yearNamedBy', why: 'The dates show that a financial year goes by the year in which it ends.' },
  ])
})

test('orders are told by what is outstanding, minus by most amounts, and the month by dates that go beyond 12', () => {
  const orders = guessMapping(
    [
      sheet(
        ['Order Number', 'PO Line', 'Project code', 'Order Date', 'Outstanding Commitment'],
        ['PO1', 1, 'x', '08/14/2020', 10],
      ),
    ],
    known,
  ).mapping
  expect([orders.kind, orders.columns.ledgerRef, orders.orderAmount, orders.dayOrder]).toEqual([
    'orders',
    [0, 1],
    'outstanding',
    'month-day',
  ])
  const rows = Array.from({ length: 6 }, (_, at) => [`JV${at}`, 'x', '14/08/2020', -at - 1])
  expect(guessMapping([sheet(['Journal No', 'Cost centre', 'Date', 'Value'], ...rows)], known).mapping.sign).toBe(
    'reversed',
  )
})

test('headings merged over two rows are put together, and debit and credit stand for the amount', () => {
  const { mapping } = guessMapping(
    [
      sheet(
        ['Ref', 'Project', 'Date', 'Base', null],
        [null, null, null, 'Debit', 'Credit'],
        ['J1', 'x', '01/06/2020', 5, null],
      ),
    ],
    known,
  )
  expect([mapping.headerRow, mapping.headings, mapping.columns]).toEqual([
    2,
    ['Ref', 'Project', 'Date', 'Debit', 'Credit'],
    { ...nothing, ledgerRef: [0], costCode: [1], postedOn: 2, debit: 3, credit: 4 },
  ])
})

test('a header that nobody knows leaves open what only a person can tell', () => {
  const unknown = sheet(['Alpha', 'Beta', 'Gamma'], ['x', '14/08/2020', '12.50'], ['y', '15/08/2020', '13.50'])
  const { mapping, whys } = guessMapping([unknown], known)
  expect([mapping.headerRow, mapping.columns, whys]).toEqual([
    1,
    { ...nothing, postedOn: 1, amount: 2 },
    [
      { about: 'headerRow', why: 'Row 1 holds words alone, and figures begin below it.' },
      { about: 'postedOn', why: 'Its values are dates.' },
      { about: 'amount', why: 'Its values are amounts in pounds and pence.' },
    ],
  ])
  expect(guessMapping([], known).mapping.columns).toEqual(nothing)
  expect(guessMapping([sheet(['Shall I compare thee'], ['to a summer’s day'])], known).mapping.headerRow).toBe(0)
})

test('a code is placed by number, reference or name, and not where two schemes go by it', () => {
  const guess = codeGuesser({
    schemes: [
      ...known.schemes,
      schemeNamed('Twin', { aliases: ['Shared'] }),
      schemeNamed('Other', { aliases: ['shared'] }),
    ],
  })
  const codes = ['32210/000/009', ' ESTATES ', '32210/000/010: anything', '32210', 'shared', '']
  expect(codes.map((code) => guess(code)?.schemeId ?? null)).toEqual([
    idOf('Estates'),
    idOf('Estates'),
    idOf('Records'),
    null,
    null,
    null,
  ])
})

test('a saved mapping finds its columns in the next extract wherever they stand, and names those that are gone', () => {
  const saved = guessMapping(
    [sheet(['Doc No', 'Project', 'Date', 'Amount', 'Supplier'], ['J1', 'x', '01/06/2020', 5, 'A'])],
    known,
  ).mapping
  const next = {
    ...sheet(['July'], ['Date', 'Amount', 'Doc no.', 'Project'], ['01/07/2020', 6, 'J2', 'x']),
    name: 'July',
  }
  expect(fitMapping(saved, [next])).toEqual({
    mapping: {
      ...saved,
      sheet: 'July',
      headerRow: 2,
      headings: ['Date', 'Amount', 'Doc no.', 'Project'],
      columns: { ...nothing, ledgerRef: [2], costCode: [3], postedOn: 0, amount: 1 },
    },
    missing: ['Supplier'],
  })
})
