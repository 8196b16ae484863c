import { gzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { messages } from '../../../domain/messages.ts'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { wordCell, wordFile, wordParagraph, wordRow, wordRun, workbookFile, zipped } from './support/officeFiles.ts'
import { pdfOf } from './support/pdfOf.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const compound = (part: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), utf16(part), Buffer.alloc(512)])

const refusalOf = async (bytes: Uint8Array) => {
  try {
    return await readDocument(bytes)
  } catch (error) {
    const { code, detail } = error as { code: unknown; detail: unknown }
    return { code, detail }
  }
}

const money = wordParagraph(wordRun('£5m'))

test.each([
  ['a Word document with a password', compound('EncryptedPackage'), 'document-locked', {}],
  ['a document of an old Word', compound('WordDocument'), 'document-format', { found: 'doc' }],
  ['a workbook of an old Excel', compound('Workbook'), 'document-format', { found: 'xls' }],
  ['a presentation of an old PowerPoint', compound('PowerPoint Document'), 'document-format', { found: 'ppt' }],
  ['a compound file of anything else', compound('Anything'), 'document-format', { found: 'unknown' }],
  ['rich text', utf8('{\\rtf1 £5}'), 'document-format', { found: 'rtf' }],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'document-format', { found: 'picture' }],
  ['a photograph', Buffer.from('ffd8ffe000104a46', 'hex'), 'document-format', { found: 'picture' }],
  ['an archive', zipped({ 'report.txt': '£5' }), 'document-format', { found: 'zip' }],
  ['a document of LibreOffice', zipped({ 'content.xml': '<x/>' }), 'document-format', { found: 'odt' }],
  [
    'a presentation',
    zipped({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="ppt/presentation.xml"/></R>',
    }),
    'document-format',
    { found: 'pptx' },
  ],
  ['a program', Buffer.from('7f454c4602010100', 'hex'), 'document-format', { found: 'unknown' }],
  ['a compressed file', gzipSync(utf8('£5')), 'document-format', { found: 'unknown' }],
  ['a zip that breaks off', wordFile(money).subarray(0, 400), 'document-damaged', {}],
  ['a package without its document', zipped({ '[Content_Types].xml': '<Types/>' }), 'document-damaged', {}],
  ['a Word document whose text breaks off', wordFile('<w:p>'), 'document-damaged', {}],
  ['a PDF that breaks off', utf8('%PDF-1.7\n1 0 obj'), 'document-damaged', {}],
  ['nothing at all', new Uint8Array(), 'not-a-report', {}],
  ['a poem', utf8('Shall I compare thee\nto a summer’s day?'), 'not-a-report', {}],
  ['a page without a figure', utf8('<html><table><tr><td>A</td><td>B</td></tr></table>'), 'not-a-report', {}],
])('%s is refused in one sentence', async (_what, bytes, code, detail) => {
  expect(await refusalOf(bytes)).toEqual({ code, detail })
  const sentence = (messages[code as keyof typeof messages] as (of: unknown) => string)(detail)
  expect(sentence).toMatch(/^This .*[a-z]$/)
})

const entity = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

test.each([
  [
    'a Word document',
    zipped({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>',
      'word/document.xml': `${entity}<w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
    }),
  ],
  ['a web page', utf8(`<?xml version="1.0"?>${entity}<html><p>£5 &x;</p></html>`)],
  ['a text', utf8(`${entity}£5`)],
])('%s that reads from outside itself is refused', async (_what, bytes) => {
  expect(await refusalOf(bytes)).toEqual({ code: 'document-unsafe', detail: {} })
})

/** A part that says it is a gigabyte, in as many bytes as it takes to say so. */
const bomb = (part: string) => {
  const megabyte = new Uint8Array(1_000_000)
  const parts = { '[Content_Types].xml': utf8('<Types/>'), [part]: megabyte }
  const bytes = zipSync({
    ...parts,
    '_rels/.rels': utf8(`<R><Relationship Id="a" Type="x/officeDocument" Target="${part}"/></R>`),
  })
  const view = new DataView(bytes.buffer)
  // In the directory stands what each part says of its size.
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === megabyte.length) {
      view.setUint32(at + 24, 1_000_000_000, true)
    }
  }
  return bytes
}

const cells = (count: number) => `<w:tbl>${wordRow(Array.from({ length: count }, () => wordCell('1')))}</w:tbl>`

test.each([
  ['a zip bomb as Word', () => bomb('word/document.xml'), 'bytes'],
  ['a zip bomb as Excel', () => bomb('xl/workbook.xml'), 'bytes'],
  [
    'a package of very many files',
    () => zipped(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`part${at}`, '']))),
    'parts',
  ],
  ['a table of very many cells in Word', () => wordFile(cells(1_000).repeat(51)), 'cells'],
  ['very many cells in a page', () => utf8(`<table>${`<tr>${'<td>1'.repeat(100)}`.repeat(501)}</table>`), 'cells'],
  ['very many cells as text', () => utf8(`${'1\t'.repeat(999)}1\n`.repeat(60)), 'cells'],
  [
    'a workbook of very many cells',
    () =>
      workbookFile([
        { name: 'A', xml: `<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(1_000)}</row>`.repeat(51)}</sheetData>` },
      ]),
    'cells',
  ],
  [
    'two cells at the ends of a sheet',
    () =>
      workbookFile([
        {
          name: 'A',
          xml: `<sheetData>${Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="XFD${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
        },
      ]),
    'cells',
  ],
  ['elements very deep in Word', () => wordFile(`${'<w:sdt>'.repeat(500)}${'</w:sdt>'.repeat(500)}`), 'depth'],
  ['elements very deep in a page', () => utf8(`<p>£5${'<div>'.repeat(5_000)}`), 'depth'],
  ['very many elements in a page', () => utf8('<p>'.repeat(600_001)), 'text'],
  ['a PDF of 2,000 pages', () => pdfOf(Array.from({ length: 2_000 }, () => [])), 'pages'],
])('%s is refused before it is unpacked or kept whole', async (_what, make, what) => {
  expect(await refusalOf(make())).toMatchObject({ code: 'document-too-large', detail: { what } })
})

test('a PDF with a password and one of pictures alone are named as such', async () => {
  expect(await refusalOf(pdfOf([[]]))).toEqual({ code: 'document-scanned', detail: {} })
  const locked = pdfOf(
    [['£5']],
    '/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >> /ID [<00> <00>]',
  )
  expect(await refusalOf(locked)).toEqual({ code: 'document-locked', detail: {} })
})

test('names that a document gives to its parts change nothing in the program', async () => {
  const table = '<table><tr><th>__proto__<td>constructor<td>£5</table>'
  await readDocument(utf8(table))
  await readDocument(wordFile(`<w:p w:__proto__="polluted">${wordRun('£5')}</w:p>`))
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
})
