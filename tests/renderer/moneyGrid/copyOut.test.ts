import { expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { copyOut } from '../../../renderer/ui/moneyGrid/copyOut.ts'
import type { MoneyGridCell, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'

const row = (label: string, plan: MoneyGridCell, note: MoneyGridCell): MoneyGridRow => ({
  id: label,
  label,
  depth: 1,
  isParent: false,
  cells: { plan, note },
})

const grid = {
  name: 'Plan <draft>',
  unit: '£000' as const,
  period: '2020/21',
  rowHeading: 'Scheme',
  columns: [
    { id: 'plan', label: '2020/21', align: 'right' as const },
    { id: 'note', label: 'Note', align: 'left' as const },
  ],
  rows: [
    row('Helm', { kind: 'money', amount: pence(-40_000_00) }, { kind: 'words', text: 'Green' }),
    row('=cmd()', { kind: 'money', amount: pence(1_234_567_89) }, { kind: 'words', text: '-1+1\t"x"' }),
    row('Portal', { kind: 'missing', missing: 'at-theme' }, { kind: 'blank' }),
    row('Ideas', { kind: 'money', amount: pence(0) }, { kind: 'words', text: '@<b>' }),
  ],
}
const all = { top: 0, bottom: 3, left: 0, right: 1 }

test('amounts are plain numbers in the unit, missing ones empty, and no text is a formula', () => {
  expect(copyOut(all, grid, { ofRows: true, ofColumns: true }).text).toBe(
    [
      'Scheme\t2020/21\tNote',
      'Helm\t-40.0\tGreen',
      '\'=cmd()\t1234.56789\t"\'-1+1\t""x"""',
      'Portal\t\t',
      "Ideas\t0.0\t'@<b>",
      '',
    ].join('\r\n'),
  )
})

test('headings go along only where whole rows or columns are copied, and one cell is one word', () => {
  expect(copyOut({ ...all, bottom: 0 }, grid, { ofRows: true, ofColumns: false }).text).toBe('Helm\t-40.0\tGreen')
  expect(copyOut({ ...all, right: 0 }, grid, { ofRows: false, ofColumns: true }).text).toBe(
    '2020/21\r\n-40.0\r\n1234.56789\r\n\r\n0.0\r\n',
  )
  expect(copyOut({ top: 0, bottom: 0, left: 0, right: 0 }, grid, { ofRows: false, ofColumns: false }).text).toBe(
    '-40.0',
  )
})

const text = `style="text-align:left;mso-number-format:'\\@'"`
const firstRows = `<tr><th ${text}>Helm</th><td style="text-align:right">-40.0</td><td ${text}>Green</td></tr><tr><th ${text}>'=cmd()</th><td style="text-align:right">1234.56789</td><td ${text}>'-1+1\t&quot;x&quot;</td></tr>`
const firstTwo = { top: 0, bottom: 1, left: 0, right: 1 }

test('the table aligns amounts to the right, and marks text as text', () => {
  expect(copyOut(firstTwo, grid, { ofRows: true, ofColumns: false }).html).toBe(
    `<table><tbody>${firstRows}</tbody></table>`,
  )
})

test('a whole table says in its caption what it holds and in which unit', () => {
  const heads = ['Scheme', '2020/21', 'Note'].map((label) => `<th ${text}>${label}</th>`).join('')
  expect(copyOut(firstTwo, grid, { ofRows: true, ofColumns: true }).html).toBe(
    `<table><caption>Plan &lt;draft&gt;, £000, 2020/21</caption><tbody><tr>${heads}</tr>${firstRows}</tbody></table>`,
  )
})
