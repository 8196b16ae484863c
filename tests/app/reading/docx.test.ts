import { expect, test } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { inLines } from './support/inLines.ts'
import { wordCell, wordFile, wordParagraph, wordRow, wordRun } from './support/officeFiles.ts'

const read = async (...file: Parameters<typeof wordFile>) => inLines(await readDocument(wordFile(...file)))

const level = (at: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="9">${level(0, 'lowerRoman', '(%1)')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`
const styles = `<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="H1"/></w:style>
  <w:style w:styleId="Cap"><w:name w:val="caption"/></w:style>`
const listed = (id: number, at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`
const text = (words: string, properties = '') => wordParagraph(wordRun(words), properties)

test('paragraphs have the numbers that their lists count, through styles, levels, letters and new beginnings', async () => {
  const body = [
    text('Purpose', '<w:pStyle w:val="Own"/>'),
    text('Asks for £5m', listed(1, 1)),
    text('first', listed(1, 2)),
    text('second', listed(1, 2)),
    text('Says why', listed(1, 1)),
    text('a point', listed(2, 0)),
    text('Main issues', '<w:pStyle w:val="H1"/>'),
    text('Begins again', listed(1, 1)),
    text('small', listed(3, 0)),
    text('from four', listed(4, 0)),
    text('no list', `<w:pStyle w:val="H1"/>${listed(0, 0)}`),
    text('4.4.1 typed by hand'),
    text('2020/21 is a year and no number'),
  ]
  expect(await read(body.join(''), { numbering, styles })).toEqual([
    'docx, no title, pages unknown',
    'h1 <1> Purpose',
    '<1.1> Asks for £5m',
    '<a)> first',
    '<b)> second',
    '<1.2> Says why',
    'a point',
    'h1 <2> Main issues',
    '<2.1> Begins again',
    '<(i)> small',
    '<(iv)> from four',
    'h1 no list',
    '<4.4.1> typed by hand',
    '2020/21 is a year and no number',
  ])
})

test('tracked changes are read as if accepted and comments are left out, and both are said', async () => {
  const body = [
    wordParagraph(
      `${wordRun('The cost is £')}<w:del>${wordRun('4').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${wordRun('5')}</w:ins>${wordRun('m.')}<w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    wordParagraph(wordRun('The end of this line '), '<w:rPr><w:del/></w:rPr>'),
    text('was taken away.'),
    `<w:tbl>${wordRow([wordCell('A'), wordCell('1')])}${wordRow([wordCell('B'), wordCell('2')], '<w:del/>')}${wordRow([wordCell('C'), wordCell('3')], '<w:ins/>')}</w:tbl>`,
  ]
  expect(await read(body.join(''), { comments: `<w:comment w:id="0">${text('Is it?')}</w:comment>` })).toEqual([
    'docx, no title, pages unknown',
    'The cost is £5m.',
    'The end of this line was taken away.',
    'table',
    '  0:A | 1:1',
    '  0:C | 1:3',
    'tracked-changes 5',
    'comments 1',
  ])
})

test('merged cells cover their part of the grid, and a nested table comes behind the one that it stands in', async () => {
  const merge = (val: string) => `<w:vMerge${val ? ` w:val="${val}"` : ''}/>`
  const table = [
    wordRow([wordCell('', merge('restart')), wordCell('2020/21'), wordCell('2021/22')], '<w:tblHeader/>'),
    wordRow([wordCell('', merge('')), wordCell('Both years', '<w:gridSpan w:val="2"/>')]),
    wordRow([
      wordCell('Label\nof two lines'),
      wordCell('1.0'),
      `<w:tc><w:tbl>${wordRow([wordCell('in'), wordCell('side')])}</w:tbl>${wordParagraph(wordRun('2.0'))}</w:tc>`,
    ]),
    wordRow([wordCell('late'), wordCell('3.0')], '<w:gridBefore w:val="1"/>'),
  ]
  const body = `${text('Table 1: What it costs', '<w:pStyle w:val="Cap"/>')}<w:tbl>${table.join('')}</w:tbl>`
  expect(await read(body, { styles })).toEqual([
    'docx, no title, pages unknown',
    'Table 1: What it costs',
    'table Table 1: What it costs',
    '  0v2# | 1#2020/21 | 2#2021/22',
    '  1+2:Both years',
    '  0:Label/of two lines | 1:1.0 | 2:2.0',
    '  1:late | 2:3.0',
    'table',
    '  0:in | 1:side',
  ])
})

test('footnotes, raised marks, fields, boxes to tick, hidden words and pages are read as they are printed', async () => {
  const field = (type: string, inside = '') => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`
  const ticked = '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
  const empty = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
  const raised = '<w:vertAlign w:val="superscript"/>'
  const body = [
    wordParagraph(
      `${field('begin', ticked)}${field('end')}${wordRun(' Yes ')}${field('begin', empty)}${field('separate')}${field('end')}${wordRun(' No')}`,
    ),
    wordParagraph(
      `${wordRun('On page ')}${field('begin')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>${wordRun('not seen')}${field('separate')}${wordRun('7')}${field('end')}${wordRun(' it says')}<w:r><w:footnoteReference w:id="4"/></w:r>`,
    ),
    wordParagraph(
      `<w:r><w:lastRenderedPageBreak/></w:r>${wordRun('The 20')}${wordRun('th', raised)}${wordRun(' of 50 m')}${wordRun('2', raised)}${wordRun(' costs £3')}${wordRun('a', raised)}`,
    ),
    wordParagraph(
      `${wordRun('£1 ')}${wordRun('secret', '<w:vanish/>')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`,
    ),
  ]
  const footnotes = `<w:footnote w:id="0">${text('separator')}</w:footnote><w:footnote w:id="4">${text('Ask the office.')}</w:footnote>`
  expect(await read(body.join(''), { footnotes })).toEqual([
    'docx, no title, 2 pages',
    'p1 ☒ Yes ☐ No',
    'p1 On page 7 it says ^1',
    'p2 The 20th of 50 m2 costs £3 ^a',
    'p2 £1 ☒',
    'note 1: Ask the office.',
    'hidden 1',
  ])
})

test('a text box comes behind the paragraph that it hangs on, once, and a picture is said', async () => {
  const box = `<w:txbxContent>${text('In a box: £2m')}</w:txbxContent>`
  const body = wordParagraph(
    `${wordRun('Beside')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing/></w:r>`,
  )
  expect(await read(body)).toEqual([
    'docx, no title, pages unknown',
    'Beside',
    'In a box: £2m',
    'pictures 1',
    'text-boxes 1',
  ])
})

test('each cell of a row that a page break cuts is on its own page, and the break counts once', async () => {
  const cut = `<w:tc><w:p>${wordRun('£1')}<w:r><w:lastRenderedPageBreak/></w:r>${wordRun(' and £2')}</w:p></w:tc>`
  const document = await readDocument(
    wordFile(`<w:tbl>${wordRow([cut, cut])}${wordRow([wordCell('£3'), wordCell('£4')])}</w:tbl>`),
  )
  const [table] = document.blocks
  const pages = table?.kind === 'table' ? table.rows.map((row) => row.map(({ page }) => page)) : []
  expect([document.pages, table?.at.page, table?.at.pageTo, pages]).toEqual([
    2,
    1,
    2,
    [
      [1, 1],
      [2, 2],
    ],
  ])
})
