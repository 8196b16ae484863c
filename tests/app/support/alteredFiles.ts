import { alterPackage } from '../../support/reports/alterPackage.ts'

/** What somebody did to a file, and the file then. */
export type Alteration = [what: string, alter: (bytes: Uint8Array) => Uint8Array]

const inDocument =
  (alter: (xml: string) => string) =>
  (bytes: Uint8Array): Uint8Array =>
    alterPackage(bytes, { 'word/document.xml': alter })

const rowOf = (label: string) => new RegExp(`<w:tr>(?:(?!</w:tr>).)*>${label}<.*?</w:tr>`)

const without = (words: string) => (xml: string) => xml.replaceAll(words, '')

/** Another look for one figure. */
const withLook = (look: string) => (xml: string) =>
  xml.replace(
    /<w:rPr>((?:(?!<w:rPr>).)*)<\/w:rPr>(<w:t[^>]*>55\.5<)/,
    (_found, own: string, words: string) =>
      `<w:rPr>${look}${own.replace(/<w:(?:color|sz) [^>]*>/g, '')}</w:rPr>${words}`,
  )

/** As Word writes it, for itself and for its older versions. */
const boxOf = (words: string) =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`

/** Alterations of the Capital Funding & Cash Flow tables of three schemes as a Word document. */
export const wordAlterations: Alteration[] = [
  ['a figure', inDocument((xml) => xml.replace('>120.0<', '>130.0<'))],
  ['a total', inDocument((xml) => xml.replace('>319.8<', '>391.8<'))],
  ['a name', inDocument((xml) => xml.replace('>Care maps<', '>Care map<'))],
  ['a row taken out', inDocument((xml) => xml.replace(rowOf('Care maps'), ''))],
  [
    'a row put in',
    inDocument((xml) => xml.replace(rowOf('Care maps'), (row) => row + row.replace('Care maps', 'Ghost'))),
  ],
  ['a sentence', inDocument((xml) => xml.replace('before the decision was made', 'after the decision was made'))],
  ['a paragraph taken out', inDocument((xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*A, the first table.*?<\/w:p>/, ''))],
  [
    'a paragraph put in',
    inDocument((xml) =>
      xml.replace(/(<w:p>(?:(?!<\/w:p>).)*About this document)/, '<w:p><w:r><w:t>All is well</w:t></w:r></w:p>$1'),
    ),
  ],
  ['a heading of a column', inDocument((xml) => xml.replace('>TO MARCH 2020<', '>TO MARCH 2021<'))],
  [
    'two figures changed for each other',
    inDocument((xml) => xml.replace('>239.8<', '>#<').replace('>80.0<', '>239.8<').replace('>#<', '>80.0<')),
  ],
  ['a sign', inDocument((xml) => xml.replace('>(319.8)<', '>319.8<'))],
  [
    'a figure hidden',
    inDocument((xml) =>
      xml.replace(/<w:rPr>((?:(?!<w:rPr>).)*)<\/w:rPr>(<w:t[^>]*>55\.5<)/, '<w:rPr><w:vanish/>$1</w:rPr>$2'),
    ),
  ],
  ['a figure in the colour of the page', inDocument(withLook('<w:color w:val="FDFDFD"/>'))],
  ['a figure too small to be read', inDocument(withLook('<w:sz w:val="2"/>'))],
  [
    'a figure hidden by a style',
    (bytes) =>
      alterPackage(bytes, {
        'word/styles.xml': (xml) =>
          xml.replace(
            '</w:styles>',
            '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
          ),
        'word/document.xml': withLook('<w:rStyle w:val="Quiet"/>'),
      }),
  ],
  [
    'a box of text over a figure',
    inDocument((xml) => xml.replace(/(<w:t[^>]*>120\.0<\/w:t><\/w:r>)/, `$1${boxOf('130.0')}`)),
  ],
  [
    'an old box of text',
    inDocument((xml) =>
      xml.replace(
        /(<w:t[^>]*>319\.8<\/w:t><\/w:r>)/,
        '$1<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>391.8</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
      ),
    ),
  ],
  [
    'a figure crossed out',
    inDocument((xml) => xml.replace(/<w:t( xml:space="preserve")?>64\.3<\/w:t>/, '<w:delText>64.3</w:delText>')),
  ],
  ['the mark of a demonstration taken off the text', inDocument(without(' · DEMONSTRATION: nobody signs in'))],
  [
    'the mark taken off the feet',
    (bytes) =>
      alterPackage(bytes, {
        'word/footer1.xml': without('DEMONSTRATION'),
        'word/footer2.xml': without('DEMONSTRATION'),
      }),
  ],
  [
    'the mark taken off one foot of two',
    (bytes) => alterPackage(bytes, { 'word/footer2.xml': without('DEMONSTRATION') }),
  ],
  [
    'words in the place of a page number',
    (bytes) =>
      alterPackage(bytes, {
        'word/footer1.xml': (xml) =>
          xml.replace(/(<w:fldChar w:fldCharType="separate"[^>]*>)/, '$1</w:r><w:r><w:t>Agreed 1</w:t></w:r><w:r>'),
      }),
  ],
  ['another document put in', inDocument((xml) => xml.replace('<w:sectPr', '<w:altChunk r:id="rId99"/><w:sectPr'))],
  [
    'the status in the properties',
    (bytes) => alterPackage(bytes, { 'docProps/custom.xml': (xml) => xml.replace('ISSUED · DEMONSTRATION', 'ISSUED') }),
  ],
  ['the hash of the event', inDocument((xml) => xml.replace(/>[\da-f]{64}</, '>0000<'))],
]

const sheet = 'xl/worksheets/sheet1.xml'
const inSheet =
  (alter: (xml: string) => string) =>
  (bytes: Uint8Array): Uint8Array =>
    alterPackage(bytes, { [sheet]: alter })

/** The same as a workbook. */
export const workbookAlterations: Alteration[] = [
  ['a figure', inSheet((xml) => xml.replace('<v>120000</v>', '<v>130000</v>'))],
  ['a kept result under its formula', inSheet((xml) => xml.replace('<v>319750.5</v>', '<v>391750.5</v>'))],
  ['a formula in whose place stands its result', inSheet((xml) => xml.replace('<f>SUM(C16:G16)</f>', ''))],
  ['a formula', inSheet((xml) => xml.replace('SUM(B16:B18)', 'SUM(B16:B17)'))],
  [
    'a name',
    (bytes) => alterPackage(bytes, { 'xl/sharedStrings.xml': (xml) => xml.replace('>Care maps<', '>Care map<') }),
  ],
  ['a sign', inSheet((xml) => xml.replace('<v>-319750.5</v>', '<v>319750.5</v>'))],
  ['a penny', inSheet((xml) => xml.replace('<v>64250.5</v></c><c r="C18"', '<v>64250.51</v></c><c r="C18"'))],
  [
    'a figure made text',
    inSheet((xml) =>
      xml.replace(
        /<c r="D17" s="15"><v>55500<\/v><\/c>/,
        '<c r="D17" s="15" t="inlineStr"><is><t>55,500 agreed</t></is></c>',
      ),
    ),
  ],
  ['a row taken out', inSheet((xml) => xml.replace(/<row r="17".*?<\/row>/, ''))],
  [
    'a cell put in',
    inSheet((xml) =>
      xml
        .replace('<row r="20"', '<row r="14"><c r="J14"><v>42</v></c></row><row r="20"')
        .replace(/(<row r="14">.*?<\/row>)(<row r="20")/, '$2')
        .replace('<row r="15"', '<row r="14"><c r="J14"><v>42</v></c></row><row r="15"'),
    ),
  ],
  [
    'a sheet renamed',
    (bytes) =>
      alterPackage(bytes, { 'xl/workbook.xml': (xml) => xml.replace('name="Checks" state', 'name="Notes" state') }),
  ],
  [
    'a sheet hidden',
    (bytes) =>
      alterPackage(bytes, {
        'xl/workbook.xml': (xml) => xml.replace('name="Checks" state="visible"', 'name="Checks" state="hidden"'),
      }),
  ],
  [
    'a sheet taken out',
    (bytes) => alterPackage(bytes, { 'xl/workbook.xml': (xml) => xml.replace(/<sheet sheetId="2".*?\/>/, '') }),
  ],
  ['a row hidden', inSheet((xml) => xml.replace('<row r="17"', '<row r="17" hidden="1"'))],
  ['a row of no height', inSheet((xml) => xml.replace(/(<row r="17".*? ht=")[\d.]+/, '$10'))],
  ['a column of no width', inSheet((xml) => xml.replace(/(<col min="3"[^>]* width=")[\d.]+/, '$10'))],
  [
    'a number format that shows another figure',
    (bytes) =>
      alterPackage(bytes, {
        'xl/styles.xml': (xml) => xml.replace(/(<numFmt [^>]*formatCode=")#,##0[^"]*/, '$1&quot;999.9&quot;'),
      }),
  ],
  [
    'a number format that shows nothing',
    (bytes) =>
      alterPackage(bytes, { 'xl/styles.xml': (xml) => xml.replace(/(<numFmt [^>]*formatCode=")#,##0[^"]*/, '$1;;;') }),
  ],
  [
    'a figure in the colour of its cell',
    (bytes) => {
      let style = 0
      const styled = alterPackage(bytes, {
        'xl/styles.xml': (xml) => {
          const [, fonts = '0'] = /<fonts count="(\d+)"/.exec(xml) ?? []
          const [, styles = '0'] = /<cellXfs count="(\d+)"/.exec(xml) ?? []
          style = Number(styles)
          return xml
            .replace('</fonts>', '<font><color rgb="FFFFFFFF"/></font></fonts>')
            .replace('</cellXfs>', `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0"/></cellXfs>`)
        },
      })
      return inSheet((xml) => xml.replace('<c r="D17" s="15">', `<c r="D17" s="${style}">`))(styled)
    },
  ],
  ['the feet of the pages', inSheet((xml) => xml.replace(/(<oddFooter>.*?)ISSUED/, '$1'))],
  [
    'the category',
    (bytes) =>
      alterPackage(bytes, { 'docProps/core.xml': (xml) => xml.replace('<cp:category>ISSUED', '<cp:category>Final') }),
  ],
  [
    'a named place',
    (bytes) => alterPackage(bytes, { 'xl/workbook.xml': (xml) => xml.replace('$A$19:$G$19', '$A$18:$G$18') }),
  ],
]

const inText =
  (alter: (text: string) => string) =>
  (bytes: Uint8Array): Uint8Array => {
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const after = alter(before)
    if (after === before) throw new Error('Nothing was altered')
    return new TextEncoder().encode(after)
  }

const lineWith = (label: string) => new RegExp(`^.*,${label},.*\\r?\\n`, 'm')

/** The same as CSV. */
export const csvAlterations: Alteration[] = [
  ['a figure', inText((text) => text.replace('120000.00', '130000.00'))],
  ['a penny', inText((text) => text.replace('64250.50', '64250.51'))],
  ['a total', inText((text) => text.replace('319750.50', '391750.50'))],
  ['a sign', inText((text) => text.replace('55500.00', '-55500.00'))],
  ['a name', inText((text) => text.replace('Care maps', 'Care map'))],
  ['a row taken out', inText((text) => text.replace(lineWith('Care maps'), ''))],
  [
    'a row put in',
    inText((text) => text.replace(lineWith('Care maps'), (line) => line + line.replace('Care maps', 'Ghost'))),
  ],
  ['a heading', inText((text) => text.replace('2020/21 £', '2021/22 £'))],
  ['a figure taken out', inText((text) => text.replace(',80000.00,', ',,'))],
  ['the status', inText((text) => text.replace('ISSUED', ''))],
  ['the mark of a demonstration', inText((text) => text.replace('DEMONSTRATION: nobody signs in', ''))],
]
