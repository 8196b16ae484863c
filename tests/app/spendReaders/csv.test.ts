import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from '../../../electron/app/features/spend/readers/csvRecords.ts'
import { rowsOf, textsIn, withExtract } from './readExtract.ts'

const ledger = 'Ref,Supplier,Amount\r\nJV1,Café & Söhne – €,"1,234.50"\r\n'
const rows = [
  ['Ref', 'Supplier', 'Amount'],
  ['JV1', 'Café & Söhne – €', '1,234.50'],
]
const windows = Buffer.from(ledger.replace('–', '\x96').replace('€', '\x80'), 'latin1')
const bigEndian = Buffer.from(`\uFEFF${ledger}`, 'utf16le').swap16()

test.each([
  ['UTF-8', ledger, 'utf-8'],
  ['UTF-8 with a mark', `\uFEFF${ledger}`, 'utf-8'],
  ['UTF-16 with its small end first', Buffer.from(`\uFEFF${ledger}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without a mark', Buffer.from(ledger.replaceAll(/[^\x20-\x7e\r\n]/g, '?'), 'utf16le'), 'utf-16le'],
  ['UTF-16 with its big end first', bigEndian, 'utf-16be'],
  ['the code page of Windows', windows, 'windows-1252'],
])('a file in %s reads as it was written', async (what, bytes, encoding) => {
  const read = await withExtract(bytes, async (extract) => ({
    encoding: extract.encoding,
    sheets: extract.sheets,
    sha256: extract.sha256,
    rows: (await rowsOf(extract)).map(({ cells }) => cells.map(({ text }) => text)),
  }))
  const plain = what === 'UTF-16 without a mark' ? [rows[0], ['JV1', 'Caf? & S?hne ? ?', '1,234.50']] : rows
  expect(read).toEqual({
    encoding,
    sheets: [{ name: '', isHidden: false }],
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: plain,
  })
})

test.each([
  ['commas', 'a,b,c\n1,2,3\n', ','],
  ['semicolons, with commas in the amounts', 'a;b;c\n1;2;"3,50"\n1;2;4,50\n', ';'],
  ['tabs', 'a\tb\tc\n1\t2,5\t3\n', '\t'],
  ['strokes', 'a|b|c\n1|2|3\n', '|'],
  ['what its first line says', 'sep=;\r\na,b;c\r\n', ';'],
])('a file with %s is split there', async (_what, text, separator) => {
  expect(await withExtract(text, async (extract) => extract.separator)).toBe(separator)
})

test('rows end with CR LF, LF or CR, may be ragged or blank, and hold lines and marks within quotation marks', async () => {
  expect(await textsIn('a,b\r\n\r\n"one\r\ntwo","say ""hello"""\r\n,,\r\nlast,,\r\nno,end')).toEqual([
    ['a', 'b'],
    [],
    ['one\r\ntwo', 'say "hello"'],
    [],
    ['last'],
    ['no', 'end'],
  ])
  expect(await textsIn('a,b\rc,d\r')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(await textsIn('a,6" pipe,5\n')).toEqual([['a', '6" pipe', '5']])
})

test('rows are counted as the file counts them and blank cells hold nothing', async () => {
  const read = await withExtract('sep=,\na,,b\n', async (extract) => await rowsOf(extract))
  expect(read).toEqual([
    { row: 1, isHidden: false, cells: [] },
    {
      row: 2,
      isHidden: false,
      cells: [
        { text: 'a', value: 'a', kind: 'text', isFormula: false },
        { text: '', value: null, kind: 'blank', isFormula: false },
        { text: 'b', value: 'b', kind: 'text', isFormula: false },
      ],
    },
  ])
})

test('records are the same however the text comes in pieces', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '£') })
  const record = fc.array(field, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (records, size) => {
      const text = records
        .map((fields) => `${fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')}\r\n`)
        .join('')
      const reader = csvRecords(',')
      const read: string[][] = []
      for (let at = 0; at < text.length; at += size) read.push(...reader.push(text.slice(at, at + size)))
      expect([...read, ...reader.end()]).toEqual(records)
    }),
  )
})

test('a long file is told as it is read, and gives all of its rows', async () => {
  const text = `ref,amount\n${Array.from({ length: 60_000 }, (_, at) => `JV${at},${at}.50\n`).join('')}`
  const told: number[] = []
  const count = await withExtract(text, async (extract) => {
    let rows = 0
    for await (const batch of extract.rows('', (share) => told.push(share))) rows += batch.length
    return rows
  })
  expect({ count, last: told.at(-1), isRising: told.every((share, at) => share >= (told[at - 1] ?? 0)) }).toEqual({
    count: 60_001,
    last: 1,
    isRising: true,
  })
})
