import { formatDay, formatMoment } from '../../domain/inWords.ts'
import { Level } from '../../domain/ledger/entry.ts'
import { formatPlain } from '../../domain/money.ts'
import { letterOf } from '../workbook/address.ts'
import { cleanText } from '../workbook/excel.ts'
import type { Everything } from './everything.ts'
import { inReadingOrder, inWords, type ReadableColumn, type ReadableValue, readable } from './readable.ts'
import { type Packer, textPieces, type ZipPart, zipFile } from './zipFile.ts'

/** A sheet may have 1,048,576 rows; longer tables go on in a further sheet. */
const MOST_ROWS = 1_000_000

interface Sheet {
  name: string
  columns: ReadableColumn[]
  rows: Iterable<ReadableValue[]>
  /** How many rows there are below the headings. */
  count: number
  /** For sentences rather than data: wrapped, in columns of these widths in characters, and figures at their left. */
  wrappedAt?: readonly number[]
}

/**
 * A workbook with a sheet for each table, behind one that says what it is. ExcelJS would need a gigabyte for a large
 * programme: these sheets have no formulas and few styles, so their text is written as it is read.
 */
export const flatWorkbook = (everything: Everything, packer: Packer, mostRows = MOST_ROWS): Generator<Uint8Array> => {
  const { manifest, tables, nameOf } = everything
  const cut = { texts: 0 }
  const sheets = inReadingOrder(tables).flatMap((table): Sheet[] => {
    const { title, columns, rows } = readable(table, nameOf)
    const count = manifest.tables[table.name] ?? 0
    const parts = Math.max(1, Math.ceil(count / mostRows))
    const shared = partsOf(rows, mostRows)
    return Array.from({ length: parts }, (_, part) => ({
      name: part === 0 ? title : `${title} ${part + 1}`,
      columns,
      rows: shared(),
      count: Math.min(mostRows, count - part * mostRows),
    }))
  })
  const madeAt = new Date(manifest.contents.lastEvent.recordedAt)
  return zipFile(partsOfWorkbook(everything, sheets, cut), madeAt, packer)
}

/** Gives the rows of a table to its sheets one after the other. */
const partsOf = (rows: () => Iterable<ReadableValue[]>, most: number): (() => Iterable<ReadableValue[]>) => {
  let all: Iterator<ReadableValue[]> | undefined
  return () => ({
    *[Symbol.iterator]() {
      all ??= rows()[Symbol.iterator]()
      for (let given = 0; given < most; given += 1) {
        const next = all.next()
        if (next.done) return
        yield next.value
      }
    },
  })
}

function* partsOfWorkbook(everything: Everything, sheets: Sheet[], cut: { texts: number }): Generator<ZipPart> {
  const names = ['About', ...sheets.map(({ name }) => name)]
  const plain = (name: string, text: string): ZipPart => ({ name, pieces: textPieces([HEADER, text]) })
  yield plain('[Content_Types].xml', contentTypes(names.length))
  yield plain('_rels/.rels', packageRelations)
  yield plain('docProps/core.xml', coreProperties(everything))
  yield plain('xl/workbook.xml', workbook(names))
  yield plain('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
  yield plain('xl/styles.xml', styles)
  for (const [at, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${at + 2}.xml`, pieces: textPieces(sheetTexts(sheet, cut)) }
  }
  // Last, because it says how many texts were too long for a cell.
  const rows = [...aboutRows(everything, sheets, cut)]
  const about: Sheet = { name: 'About', columns: aboutColumns, rows, count: rows.length, wrappedAt: [34, 96] }
  yield { name: 'xl/worksheets/sheet1.xml', pieces: textPieces(sheetTexts(about, cut)) }
}

const aboutColumns: ReadableColumn[] = [
  { heading: 'Everything in this programme', kind: 'text' },
  { heading: '', kind: 'text' },
]

function* aboutRows({ manifest }: Everything, sheets: Sheet[], cut: { texts: number }): Generator<ReadableValue[]> {
  const { contents, versions, madeOn, signIn } = manifest
  const { programme, lastEvent } = contents
  const line = (label: string, value: string): ReadableValue[] => [text(label), text(value)]
  yield line('Programme', `${programme.name}${programme.isSample ? ' (sample)' : ''}`)
  if (signIn === 'nobody signs in') {
    yield line(
      'Sign-in',
      'Nobody signs in to this programme: who did what is by the role or the person that was chosen',
    )
  }
  if (programme.capitalSchemeNumber !== '') yield line('Capital scheme number', programme.capitalSchemeNumber)
  yield line('As at', `event ${lastEvent.seq}, recorded ${formatMoment(lastEvent.recordedAt)}`)
  yield line('Hash of that event (SHA-256)', lastEvent.hash)
  yield line('Made on', formatDay(madeOn))
  yield line(
    'Made by',
    `BCF digital tracker ${versions.program}, file format ${versions.file}, SQLite ${versions.sqlite}`,
  )
  yield [null, null]
  yield line('Sums over all entries', '£')
  for (const level of Level.options) yield [text(inWords(level)), { kind: 'money', amount: contents.sums[level] }]
  yield [null, null]
  yield line('Sheet', 'Rows')
  for (const { name, count } of sheets) yield [text(name), { kind: 'number', number: count }]
  if (cut.texts > 0) {
    yield [null, null]
    yield line(
      'Texts cut',
      `${cut.texts} were longer than the 32,767 characters of a cell; the CSV and JSON exports have them whole`,
    )
  }
}

const text = (words: string): ReadableValue => ({ kind: 'text', text: words })

function* sheetTexts({ columns, rows, wrappedAt }: Sheet, cut: { texts: number }): Generator<string> {
  const across = columns.map(({ kind }, at) => wrappedAt?.[at] ?? widths[kind])
  const isNarrow = across.reduce((sum, width) => sum + width, 0) <= WIDEST_PAGE
  const look = wrappedAt ? wrapped : data
  const properties = isNarrow ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''
  yield `${HEADER}<worksheet xmlns="${MAIN}">${properties}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`
  yield across.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const letters = columns.map((_, at) => letterOf(at + 1))
  const headings = columns.map(({ heading }, at) => textCell(`${letters[at]}1`, heading, HEADING, cut))
  yield `</cols><sheetData><row r="1">${headings.join('')}</row>`
  let number = 1
  for (const row of rows) {
    number += 1
    yield `<row r="${number}">${row.map((value, at) => cellOf(`${letters[at]}${number}`, value, look, cut)).join('')}</row>`
  }
  const filter = wrappedAt ? '' : `<autoFilter ref="A1:${letters.at(-1)}${number}"/>`
  yield `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"${isNarrow ? ' fitToHeight="0"' : ''}/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`
}

const widths = { text: 28, short: 14, number: 12, money: 18 }

/** In characters: what is wider could not be read on one page, and goes on to the next. */
const WIDEST_PAGE = 240

/** The numbers of the styles below. */
const HEADING = 1
const data = { text: 0, number: 0, money: 2 }
const wrapped = { text: 3, number: 4, money: 5 }

const cellOf = (address: string, value: ReadableValue, look: typeof data, cut: { texts: number }): string => {
  if (value === null) return ''
  const style = look[value.kind]
  if (value.kind === 'text') return textCell(address, value.text, style, cut)
  const styled = style === 0 ? '' : ` s="${style}"`
  const number = value.kind === 'number' ? value.number : formatPlain(value.amount)
  return `<c r="${address}"${styled}><v>${number}</v></c>`
}

const textCell = (address: string, words: string, style: number, cut: { texts: number }): string => {
  const isPlain = words.length <= PLAIN_LENGTH && !notPlain.test(words)
  const look = style === 0 ? '' : ` s="${style}"`
  if (isPlain) return `<c r="${address}" t="inlineStr"${look}><is><t>${words}</t></is></c>`
  const clean = cleanText(words)
  if (clean.endsWith('…') && !words.endsWith('…')) cut.texts += 1
  return `<c r="${address}" t="inlineStr"${look}><is><t xml:space="preserve">${escaped(clean)}</t></is></c>`
}

/** Most texts need nothing done to them, which is found at once. */
const notPlain =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
  /[&<>\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x|^\s|\s$/
const PLAIN_LENGTH = 1_000

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

const contentTypes = (sheets: number): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${numbers(
    sheets,
  )
    .map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>`)
    .join('')}</Types>`

const packageRelations = `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${CORE}" Target="docProps/core.xml"/></Relationships>`

const workbook = (names: string[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets><definedNames>${names
    .map(
      (name, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$1:$1</definedName>`,
    )
    .join('')}</definedNames></workbook>`

const quoted = (sheet: string): string => escaped(`'${sheet.replaceAll("'", "''")}'`)

const workbookRelations = (sheets: number): string =>
  `<Relationships xmlns="${RELATIONS}">${numbers(sheets)
    .map((at) => `<Relationship Id="rId${at}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
    .join('')}<Relationship Id="rId${sheets + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`

const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00;\\-#,##0.00"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf applyAlignment="1"><alignment horizontal="left"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf></cellXfs></styleSheet>`

const coreProperties = ({ manifest: { contents, versions } }: Everything): string => {
  const { programme, lastEvent } = contents
  const keywords = `event ${lastEvent.seq}, hash ${lastEvent.hash}`
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(cleanText(programme.name))}</dc:title><dc:creator>BCF digital tracker ${escaped(versions.program)}</dc:creator><cp:keywords>${keywords}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">${lastEvent.recordedAt}</dcterms:created></cp:coreProperties>`
}
