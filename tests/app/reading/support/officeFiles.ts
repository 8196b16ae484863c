import { strToU8, zipSync } from 'fflate'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

const relations = (targets: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="${relationships}">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** A Word document by the XML of its body, and of its other parts by what Word calls them. */
export const wordFile = (
  body: string,
  parts: Partial<Record<'numbering' | 'styles' | 'footnotes' | 'comments', string>> = {},
) =>
  zipped({
    '[Content_Types].xml': types,
    '_rels/.rels': relations([['r1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      Object.keys(parts).map((name) => [`${name}Id`, name, `${name}.xml`] as [string, string, string]),
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, `<w:${name} ${word}>${xml}</w:${name}>`]),
    ),
  })

/** A paragraph of Word with its properties and its runs. */
export const wordParagraph = (runs: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${runs}</w:p>`

export const wordRun = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const wordCell = (text: string, properties = ''): string =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${text
    .split('\n')
    .map((line) => wordParagraph(wordRun(line)))
    .join('')}</w:tc>`

export const wordRow = (cells: string[], properties = ''): string =>
  `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.join('')}</w:tr>`

/** A workbook by the XML of its sheets, each with its state, and of its styles. */
export const workbookFile = (
  sheets: { name: string; state?: string; xml: string }[],
  { styles = '', strings = '' }: { styles?: string; strings?: string } = {},
) =>
  zipped({
    '[Content_Types].xml': types,
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${sheet} xmlns:r="${office}"><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`s${at}`, 'worksheet', `/xl/worksheets/sheet${at}.xml`] as [string, string, string]),
      ['styles', 'styles', 'styles.xml'],
      ['strings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${sheet}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${sheet}>${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet ${sheet}>${xml}</worksheet>`]),
    ),
  })
