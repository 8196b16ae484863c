import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_CELLS, readClipboard } from '../../../renderer/ui/moneyGrid/readClipboard.ts'

const texts = (text: string, html?: string) => readClipboard(text, html).map((row) => row.map((cell) => cell.text))

test('the cells of Excel stand between tabs and line ends, and the last line end begins no row', () => {
  expect(texts('400.0\t(40.0)\r\n\t1,234\r\n')).toEqual([
    ['400.0', '(40.0)'],
    ['', '1,234'],
  ])
})

test.each<[string, string, string[][]]>([
  ['nothing', '', []],
  ['one cell', '591', [['591']]],
  ['one empty cell with its line end', '\r\n', [['']]],
  ['line ends of Unix', 'a\nb\n', [['a'], ['b']]],
  ['line ends of old Macs', 'a\rb', [['a'], ['b']]],
  ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
  ['empty cells at both ends', '\ta\t\r\n', [['', 'a', '']]],
  ['an empty cell at the very end', 'a\t', [['a', '']]],
  ['quotes that hold a tab, a line end and quotes', '"a\tb"\t"c\r\nd"\t"""e"""\r\n', [['a\tb', 'c\r\nd', '"e"']]],
  ['quotes that are characters of the cell', '"A" list\t5" pipe', [['"A" list', '5" pipe']]],
  ['a quote that nothing closes', '"a\tb', [['"a', 'b']]],
])('%s', (_, text, expected) => {
  expect(texts(text)).toEqual(expected)
})

test('whatever cells are written as Excel writes them are read back', () => {
  const written = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ', '£'), maxLength: 6 })
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
  fc.assert(
    fc.property(block, (rows) => {
      expect(texts(rows.map((row) => `${row.map(written).join('\t')}\r\n`).join(''))).toEqual(rows)
    }),
  )
})

// As LibreOffice 7 writes a sheet for other programs.
const ofLibreOffice = `<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">td { color: red }</style>
<table cellspacing="0" border="0">
	<colgroup span="3" width="80"></colgroup>
	<tr>
		<td height="20" align="left" valign=bottom><font color="#000000">Mindwell &quot;portal&quot;</font></td>
		<td align="right" valign=bottom sdval="400123.456" sdnum="1033;0;#,##0.0"><font color="#000000">400,123.5</font></td>
		<td align="right" valign=bottom sdval="-40" sdnum="1033;0;#,##0.0;(#,##0.0)"><font color="#000000">(40.0)</font></td>
	</tr>
	<tr>
		<td height="20" align="left" valign=bottom><font color="#000000">Two<br>lines</font></td>
		<td align="right" valign=bottom sdval="333.333333333333" sdnum="1033;"><font color="#000000">333.3</font></td>
		<td align="right" valign=bottom sdval="0.415" sdnum="1033;0;0.0%"><font color="#000000">41.5%</font></td>
	</tr>
	<tr>
		<td rowspan=2 height="40" align="left" valign=bottom><font color="#000000">Merged</font></td>
		<td align="right" valign=bottom sdval="1234567" sdnum="1033;0;#,##0,"><font color="#000000">1,235</font></td>
		<td align="left" valign=bottom><font color="#000000"><br></font></td>
	</tr>
	<tr>
		<td align="right" valign=bottom sdval="44063" sdnum="1033;0;DD/MM/YYYY"><font color="#000000">20/08/2020</font></td>
		<td align="right" valign=bottom sdval="65000.4" sdnum="1033;0;&quot;£&quot;#,##0"><font color="#000000">£65,000</font></td>
	</tr>
</table>`

const ofLibreOfficeRead = [
  [{ text: 'Mindwell "portal"' }, { text: '400,123.5', exact: '400123.456' }, { text: '(40.0)', exact: '-40' }],
  [{ text: 'Two lines' }, { text: '333.3', exact: '333.333333333333' }, { text: '41.5%' }],
  [{ text: 'Merged' }, { text: '1,235' }, { text: '' }],
  [{ text: '' }, { text: '20/08/2020' }, { text: '£65,000', exact: '£65000.4' }],
]

test('a table of LibreOffice gives the digits that it does not show, but not those of percentages, dates and thousands', () => {
  expect(readClipboard('', ofLibreOffice)).toEqual(ofLibreOfficeRead)
})

test('the text decides what a cell says, and the table only adds digits', () => {
  const text =
    'Mindwell "portal"\t400,123.5\t(40.0)\n"Two\nlines"\t333.3\t41.5%\nMerged\t1,235\t\n\t20/08/2020\t£65,000\n'
  expect(readClipboard(text, ofLibreOffice)).toEqual(
    ofLibreOfficeRead.map((row) => row.map((cell) => (cell.text === 'Two lines' ? { text: 'Two\nlines' } : cell))),
  )
})

// As Excel puts it on the clipboard, with the hidden row that holds the widths.
const ofExcel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\#\\,\\#\\#0\\.0";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 width=192 style='border-collapse:collapse;width:144pt'>
<!--StartFragment--> <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td colspan=2 height=20 class=xl65 align=right style='mso-number-format:"&gt;"' x:num="400.04">400.0</td>
  <td class=xl65 align=right x:num>35.5</td>
 </tr>
 <tr height=20><td>&nbsp;£&nbsp;1,234&nbsp;</td><td>&minus;12 &#8209; &#xA3;<span style='mso-spacerun:yes'> </span></td><td></td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td><td width=64></td><td width=64></td></tr><![endif]>
<!--EndFragment--></table></body></html>`

test('a table of Excel: merged cells keep their places, entities are characters, and its row of widths is left out', () => {
  expect(readClipboard('', ofExcel)).toEqual([
    [{ text: '400.0', exact: '400.04' }, { text: '' }, { text: '35.5' }],
    [{ text: '£\u00a01,234' }, { text: '\u221212 \u2011 £' }, { text: '' }],
  ])
})

test('a table of Google Sheets gives its exact numbers', () => {
  const html = `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style><table><tbody><tr><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:591.049}">591.0</td><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;x&quot;}">x</td></tr></tbody></table></google-sheets-html-origin>`
  expect(readClipboard('591.0\tx', html)).toEqual([[{ text: '591.0', exact: '591.049' }, { text: 'x' }]])
})

test('a cell of a Word table that the text tears into lines is one cell', () => {
  const html = '<table><tr><td><p>Helm</p><p>Record</p></td><td><p>591.0</p></td></tr></table>'
  expect(texts('Helm\nRecord\t591.0', html)).toEqual([['Helm Record', '591.0']])
})

test.each([
  ['words stand beside the table', 'See: <table><tr><td>1</td></tr></table>'],
  ['there are two tables', '<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>'],
  ['tables stand in tables', '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>'],
  ['there is no table', '<p>a</p>'],
  ['a tag is never closed', '<table><tr><td>1</td><td class="'],
  ['a comment is never closed', '<table><tr><td>1<!-- '],
  ['a script is never closed', '<table><tr><td>1<script>x'],
])('the text is taken where %s', (_, html) => {
  expect(texts('a\tb', html)).toEqual([['a', 'b']])
})

test('scripts and styles in a pasted table are never text', () => {
  const html =
    '<table><tr><td><script>alert(1)</script>1<style>td{}</style><img src=x onerror="alert(1)"></td><td title="a>b">2</td></tr></table>'
  expect(texts('', html)).toEqual([['1', '2']])
})

test('no soup of tags breaks the reader or makes it slow', () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=3>',
    '<td rowspan=2>',
    '</td>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '"',
    '=',
    '<',
    '>',
    '&',
    '&#x',
    '1',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const rows = readClipboard('', pieces.join(''))
      expect(rows.every((row) => row.every(({ text }) => typeof text === 'string'))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('more than 100,000 cells are refused, as text and as a table', () => {
  const refusal = expect.objectContaining({ code: 'too-many-cells', detail: { limit: MOST_CELLS } })
  expect(() => readClipboard('1\t'.repeat(MOST_CELLS + 1))).toThrow(refusal)
  expect(() => readClipboard('', `<table><tr>${'<td colspan=1000>'.repeat(101)}</tr></table>`)).toThrow(refusal)
  expect(readClipboard(`1${'\t1'.repeat(MOST_CELLS - 1)}`)[0]?.length).toBe(MOST_CELLS)
})
