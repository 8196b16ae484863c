import ExcelJs from 'exceljs'
import { expect, test } from 'vitest'
import { workbookFile } from '../reading/support/officeFiles.ts'
import { refusalOf, rowsOf, withExtract } from './readExtract.ts'

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
const strings = '<si><t>Ref</t></si><si><r><t>Net </t></r><r><t>amount</t></r><rPh><t>x</t></rPh></si>'

const cell = (text: string, value: string | number | null, kind: string, isFormula = false) => ({
  text,
  value,
  kind,
  isFormula,
})
const blank = cell('', null, 'blank')

test('cells say what they hold: texts, numbers, codes with zeros, days, truths, errors and results of formulas', async () => {
  const bytes = workbookFile(
    [
      {
        name: 'Ledger',
        xml:
          '<dimension ref="A1:XFD1048576"/><sheetData>' +
          '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>' +
          '<row r="4" hidden="1"><c r="A4" s="1"><v>44057.75</v></c><c r="B4" s="2"><v>123</v></c><c r="C4" s="3"><v>1234.5</v></c>' +
          '<c r="D4"><f>SUM(A1:A9)</f><v>99.125</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#N/A</v></c>' +
          '<c r="G4" t="inlineStr"><is><t>in </t><t>line</t></is></c><c r="H4" t="str"><f>A1</f><v>said</v></c>' +
          '<c r="I4" t="d"><v>2020-08-14T00:00:00</v></c><c r="J4"><v>1900012345678</v></c><c r="K4"/><c r="L4" s="3"/></row>' +
          '<row r="9"/><row r="10"><c r="A10" s="1"/></row>' +
          '</sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
      },
    ],
    { styles, strings },
  )
  expect(await withExtract(bytes, rowsOf)).toEqual([
    { row: 3, isHidden: false, cells: [cell('Ref', 'Ref', 'text'), blank, cell('Net amount', 'Net amount', 'text')] },
    {
      row: 4,
      isHidden: true,
      cells: [
        cell('14/08/2020', '2020-08-14', 'date'),
        cell('00123', 123, 'number'),
        cell('1234.5', 1234.5, 'number'),
        cell('99.125', 99.125, 'number', true),
        cell('TRUE', 'TRUE', 'boolean'),
        cell('#N/A', '#N/A', 'error'),
        cell('in line', 'in line', 'text'),
        cell('said', 'said', 'text', true),
        cell('14/08/2020', '2020-08-14', 'date'),
        cell('1900012345678', 1_900_012_345_678, 'number'),
      ],
    },
  ])
})

test('each sheet can be read, as often as asked, and says whether it is hidden', async () => {
  const bytes = workbookFile([
    { name: 'Cover', xml: '<sheetData><row><c t="str"><v>Report</v></c></row></sheetData>' },
    { name: 'Data', state: 'hidden', xml: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>' },
  ])
  const read = await withExtract(bytes, async (extract) => ({
    sheets: extract.sheets,
    once: await rowsOf(extract, 'Data'),
    again: await rowsOf(extract, 'Data'),
  }))
  const rows = [{ row: 1, isHidden: false, cells: [cell('1', 1, 'number'), cell('2', 2, 'number')] }]
  expect(read).toEqual({
    sheets: [
      { name: 'Cover', isHidden: false },
      { name: 'Data', isHidden: true },
    ],
    once: rows,
    again: rows,
  })
  const unknown = withExtract(bytes, async (extract) => await rowsOf(extract, 'Other'))
  await expect(unknown).rejects.toMatchObject({ code: 'not-found', detail: { entity: 'sheet', id: 'Other' } })
})

test('rows that hold nothing but a style are no rows, and too many that hold something are refused', async () => {
  const empty = '<row><c s="1"/></row>'.repeat(20_000)
  const styled = workbookFile([{ name: 'A', xml: `<sheetData><row><c><v>1</v></c></row>${empty}</sheetData>` }])
  const full = workbookFile([
    { name: 'A', xml: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(250_001)}</sheetData>` },
  ])
  expect([await refusalOf(styled), await refusalOf(full)]).toEqual([
    1,
    { code: 'extract-too-large', detail: { what: 'rows', limit: 250_000 } },
  ])
}, 60_000)

test('a workbook that ExcelJS writes reads as it was filled in', async () => {
  const workbook = new ExcelJs.Workbook()
  const sheet = workbook.addWorksheet('Ledger')
  sheet.addRow(['Ref', 'Date', 'Amount'])
  sheet.addRow(['JV1 & Söhne', new Date(Date.UTC(2020, 7, 14)), { formula: 'A1*2', result: 12.5 }])
  sheet.getColumn(2).numFmt = 'dd/mm/yyyy'
  const read = await withExtract(new Uint8Array(await workbook.xlsx.writeBuffer()), rowsOf)
  expect(read[1]?.cells).toEqual([
    cell('JV1 & Söhne', 'JV1 & Söhne', 'text'),
    cell('14/08/2020', '2020-08-14', 'date'),
    cell('12.5', 12.5, 'number', true),
  ])
})
