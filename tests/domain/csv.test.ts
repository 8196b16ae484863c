import { expect, test } from 'vitest'
import { csvFile, csvText } from '../../domain/csv.ts'

const fileOf = (...rows: string[][]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile(rows))

test('a file starts with a byte order mark, ends every line with CR LF and quotes what needs it', () => {
  expect(fileOf(['Name', 'Amount £'], ['Records, "shared"\nand read', '1234567.89'])).toBe(
    '\uFEFFName,Amount £\r\n"Records, ""shared""\nand read",1234567.89\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠A1', '\t=1', '\r=1', '\0=1'])(
  'text %j is not taken for a formula',
  (payload) => {
    expect(csvText(payload)).toBe(`'${payload}`)
  },
)

test('text that only contains such signs is left as it is', () => {
  expect(csvText('A-1 = B+2 @ home')).toBe('A-1 = B+2 @ home')
})
