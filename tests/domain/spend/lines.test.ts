import { expect, test } from 'vitest'
import { createMessageGroups } from '../../../domain/spend/groupMessages.ts'
import { createLineReader } from '../../../domain/spend/lineReader.ts'
import type { Mapping } from '../../../domain/spend/mapping.ts'
import { idOf } from '../given.ts'
import { extractOf } from './extractOf.ts'
import { mappingOf } from './spendWorld.ts'

const columns = mappingOf().columns
/** What the row below the header says, in short. */
const read = (
  row: (string | number | null)[],
  mapping: Mapping,
  change: { isHidden?: boolean; isFormula?: boolean } = {},
) => {
  const { isHidden = false, isFormula = false } = change
  const [, stated] = extractOf([], row)
  if (!stated) throw new Error('There is no row.')
  const cells = stated.cells.map((cell) => ({ ...cell, isFormula }))
  const reading = createLineReader(mapping)({ ...stated, isHidden, cells })
  if (reading.outcome === 'ignored') return reading.why
  if (reading.outcome === 'rejected')
    return reading.messages.map(({ section, cell, description }) => [section, cell, description])
  const { ledgerRef, startYear, period, postedOn, amount, nature } = reading.line
  return { ledgerRef, startYear, period, postedOn, amount, nature }
}
const june = { ledgerRef: 'J1', startYear: 2020, period: 3, postedOn: '2020-06-14', amount: 500, nature: 'capital' }

test('debit less credit is spent, and a sign that is reversed is turned', () => {
  const sides = mappingOf({ columns: { ...columns, amount: null, debit: 4, credit: 5, orderRef: null } })
  expect([
    read(['J1', 'E', '14/06/2020', null, 7, 2], sides),
    read(['J1', 'E', '14/06/2020', null, null, 5], sides),
    read(['J1', 'E', '14/06/2020', null, null, null], sides),
    read(['J1', 'E', '14/06/2020', null, '-5.00'], mappingOf({ sign: 'reversed' })),
  ]).toEqual([june, { ...june, amount: -500 }, [['Amount', 'E2', 'Enter the amount in pounds, even if it is 0']], june])
})

test('the day says the period and the period says the day, and entries for the end of a year are often dated after it', () => {
  const noDay = mappingOf({ columns: { ...columns, postedOn: null } })
  const noPeriod = mappingOf({ columns: { ...columns, period: null } })
  expect([
    read(['J1', 'E', '14/06/2020', null, 5], noPeriod),
    read(['J1', 'E', null, 'P03 2020', 5], noDay),
    read(['J1', 'E', null, 3, 5], { ...noDay, startYear: 2020 }),
    read(['J1', 'E', '10/04/2021', 'P12', 5], mappingOf()),
    read(['J1', 'E', null, 13, 5], { ...noDay, startYear: 2020 }),
    read(['J1', 'E', null, 3, 5], noDay),
    read(['J1', 'E', null, null, 5], noPeriod),
    read(['J1', 'E', null, null, 5], noDay),
  ]).toEqual([
    june,
    { ...june, postedOn: '2020-06-30' },
    { ...june, postedOn: '2020-06-30' },
    { ...june, period: 12, postedOn: '2021-04-10' },
    { ...june, period: 13, postedOn: '2021-03-31' },
    [['Period', 'D2', 'This period has no year. Choose the year of the extract']],
    [['Date', 'C2', 'Enter the date']],
    [['Period', 'D2', 'Enter the period, from 1 to 13']],
  ])
})

test('several columns can be one reference and one code, and no column of codes is one code for all', () => {
  const several = mappingOf({
    columns: { ...columns, ledgerRef: [0, 5], costCode: [1, 6], orderRef: null, source: null },
    codes: { 'e/9': { schemeId: idOf('E'), sourceId: null, nature: 'revenue' } },
  })
  const one = mappingOf({
    columns: { ...columns, costCode: [] },
    codes: { '*': { schemeId: idOf('E'), sourceId: null, nature: 'capital' } },
  })
  expect([
    read(['J1', 'E', '14/06/2020', null, 5, 2, 9], several),
    read(['J1', null, '14/06/2020', null, 5], one),
    read(['J1', null, '14/06/2020', null, 5], { ...one, codes: {} }),
    read(['J'.repeat(101), 'E', '14/06/2020', null, 5], mappingOf()),
  ]).toEqual([
    { ...june, ledgerRef: 'J1/2', nature: 'revenue' },
    june,
    [
      [
        'Cost code',
        '2',
        'No column says where the money belongs. Choose the column of the cost code, or one scheme for all rows',
      ],
    ],
    [['Ref', 'A2', 'A reference has at most 100 characters. Choose a column with a shorter one']],
  ])
})

test('a column says capital or revenue, and a year of its own goes before that of the period', () => {
  const more = mappingOf({ columns: { ...columns, nature: 8, year: 9 } })
  const row = (nature: string, year: string) => ['J1', 'E', '14/06/2020', 'P3 2019', 5, null, null, null, nature, year]
  expect([
    read(row('Rev', '2020/21'), more),
    read(row('CAPITAL', '2020'), more),
    read(row('both', 'soon'), more),
  ]).toEqual([
    { ...june, nature: 'revenue' },
    june,
    [
      ['Financial year', 'J2', 'The cell has ‘soon’, which is not a financial year. Enter one, for example 2020/21'],
      ['Capital or revenue', 'I2', '‘both’ is neither capital nor revenue'],
    ],
  ])
})

test('a hidden row and the result of a formula are marked, and hidden rows can be left out', () => {
  const row = ['J1', 'E', '14/06/2020', null, 5]
  const [, stated] = extractOf([], row)
  const reading = createLineReader(mappingOf())({
    row: 2,
    isHidden: true,
    cells: (stated?.cells ?? []).map((cell) => ({ ...cell, isFormula: true })),
  })
  expect([
    reading.outcome === 'line' && [reading.line.isHidden, reading.line.isFormula],
    read(row, mappingOf({ hiddenRows: 'left-out' }), { isHidden: true }),
  ]).toEqual([[true, true], 'hidden'])
})

test('names of objects of the program are codes like any other', () => {
  expect(
    ['__proto__', 'constructor'].map((code) => read(['J1', code, '14/06/2020', null, 5, null, code], mappingOf())),
  ).toEqual(
    ['__proto__', 'constructor'].map((code) => [
      ['Code', 'B2', `‘${code}’ is not a scheme here. Choose the scheme it belongs to`],
      ['Fund', 'G2', `‘${code}’ is not a funding source here. Choose the source it is`],
    ]),
  )
})

test('of very many different messages the first are kept and the others are counted', () => {
  const groups = createMessageGroups()
  const message = { sheet: '', section: 'Amount', field: 'amount', row: 1, cell: 'A1', value: '' } as const
  for (let at = 0; at < 502; at += 1) groups.add({ ...message, description: String(at) })
  for (let at = 0; at < 600; at += 1) groups.add({ ...message, cell: `A${at}`, description: '7' })
  expect([
    groups.groups().length,
    groups.others(),
    groups.groups()[0]?.count,
    groups.groups()[0]?.cells.length,
  ]).toEqual([500, 2, 601, 500])
})
