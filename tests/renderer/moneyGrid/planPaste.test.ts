import { expect, test } from 'vitest'
import { messages } from '../../../domain/messages.ts'
import { type MoneyUnit, type Pence, pence } from '../../../domain/money.ts'
import type { CellRange } from '../../../renderer/ui/moneyGrid/cellRange.ts'
import { copyOut } from '../../../renderer/ui/moneyGrid/copyOut.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { planPaste } from '../../../renderer/ui/moneyGrid/planPaste.ts'
import { readClipboard } from '../../../renderer/ui/moneyGrid/readClipboard.ts'

const columns: MoneyGridColumn[] = [
  { id: '2020', label: '2020/21', align: 'right' },
  { id: '2021', label: '2021/22', align: 'right' },
  { id: 'total', label: 'Total', align: 'right' },
]

const none: MoneyGridCell = { kind: 'missing', missing: 'none', isEditable: true }
const money = (pounds: number, isEditable = true): MoneyGridCell => ({
  kind: 'money',
  amount: pence(pounds * 100),
  isEditable,
})

const scheme = (label: string, first: MoneyGridCell, second: MoneyGridCell, total: number): MoneyGridRow => ({
  id: label.toLowerCase(),
  label,
  depth: 2,
  isParent: false,
  cells: { '2020': first, '2021': second, total: money(total, false) },
})

const theme: MoneyGridRow = {
  id: 'theme',
  label: 'Care records',
  depth: 1,
  isParent: true,
  look: 'group',
  cells: { '2020': money(400_000, false), '2021': { kind: 'missing', missing: 'none' }, total: money(400_000, false) },
}
const care = scheme('Care', money(300_000), none, 300_000)
const helm = scheme('Helm', none, none, 0)
const portal = scheme('Portal', money(100_000), none, 100_000)
const rows = [theme, care, helm, portal]

const at = (top: number, left: number, bottom = top, right = left): CellRange => ({ top, bottom, left, right })
const paste = (text: string, range: CellRange, unit: MoneyUnit = '£000', to: readonly MoneyGridRow[] = rows) =>
  planPaste(readClipboard(text), range, to, columns, unit)
const write = (rowId: string, columnId: string, pounds: number) => ({ rowId, columnId, amount: pence(pounds * 100) })

const nothing = {
  cells: 0,
  writes: [],
  same: 0,
  refused: [],
  overwrites: [],
  doubt: null,
  belowZero: 0,
  unmarked: 0,
  rounded: 0,
  isClean: true,
}

test('a clean block into empty cells is ready to be written', () => {
  expect(
    paste('120\t£65,000\r\n\t1.2m\r\n', at(2, 0), '£000', [...rows.slice(0, 3), scheme('New', none, none, 0)]),
  ).toEqual({
    ...nothing,
    cells: 4,
    writes: [write('helm', '2020', 120_000), write('helm', '2021', 65_000), write('new', '2021', 1_200_000)],
    same: 1,
    unmarked: 1,
  })
})

test('one cell replaces another at once, as typing would', () => {
  expect(paste('150', at(1, 0))).toEqual({
    ...nothing,
    cells: 1,
    writes: [write('care', '2020', 150_000)],
    overwrites: [{ cell: 'Care, 2020/21', before: pence(300_000_00), after: pence(150_000_00) }],
    unmarked: 1,
  })
})

test('a block that replaces, repeats and is refused in part names every cell', () => {
  expect(paste('310\tabc\n40\t(12.5)\n100.0\t2020/21\n7\t8\n', at(1, 0))).toEqual({
    ...nothing,
    belowZero: 1,
    cells: 8,
    writes: [write('care', '2020', 310_000), write('helm', '2020', 40_000), write('helm', '2021', -12_500)],
    same: 1,
    refused: [
      { cell: 'Care, 2021/22', text: 'abc', why: '“abc” is text' },
      { cell: 'Portal, 2021/22', text: '2020/21', why: '“2020/21” is text' },
      { cell: 'row 4 of what was pasted, 2020/21', text: '7', why: 'This is outside the table' },
      { cell: 'row 4 of what was pasted, 2021/22', text: '8', why: 'This is outside the table' },
    ],
    overwrites: [{ cell: 'Care, 2020/21', before: pence(300_000_00), after: pence(310_000_00) }],
    unmarked: 4,
    isClean: false,
  })
})

test('columns past the last one are refused by name, and empty cells there say nothing', () => {
  const { refused, cells } = paste('1\t\n\t\n9\t9\t9\t9\n', at(1, 2))
  expect({ refused, cells }).toEqual({
    cells: 6,
    refused: [
      { cell: 'Care, Total', text: '1', why: 'This cannot be changed here' },
      { cell: 'Portal, Total', text: '9', why: 'This cannot be changed here' },
      { cell: 'Portal, column 2 of it', text: '9', why: 'This is outside the table' },
      { cell: 'Portal, column 3 of it', text: '9', why: 'This is outside the table' },
      { cell: 'Portal, column 4 of it', text: '9', why: 'This is outside the table' },
    ],
  })
})

test('a row is named with the one above it where several are called the same', () => {
  const levels = [
    theme,
    { ...care, label: 'Plan' },
    { ...theme, id: 'other', label: 'Other' },
    { ...helm, label: 'Plan' },
    portal,
  ]
  expect(paste('x\nx\nx\nx\nx\n', at(0, 0), '£000', levels).refused.map(({ cell }) => cell)).toEqual([
    'Care records, 2020/21',
    'Care records, Plan, 2020/21',
    'Other, 2020/21',
    'Other, Plan, 2020/21',
    'Portal, 2020/21',
  ])
})

test('totals that were copied along are no refusals while they say what they say here', () => {
  const { refused, same } = paste('400.0\tnone\t400.0\n300.0\t\t301.0\n', at(0, 0))
  expect({ refused, same }).toEqual({
    same: 5,
    refused: [{ cell: 'Care, Total', text: '301.0', why: 'This cannot be changed here' }],
  })
})

test.each([
  ['41.5%', '“41.5%” is not an amount. Enter only numbers, for example 400.0'],
  ['#REF!', '“#REF!” is text'],
  ['20-08-2020', '“20-08-2020” is text'],
  ['=A1+B1', '“=A1+B1” is text'],
  ['12+3', '“12+3” is text'],
  ['100000000m', 'Amount must be £90 trillion or less'],
  ['x'.repeat(100), `“${'x'.repeat(60)}…” is text`],
])('%j is refused with its reason', (text, why) => {
  expect(paste(text, at(2, 0)).refused.map((refused) => refused.why)).toEqual([why])
})

test('nothing, a dash and "none" clear what is recorded and leave what is not as it is', () => {
  for (const text of ['', '-', ' – ', 'None', '\u2212']) {
    const { writes, same, overwrites } = paste(`${text}\n${text}\n`, at(1, 0))
    expect({ text, writes, same, overwrites }).toEqual({
      text,
      writes: [write('care', '2020', 0)],
      same: 1,
      overwrites: [{ cell: 'Care, 2020/21', before: pence(300_000_00), after: 0 }],
    })
  }
})

test('one cell fills the range, and a block repeats where the range holds it a whole number of times', () => {
  expect(paste('5', at(1, 0, 3, 1)).writes).toEqual([
    write('care', '2020', 5_000),
    write('care', '2021', 5_000),
    write('helm', '2020', 5_000),
    write('helm', '2021', 5_000),
    write('portal', '2020', 5_000),
    write('portal', '2021', 5_000),
  ])
  expect(paste('5\t6', at(2, 0, 3, 1)).writes).toEqual([
    write('helm', '2020', 5_000),
    write('helm', '2021', 6_000),
    write('portal', '2020', 5_000),
    write('portal', '2021', 6_000),
  ])
  expect(paste('5\n6', at(1, 0, 3, 0)).writes).toEqual([write('care', '2020', 5_000), write('helm', '2020', 6_000)])
})

test('what a closed row hides is passed over', () => {
  const shown = [theme, portal]
  expect(paste('\t\n8\t9\n', at(0, 0), '£000', shown).writes).toEqual([
    write('portal', '2020', 8_000),
    write('portal', '2021', 9_000),
  ])
})

test('amounts a thousand times too large are doubted, and read in the right unit they are not', () => {
  const text = '310000\t\n25000\t90000\n'
  expect(paste(text, at(1, 0)).doubt).toEqual({ times: 1000, isLarger: true })
  expect(paste(text, at(1, 0)).isClean).toBe(false)
  expect(paste(text, at(1, 0), '£').doubt).toBe(null)
})

test('so are amounts a thousand or a million times too small or too large', () => {
  expect(paste('£310.0\n£25.0\n', at(2, 0)).doubt).toEqual({ times: 1000, isLarger: false })
  expect(paste('0.31\n0.025\n', at(2, 0), '£').doubt).toEqual({ times: 1_000_000, isLarger: false })
  expect(paste('310000\n25000\n', at(2, 0), '£m').doubt).toEqual({ times: 1_000_000, isLarger: true })
})

test('an amount that becomes its own thousandfold is doubted in a table of very different amounts', () => {
  const wide = [scheme('Small', money(2_000), none, 2_000), scheme('Large', money(9_000_000), none, 9_000_000)]
  expect(paste('2000', at(0, 0), '£000', wide).doubt).toEqual({ times: 1000, isLarger: true })
  expect(paste('9', at(1, 0), '£', wide).doubt).toEqual({ times: 1_000_000, isLarger: false })
  expect(paste('2000\t3\n9\t\n', at(0, 0), '£000', wide).doubt).toEqual({ times: 1000, isLarger: true })
  expect(paste('900', at(0, 0), '£000', wide).doubt).toBe(null)
})

test('amounts that go below zero are asked about and not refused; those that stand there already are not', () => {
  const below = [scheme('Debt', money(-20_000), none, -20_000), care]
  expect(
    [
      paste('-310\t\n(25)\t90\n', at(1, 0)),
      paste('£-5', at(2, 0)),
      paste('-30', at(0, 0), '£000', below),
      paste('0', at(1, 0)),
    ].map(({ belowZero, isClean, refused }) => ({ belowZero, isClean, refused: refused.length })),
  ).toEqual([
    { belowZero: 2, isClean: false, refused: 0 },
    { belowZero: 1, isClean: false, refused: 0 },
    { belowZero: 0, isClean: true, refused: 0 },
    { belowZero: 0, isClean: true, refused: 0 },
  ])
})

test('amounts like those of the table, and amounts in an empty table, raise no doubt', () => {
  expect(paste('310\n25\n1.5m\n', at(1, 0)).doubt).toBe(null)
  expect(paste('310000', at(0, 0), '£000', [helm]).doubt).toBe(null)
})

test('the digits behind a cell are taken to the penny, and it is said that they were rounded', () => {
  const block = [[{ text: '333.3', exact: '333.333333333333' }, { text: '1.23456789' }]]
  const { writes, rounded, isClean } = planPaste(block, at(2, 0), rows, columns, '£000')
  expect({ writes, rounded, isClean }).toEqual({
    writes: [
      { rowId: 'helm', columnId: '2020', amount: 333_333_33 },
      { rowId: 'helm', columnId: '2021', amount: 1_234_57 },
    ],
    rounded: 2,
    isClean: true,
  })
})

test('what the grid copies out changes nothing when it is pasted where it came from, headings and all', () => {
  const grid = { name: 'Plan', unit: '£000' as const, period: '2020/21', rowHeading: 'Scheme', rows, columns }
  const all = at(0, 0, 3, 2)
  for (const ofRows of [true, false]) {
    for (const ofColumns of [true, false]) {
      const { text, html } = copyOut(all, grid, { ofRows, ofColumns })
      const expected = { ...nothing, cells: 12, same: 12, unmarked: 2 }
      expect(planPaste(readClipboard(text, html), at(0, 0), rows, columns, '£000')).toEqual(expected)
      expect(planPaste(readClipboard('', html), at(0, 0), rows, columns, '£000')).toEqual(expected)
    }
  }
})

test('amounts copied out come back to the penny in every unit', () => {
  const odd = scheme('Odd', { kind: 'money', amount: -123_456_789_01 as Pence, isEditable: true }, none, 0)
  for (const unit of ['£', '£000', '£m'] as const) {
    const grid = { name: 'Plan', unit, period: '2020/21', rowHeading: 'Scheme', rows: [odd], columns }
    const { text, html } = copyOut(at(0, 0), grid, { ofRows: false, ofColumns: false })
    expect(planPaste(readClipboard(text, html), at(2, 0), rows, columns, unit).writes).toEqual([
      { rowId: 'helm', columnId: '2020', amount: -123_456_789_01 },
    ])
  }
})

test('an empty clipboard plans nothing', () => {
  expect(paste('', at(1, 0))).toEqual({ ...nothing, isClean: false })
})

test('what a cell is refused with are the words of a code', () => {
  expect([
    messages['text-in-amount']({ text: 'abc' }),
    messages['not-editable']({}),
    messages['outside-table']({}),
    messages['nothing-to-fill']({ from: 'three, A' }),
  ]).toEqual([
    '“abc” is text',
    'This cannot be changed here',
    'This is outside the table',
    'There is no amount in three, A to fill in here',
  ])
})
