import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'

export const HEADINGS = [
  'Document number',
  'Line',
  'Cost centre',
  'Project code',
  'Posting date',
  'Period',
  'Supplier',
  'Description',
  'Order number',
  'Net amount',
  'VAT',
  'Entered by',
]

/** What row `at` of an extract of the bench holds, from 0. */
export const benchRow = (at: number): (string | number)[] => [
  `JV${String(100_000 + Math.floor(at / 3))}`,
  (at % 3) + 1,
  `3${String(2210 + (at % 40))}`,
  `32210/000/${String(at % 500).padStart(3, '0')}`,
  43_922 + (at % 365),
  (Math.floor((at % 365) / 30.5) % 12) + 1,
  `Supplier ${at % 900} Limited`,
  `Invoice ${at} for work on site, as agreed`,
  `PO${String(5_000 + (at % 4_000))}`,
  ((at * 7919) % 1_000_000) / 100,
  ((at * 104_729) % 100_000) / 100,
  `user${at % 25}`,
]

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook as Excel writes one: texts shared, each cell with its place and its style. */
export const makeWorkbook = async (path: string, rows: number): Promise<void> => {
  const file = createWriteStream(path)
  const zip = new Zip((error, data, isLast) => {
    if (error) throw error
    file.write(data)
    if (isLast) file.end()
  })
  const add = (name: string, pieces: Iterable<string>) => {
    const part = new ZipDeflate(name, { level: 6 })
    zip.add(part)
    for (const piece of pieces) part.push(strToU8(piece))
    part.push(new Uint8Array(), true)
  }
  const shared = new Map<string, number>()
  const numberOf = (text: string) => {
    const known = shared.get(text)
    if (known !== undefined) return known
    shared.set(text, shared.size)
    return shared.size - 1
  }
  const cell = (value: string | number, column: number, row: number) => {
    const place = `${String.fromCharCode(65 + column)}${row}`
    if (typeof value === 'string') return `<c r="${place}" s="1" t="s"><v>${numberOf(value)}</v></c>`
    return `<c r="${place}" s="${column === 4 ? 2 : 1}"><v>${value}</v></c>`
  }
  const row = (values: readonly (string | number)[], number: number) =>
    `<row r="${number}" spans="1:12">${values.map((value, at) => cell(value, at, number)).join('')}</row>`

  add('[Content_Types].xml', [
    `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  ])
  add('_rels/.rels', [
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ])
  add('xl/workbook.xml', [
    `${head}<workbook ${main} xmlns:r="${office}"><workbookPr/><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ])
  add('xl/_rels/workbook.xml.rels', [
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ])
  add('xl/styles.xml', [
    `${head}<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ])
  add(
    'xl/worksheets/sheet1.xml',
    (function* () {
      yield `${head}<worksheet ${main}><dimension ref="A1:L${rows + 1}"/><sheetData>${row(HEADINGS, 1)}`
      for (let from = 0; from < rows; from += 1_000) {
        const count = Math.min(1_000, rows - from)
        yield Array.from({ length: count }, (_, at) => row(benchRow(from + at), from + at + 2)).join('')
      }
      yield '</sheetData></worksheet>'
    })(),
  )
  add(
    'xl/sharedStrings.xml',
    (function* () {
      yield `${head}<sst ${main} uniqueCount="${shared.size}">`
      for (const text of shared.keys()) yield `<si><t>${text}</t></si>`
      yield '</sst>'
    })(),
  )
  zip.end()
  await finished(file)
}
