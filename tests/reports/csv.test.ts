import { expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import { amountCell, NONE } from '../../reports/cell.ts'
import { toCsv } from '../../reports/csv.ts'

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const fieldsOf = (...row: Parameters<typeof toCsv>[0]['rows'][number]) =>
  text(toCsv({ header: [], rows: [row] })).split('\r\n')[1]

test('a table starts with a byte order mark, ends every line with CR LF and quotes what needs it', () => {
  const table = { header: ['Name', 'Amount £'], rows: [['Records, "shared"\nand read', amountCell(pence(123456789))]] }
  expect(text(toCsv(table))).toBe('\uFEFFName,Amount £\r\n"Records, ""shared""\nand read",1234567.89\r\n')
})

test('amounts keep their pence and their minus, and what is missing keeps its word', () => {
  const amounts = [amountCell(pence(-4000)), amountCell(pence(5)), amountCell(pence(0)), NONE]
  expect(fieldsOf(...amounts, { kind: 'not-recorded' }, { kind: 'given-at', place: 'theme' }, 12)).toBe(
    '-40.00,0.05,0.00,none,not recorded,at theme,12',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠A1'])(
  'text %s is not taken for a formula',
  (payload) => {
    expect(fieldsOf(payload)).toBe(`'${payload}`)
  },
)

test.each(['\t=1', '\r=1', '\0=1'])('text that begins with the control %j is not taken for a formula', (payload) => {
  expect(fieldsOf(payload)?.replaceAll('"', '')).toContain(`'${payload}`.split('\r')[0])
})

test('text that only contains such signs is left as it is', () => {
  expect(fieldsOf('A-1 = B+2 @ home')).toBe('A-1 = B+2 @ home')
})
