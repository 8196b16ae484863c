import { expect, test } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { inLines } from './support/inLines.ts'

const read = async (bytes: string | Uint8Array) =>
  inLines(await readDocument(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes))

const plain = 'Report of the director\nDate:\t20 August 2020\n\n1.1 Asks for £5m – at once\n'
const asRead = [
  'text, no title, pages unknown',
  'Report of the director',
  'Date:\t20 August 2020',
  '<1.1> Asks for £5m – at once',
]

const utf16 = (text: string, isLittle: boolean, hasMark: boolean): Uint8Array => {
  const units = [...(hasMark ? '\uFEFF' : ''), ...text].map((sign) => sign.charCodeAt(0))
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

test.each([
  ['UTF-8', new TextEncoder().encode(plain)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${plain}`)],
  ['UTF-16, little end first', utf16(plain, true, true)],
  ['UTF-16, big end first', utf16(plain, false, true)],
  ['UTF-16 without a mark', utf16(plain, true, false)],
  ['the code page of Windows', Uint8Array.from([...plain].map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0))))],
])('text in %s is read with its pounds and dashes', async (_encoding, bytes) => {
  expect(await read(bytes)).toEqual(asRead)
})

test('tables by tabs, by pipes, drawn with signs and by columns of spaces are tables, and numbered lines are not', async () => {
  const text = [
    '1.1\tFirst of the paragraphs',
    '1.2\tSecond of them',
    '',
    "Source\tTOTAL £000's\t2020/21",
    'Grant\t1265.6\t',
    '',
    '| Theme | 2020/21 |',
    '|-------|--------:|',
    '| Care \\| records | 635<br>500 |',
    '',
    '+------+-----+',
    '| Name | £m  |',
    '| long |     |',
    '+======+=====+',
    '| Data | 1.2 |',
    '+------+-----+',
    '',
    'Theme                 2020/21     2021/22',
    'Care records            635.0       500.0',
    'Infrastructure                      450.0',
    '',
    'It says    that £3,049k is enough.',
  ]
  expect(await read(text.join('\r\n'))).toEqual([
    'text, no title, pages unknown',
    '<1.1> First of the paragraphs',
    '<1.2> Second of them',
    'table',
    "  0:Source | 1:TOTAL £000's | 2:2020/21",
    '  0:Grant | 1:1265.6 | 2:',
    'table',
    '  0#Theme | 1#2020/21',
    '  0:Care | records | 1:635/500',
    'table',
    '  0:Name/long | 1:£m',
    '  0:Data | 1:1.2',
    'table',
    '  0:Theme | 1:2020/21 | 2:2021/22',
    '  0:Care records | 1:635.0 | 2:500.0',
    '  0:Infrastructure | 1: | 2:450.0',
    'It says    that £3,049k is enough.',
  ])
})

test('Markdown is read without its marks, with headings, footnotes and boxes to tick', async () => {
  const text = `# Report to the director

- 1.1 **Asks** for \\*£3,049k\\* for commitments¹ and tools[^b], 50 m² of it, and says at such a length that the line is
broken where the page ends.

[x] Yes [ ] No
<input type="checkbox" checked=""/> Yes <input type="checkbox"/> No

¹ Available on request
[^b]: Sold by one
`
  expect(await read(text)).toEqual([
    'text, Report to the director, pages unknown',
    'h1 Report to the director',
    '<1.1> Asks for *£3,049k* for commitments and tools, 50 m² of it, and says at such a length that the line is broken where the page ends. ^1 ^b'.replace(
      '^1 ^b',
      '^b ^1',
    ),
    '☒ Yes ☐ No',
    '☒ Yes ☐ No',
    'note 1: Available on request',
    'note b: Sold by one',
  ])
})

test('a form feed begins a page', async () => {
  expect(await read('Costs £1\fCosts £2')).toEqual(['text, no title, 2 pages', 'p1 Costs £1', 'p2 Costs £2'])
})
