import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { messages } from '../../../domain/messages.ts'
import { wordFile, workbookFile, zipped } from '../reading/support/officeFiles.ts'
import { refusalOf } from './readExtract.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const compound = (part: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(part, 'utf16le'),
    Buffer.alloc(512),
  ])
const sheetOf = (xml: string) => workbookFile([{ name: 'A', xml: `<sheetData>${xml}</sheetData>` }])
const workbook = sheetOf('<row><c><v>1</v></c></row>'.repeat(200))

const packageOf = (main: string, parts: Record<string, string> = {}) =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<R><Relationship Id="a" Type="x/officeDocument" Target="${main}"/></R>`,
    ...parts,
  })

/** A part whose entry in the directory says another size than it has once it is unpacked. */
const stating = (part: string, real: number, stated: number): Uint8Array => {
  const main = { 'xl/workbook.xml': utf8('<workbook><sheets><sheet name="A" id="s"/></sheets></workbook>') }
  const bytes = zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    '_rels/.rels': utf8('<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></R>'),
    'xl/_rels/workbook.xml.rels': utf8(`<R><Relationship Id="s" Type="x/worksheet" Target="/${part}"/></R>`),
    ...main,
    [part]: new Uint8Array(real).fill(0x20),
  })
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === real) {
      view.setUint32(at + 24, stated, true)
    }
  }
  return bytes
}

/** Says in each of its headers that its parts are locked. */
const locked = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 10; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  }
  return copy
}

const entity = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

test.each([
  ['nothing at all', '', 'extract-empty', {}],
  ['blanks alone', ' \r\n \r\n', 'extract-empty', {}],
  ['a workbook with a password', compound('EncryptedPackage'), 'document-locked', {}],
  ['a workbook whose parts are locked', locked(workbook), 'document-locked', {}],
  ['a workbook of an old Excel', compound('Workbook'), 'extract-format', { found: 'xls' }],
  ['a workbook of a very old Excel', Buffer.from('0908100000060500', 'hex'), 'extract-format', { found: 'xls' }],
  ['a document of an old Word', compound('WordDocument'), 'extract-format', { found: 'word' }],
  ['a compound file of anything', compound('Anything'), 'extract-format', { found: 'unknown' }],
  ['a document of Word', wordFile(''), 'extract-format', { found: 'word' }],
  ['a binary workbook', packageOf('xl/workbook.bin'), 'extract-format', { found: 'xlsb' }],
  ['a workbook of LibreOffice', zipped({ 'content.xml': '<x/>' }), 'extract-format', { found: 'ods' }],
  ['an archive', zipped({ 'ledger.csv': 'a,b' }), 'extract-format', { found: 'zip' }],
  ['a PDF', '%PDF-1.7', 'extract-format', { found: 'pdf' }],
  ['rich text', '{\\rtf1 £5}', 'extract-format', { found: 'word' }],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'extract-format', { found: 'picture' }],
  ['a web page called a workbook', '<html><table><tr><td>1</td></tr></table>', 'extract-format', { found: 'html' }],
  ['a workbook as one XML file', '<?xml version="1.0"?><Workbook/>', 'extract-format', { found: 'xml' }],
  ['a program', Buffer.from('7f454c460201010000000000', 'hex'), 'extract-format', { found: 'unknown' }],
  ['text with control characters', 'a,b\n1,\u0007\n', 'extract-format', { found: 'unknown' }],
  ['a workbook that breaks off', workbook.subarray(0, workbook.length - 200), 'document-damaged', {}],
  ['a zip without its directory', workbook.subarray(0, 400), 'document-damaged', {}],
  ['a workbook without its main part', packageOf('xl/workbook.xml'), 'document-damaged', {}],
  ['a sheet whose XML breaks off', workbookFile([{ name: 'A', xml: '<sheetData><row>' }]), 'document-damaged', {}],
  ['a sheet of more bytes than its directory says', stating('xl/a.xml', 5_000_000, 1_000), 'document-damaged', {}],
  [
    'a sheet that says it is two gigabytes',
    stating('xl/a.xml', 1_000_000, 2_000_000_000),
    'extract-too-large',
    { what: 'unpacked', limit: 1_500_000_000 },
  ],
  [
    'a list of sheets of 17 megabytes',
    packageOf('xl/workbook.xml', { 'xl/workbook.xml': ' '.repeat(17_000_000) }),
    'extract-too-large',
    { what: 'unpacked', limit: 16_000_000 },
  ],
  [
    'a package of very many files',
    zipped(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`part${at}`, '']))),
    'extract-too-large',
    { what: 'parts', limit: 10_000 },
  ],
  [
    'a text without end in a workbook',
    sheetOf(`<row><c t="str"><v>${'x'.repeat(2_000_000)}</v></c></row>`),
    'extract-too-large',
    { what: 'text', limit: 32_767 },
  ],
  [
    'a cell far to the right',
    sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    'extract-too-large',
    { what: 'columns', limit: 1_000 },
  ],
  ['10,000 columns', `${'1,'.repeat(9_999)}1\n`, 'extract-too-large', { what: 'columns', limit: 1_000 }],
  ['a text of very many characters', `a,${'x'.repeat(40_000)}\n`, 'extract-too-large', { what: 'text', limit: 32_767 }],
  ['a quotation mark that never closes', `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(9)}`, 'unclosed-quote', { row: 3 }],
  ['two that swallow the rows between', 'a,b\n1,"2\n3,4\n5,"6 in\n7,8\n', 'unclosed-quote', { row: 2 }],
  [
    'a sheet that declares entities',
    packageOf('xl/workbook.xml', { 'xl/workbook.xml': `${entity}<workbook/>` }),
    'document-unsafe',
    {},
  ],
])('%s is refused in one sentence', async (_what, bytes, code, detail) => {
  expect(await refusalOf(bytes)).toEqual({ code, detail })
  const sentence = (messages[code as keyof typeof messages] as (of: unknown) => string)(detail)
  expect(sentence).toMatch(/^(This|One|A) .*[a-z]$/)
})

test('entities are refused in the sheet itself and in the texts it shares', async () => {
  const text = `${entity}<sst><si><t>&x;</t></si></sst>`
  const relations =
    '<R><Relationship Id="s" Type="x/worksheet" Target="a.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="t.xml"/></R>'
  const main = '<workbook><sheets><sheet name="A" id="s"/></sheets></workbook>'
  const parts = { 'xl/workbook.xml': main, 'xl/_rels/workbook.xml.rels': relations }
  const inTexts = packageOf('xl/workbook.xml', { ...parts, 'xl/a.xml': '<worksheet/>', 'xl/t.xml': text })
  const inSheet = packageOf('xl/workbook.xml', { ...parts, 'xl/a.xml': `${entity}<worksheet/>` })
  expect([await refusalOf(inTexts), await refusalOf(inSheet)]).toEqual([
    { code: 'document-unsafe', detail: {} },
    { code: 'document-unsafe', detail: {} },
  ])
})

test('what a file calls its cells and its headings changes nothing in the program', async () => {
  expect(await refusalOf('__proto__,constructor\n1,2\n')).toBe(2)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
})
