import { expect, test } from 'vitest'
import { findHeader } from '../../../domain/spend/findHeader.ts'
import { extractOf } from './extractOf.ts'

const found = (...rows: Parameters<typeof extractOf>) => {
  const { row, headings, rowsBelow } = findHeader(extractOf(...rows))
  return [row, headings, rowsBelow.map((each) => each.row)]
}
const headings = ['Voucher', 'Cost code', 'Posting date', 'Amount']

test('the lower of two rows of headings says what a merged one is divided into', () => {
  expect(
    found(
      ['Voucher', 'Cost code', 'Posting', 'Amount'],
      ['', '', 'Date', 'Net amount'],
      ['V1', 'A', '01/11/2025', '5.00'],
    ),
  ).toEqual([2, ['Voucher', 'Cost code', 'Date', 'Net amount'], [3]])
})

test('a first row whose figures are written as words is a row, and not the lower half of the headings', () => {
  // Its text alone looks like a heading: a supplier whose name holds one.
  const first = ['Period 8', 'Amount Ltd', '01/11/2025', '1,234.50']
  expect(found(headings, first, ['V2', 'B', '02/11/2025', '(200.00)'])).toEqual([1, headings, [2, 3]])
})
