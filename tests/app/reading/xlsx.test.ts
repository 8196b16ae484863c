import { expect, test } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { inLines } from './support/inLines.ts'
import { workbookFile } from './support/officeFiles.ts'

const read = async (...file: Parameters<typeof workbookFile>) => inLines(await readDocument(workbookFile(...file)))

/** A cell with a number, in the style of that number. */
const number = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`
const words = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (at: number, cells: string, more = '') => `<row r="${at}"${more}>${cells}</row>`

test('amounts, shares and days are read as the workbook shows them', async () => {
  const codes = [
    '#,##0.0',
    '£#,##0;(£#,##0)',
    '#,##0.0,',
    '0%',
    'dd mmmm yyyy',
    '[$£-809]#,##0.00',
    '[Red]0.00',
    '"FY "0',
    '@',
  ]
  const styles = `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
    <cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}<xf numFmtId="4"/><xf numFmtId="14"/></cellXfs>`
  const shown = [
    number('A1', 1228.04, 1),
    number('B1', -3049000, 2),
    number('C1', 591000, 3),
    number('D1', 0.335, 4),
    number('E1', 44063, 5),
    number('F1', 1234.565, 6),
    number('G1', 2.005, 7),
    number('H1', 2020, 8),
    number('I1', 1.25, 9),
    number('J1', 1000.5, 10),
    number('K1', 44063, 11),
    number('L1', 0.1 + 0.2),
    '<c r="M1" t="b"><v>1</v></c><c r="N1" t="e"><v>#REF!</v></c>',
  ]
  const sheets = [{ name: 'Plan', xml: `<sheetData>${row(1, shown.join(''))}</sheetData>` }]
  const [, , cells] = await read(sheets, { styles })
  expect(
    cells
      ?.trim()
      .split(' | ')
      .map((cell) => cell.replace(/^\d+:/, '')),
  ).toEqual([
    '1,228.0',
    '(£3,049,000)',
    '591.0',
    '34%',
    '20 August 2020',
    '£1,234.57',
    '2.01',
    'FY 2020',
    '1.25',
    '1,000.50',
    '20/08/2020',
    '0.3',
    'TRUE',
    '#REF!',
  ])
})

test('words above and below are paragraphs, merged cells cover their part, and what is hidden or computed is said', async () => {
  const xml = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>
    ${row(1, words('A1', 'Capital Funding &amp; Cash Flow'))}
    ${row(2, `${words('A2', 'Source')}${words('B2', '2020/21')}${words('C2', 'working')}${words('D2', '2021/22')}`)}
    ${row(3, `<c r="A3" t="s"><v>0</v></c>${number('B3', 1228)}${number('C3', 9)}<c r="D3"><f>B3-1190.4</f><v>37.6</v></c>`)}
    ${row(4, `${words('A4', 'hidden')}${number('B4', 5)}`, ' hidden="1"')}
    ${row(5, `${words('A5', 'Both')}${number('B5', 7)}`)}
    ${row(6, words('A6', '*Note: £1 of it is held'))}
    ${row(9, words('A9', '1.1 Another table'))}
    ${row(10, `${words('B10', 'x')}${number('C10', 1)}${number('D10', 3)}`)}
    </sheetData><mergeCells><mergeCell ref="B5:D5"/></mergeCells>`
  const sheets = [
    { name: 'Funding', xml },
    { name: 'Old', state: 'hidden', xml: `<sheetData>${row(1, number('A1', 1))}</sheetData>` },
  ]
  const strings = '<si><r><t>Govern</t></r><r><rPr><b/></rPr><t>ment Grant</t></r></si>'
  expect(await read(sheets, { strings })).toEqual([
    'xlsx, no title, pages unknown',
    'Funding: Capital Funding & Cash Flow',
    'Funding: table',
    '  0:Source | 1:2020/21 | 2:2021/22',
    '  0:Government Grant | 1:1228 | 2:37.6',
    '  0:Both | 1+2:7',
    'Funding: *Note: £1 of it is held',
    'Funding: <1.1> Another table',
    'Funding: table',
    '  0:x | 1:3',
    'formula-results 1',
    'hidden 3',
  ])
})
