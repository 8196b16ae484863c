import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import type { Part, ReportModel, Run } from '../../reports/model/reportModel.ts'
import { writeWord } from '../../reports/word/writeWord.ts'
import type { Pictures } from '../../reports/writers.ts'
import { everyPart, everyPartIssued } from './support/everyPart.ts'
import { expectGolden } from './support/expectGolden.ts'
import { injectionPayloads } from './support/injectionPayloads.ts'
import { wordContents } from './support/wordContents.ts'

/** One grey pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const pictures: Pictures = { mix: { png: pixel, svg: '<svg/>', width: 1000, height: 400 } }

const text = (said: string): Run => ({ kind: 'text', text: said, isStrong: false })
const note = (mark: string): Run => ({ kind: 'footnote', mark })
const paragraph = (id: string, runs: Run[], number: string | null = null): Part => ({
  kind: 'paragraph',
  id,
  number,
  runs,
  exempt: null,
})
const heading = (id: string, number: string | null): Part => ({
  kind: 'heading',
  id,
  level: 1,
  number,
  text: 'Heading',
})

const modelOf = (parts: Part[], rest: Partial<ReportModel> = {}): ReportModel => ({
  ...everyPart,
  parts,
  footnotes: [],
  missing: [],
  ...rest,
})

const xmlOf = async (model: ReportModel, name: string, drawn: Pictures = {}): Promise<string> =>
  strFromU8(unzipSync(await writeWord(model, drawn))[name] ?? new Uint8Array())

const body = (model: ReportModel) => xmlOf(model, 'word/document.xml')

test('every kind of part stands in the document as the model has it', async () => {
  expectGolden('word-every-part', `${(await wordContents(await writeWord(everyPart, {}))).join('\n')}\n`)
})

test('the same report and pictures give the same bytes', async () => {
  const [one, other] = [await writeWord(everyPart, pictures), await writeWord(everyPart, pictures)]
  expect(Buffer.compare(one, other)).toBe(0)
})

test('a drawn chart is a picture with its finding and figures as words, and no table', async () => {
  const lines = await wordContents(await writeWord(everyPart, pictures))
  expect(lines.filter((line) => /^picture|^Chart|^Table 2|Borrowing \|/.test(line))).toEqual([
    'Chart 1. Borrowing pays for 60.0% of 2021/22',
    'Table 2. The schemes, one by one (£)',
    "picture: Borrowing pays for 60.0% of 2021/22. Allocation by funding source, £000's, 2020/21 to 2021/22, as at 28 August 2020. 2020/21, Better Care Fund grant 750.0, Borrowing 250.0, Total 1,000.0; 2021/22, Better Care Fund grant 200.0, Borrowing 300.0, Total 500.0; Total, Better Care Fund grant 950.0, Borrowing 550.0, Total 1,500.0.",
  ])
  const xml = await xmlOf(everyPart, 'word/document.xml', pictures)
  // 1,000 by 400 pixels on a page that has room for 680.
  expect(/<wp:extent [^>]*>/.exec(xml)?.[0]).toBe('<wp:extent cx="6477000" cy="2590800"/>')
})

describe('numbers', () => {
  const counted = async (...numbers: (string | null)[]) => {
    const xml = await body(modelOf(numbers.map((number, at) => paragraph(`p${at}`, [text('£1')], number))))
    return xml.includes('<w:numPr>')
  }

  test('are counted by Word where it comes to the same ones', async () => {
    expect(await counted('1', '1.1', null, '1.2', '2', '2.1')).toBe(true)
    expect(await counted('1', '1.1', '1.1.1', '1.1.2', '2')).toBe(true)
  })

  test('are written as text, all of them, where Word would come to others', async () => {
    expect(await counted('1', '3')).toBe(false)
    expect(await counted('1', '1', '1.1.1')).toBe(false)
    expect(await counted('1', '1.1.1')).toBe(false)
    expect(await counted('2', '2.1')).toBe(false)
  })

  test('begin again where the report begins again, and are counted by Word there too', async () => {
    const numbers = ['1', '2', '1', '1.1', '2']
    const parts = numbers.map((number, at) => paragraph(`p${at}`, [text('£1')], number))
    const lines = await wordContents(await writeWord(modelOf(parts), {}))
    expect([await counted(...numbers), lines.filter((line) => line.endsWith(' £1'))]).toEqual([
      true,
      numbers.map((number) => `${number} £1`),
    ])
  })

  test('stand once before their words, whichever way they are written', async () => {
    const words = async (numbers: string[]) => {
      const parts = numbers.map((number, at) =>
        at === 0 ? heading(`h${at}`, number) : paragraph(`p${at}`, [text('£1')], number),
      )
      return (await wordContents(await writeWord(modelOf(parts), {}))).slice(4, 4 + numbers.length)
    }
    expect(await words(['1', '1.1', '1.2'])).toEqual(['# 1 Heading', '1.1 £1', '1.2 £1'])
    expect(await words(['4', '4.4', '4.4.4'])).toEqual(['# 4 Heading', '4.4\t£1', '4.4.4\t£1'])
  })
})

describe('footnotes', () => {
  const footnotes = [
    { mark: 'a', text: 'First' },
    { mark: 'b', text: 'Second' },
    { mark: 'c', text: 'Read by nobody' },
  ]

  test('are counted as they are referred to; a further reference repeats the number, and an unknown mark stays', async () => {
    const runs = [
      text('£1 one'),
      note('b'),
      text(' two'),
      note('a'),
      text(' again'),
      note('b'),
      text(' none'),
      note('x'),
    ]
    const xml = await body(modelOf([paragraph('p', runs)], { footnotes }))
    expect([...xml.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => id)).toEqual(['1', '2'])
    expect([...xml.matchAll(/w:val="superscript"\/><\/w:rPr><w:t[^>]*>([^<]*)</g)].map(([, mark]) => mark)).toEqual([
      '1',
      'x',
    ])
  })

  test('that nothing refers to stand at the end', async () => {
    const lines = await wordContents(
      await writeWord(modelOf([paragraph('p', [text('£1'), note('a')])], { footnotes }), {}),
    )
    const at = lines.indexOf('# Notes')
    expect(lines.slice(at, at + 3)).toEqual(['# Notes', 'b Second', 'c Read by nobody'])
  })
})

test('a table that is too wide for an upright page has a turned one, with the heading before it', async () => {
  const [money] = everyPart.parts.filter(({ kind }) => kind === 'table')
  if (money?.kind !== 'table') throw new Error('the report has a table')
  const columns = Array.from({ length: 18 }, (_, at) => ({
    id: `c${at}`,
    label: `Column ${at}`,
    kind: 'amount' as const,
    unit: null,
    adds: null,
    meaning: '',
    source: '',
  }))
  const cells = columns.map(() => ({ kind: 'amount' as const, amount: 123_456_789_00 as never }))
  const rows = [{ id: 'r', style: 'plain' as const, cells, adds: null, exempt: null }]
  const wide: Part = { ...money, id: 'wide', unit: '£', columns, rows }
  const xml = await body(
    modelOf([paragraph('p', [text('£1')]), heading('h', null), wide, paragraph('q', [text('End')])]),
  )
  const pages = xml.split('</w:sectPr>').map((section) => ({
    turned: /<w:pgSz[^>]*w:orient="(\w+)"/.exec(section)?.[1],
    heading: section.includes('>Heading<'),
    table: section.includes('Column 17'),
    end: section.includes('>End<'),
  }))
  expect(pages.slice(0, -1)).toEqual([
    { turned: 'portrait', heading: false, table: false, end: false },
    { turned: 'landscape', heading: true, table: true, end: false },
    { turned: 'portrait', heading: false, table: false, end: true },
  ])
})

test('a table that no page is wide enough for stands in several, each with the names of its rows and the notes with the last', async () => {
  const column = (at: number) => ({
    id: `c${at}`,
    label: at === 0 ? 'Scheme' : `Column ${at}`,
    kind: at === 0 ? ('text' as const) : ('amount' as const),
    unit: null,
    adds: null,
    meaning: '',
    source: '',
  })
  const columns = Array.from({ length: 31 }, (_, at) => column(at))
  const cells = columns.map(({ kind }, at) =>
    kind === 'text' ? { kind, text: 'Tablets' } : { kind, amount: pence(1_000_000_00 + at) },
  )
  const rows = [{ id: 'r', style: 'plain' as const, cells, adds: null, exempt: null }]
  const wide: Part = {
    ...{ kind: 'table', id: 'wide', name: 'Wide', caption: 'Wide', unit: '£', exempt: null },
    ...{ columns, rows, notes: ['Below'] },
  }
  const lines = await wordContents(await writeWord(modelOf([wide]), {}))
  const shown = lines.filter((line) => /^Table|^\| (Scheme|Tablets)|^Below/.test(line))
  expect(shown.map((line) => line.split(' | ').length)).toEqual([1, 12, 12, 1, 12, 12, 1, 9, 9, 1])
  expect(shown.filter((line) => !line.startsWith('|'))).toEqual([
    'Table 1. Wide (£)',
    'Table 1, further columns. Wide (£)',
    'Table 1, further columns. Wide (£)',
    'Below',
  ])
})

test('header rows repeat, rows stay whole, and every page says the status, the proof and its number', async () => {
  const xml = await body(everyPart)
  const tables = xml.split('<w:tbl>').slice(1)
  expect(
    tables.map((table) => [
      /<w:tblHeader\/>/.test(table),
      table.split('<w:tr>').length === table.split('<w:cantSplit/>').length,
    ]),
  ).toEqual([
    // Names with values have no header.
    [false, true],
    [true, true],
    [true, true],
    [true, true],
    [true, true],
    [false, true],
  ])
  const marks = (await wordContents(await writeWord(everyPartIssued, {}))).filter((line) =>
    /^(header|footer)/.test(line),
  )
  expect(marks).toEqual([
    'footer: ISSUED · Holds exempt information → Page {PAGE} of {NUMPAGES}',
    'footer: BCF-issued/01J00000000000000000000042/full',
    'footer: ISSUED · Holds exempt information → Page {PAGE} of {NUMPAGES}',
    'footer: BCF-issued/01J00000000000000000000042/full',
    'header: Delegated decision report – Better Care Fund digital programme',
    'header: ISSUED · Holds exempt information',
    'header: Better Care Fund digital programme',
  ])
})

describe('hostile text', () => {
  const hostile = [
    ...injectionPayloads,
    '<w:p/></w:t>&amp;]]>',
    'a\u0000b\u0008c\u001bd',
    'half \ud83d of it',
    'over\u202eturned',
    '{ MERGEFIELD x }',
    `${'long '.repeat(5000)}`,
  ]

  test('is text wherever it stands, and the document can be read', async () => {
    const parts = hostile.flatMap((words, at): Part[] => [
      { kind: 'heading', id: `h${at}`, level: 2, number: words.slice(0, 20), text: words },
      paragraph(`p${at}`, [
        text(`£1 ${words}`),
        { kind: 'figure', token: words, amount: null, unit: null, text: words },
      ]),
      {
        kind: 'facts',
        id: `f${at}`,
        facts: [{ name: words, value: words }],
        exempt: { paragraph: '3', publicInterest: words.slice(0, 2000) },
      },
    ])
    const [first = ''] = hostile
    const model = modelOf(parts, {
      heading: {
        ...everyPart.heading,
        title: hostile.join(' '),
        about: first,
        programme: first,
        note: hostile.join('\n'),
      },
      footnotes: [{ mark: first, text: hostile.join(' ') }],
      missing: hostile,
    })
    const bytes = await writeWord(model, {})
    const files = unzipSync(bytes)
    const xml = Object.entries(files).map(([name, content]) => [name, strFromU8(content)] as const)
    // Fields are those of captions and page numbers alone.
    const fields = xml.flatMap(([, content]) =>
      [...content.matchAll(/w:instr="([^"]*)"|<w:instrText[^>]*>([^<]*)</g)].map((found) => found[1] ?? found[2]),
    )
    expect([...new Set(fields)].sort()).toEqual(['NUMPAGES', 'PAGE'])
    expect(xml.filter(([, content]) => /TargetMode="External"/.test(content)).map(([name]) => name)).toEqual([])
    expect(Object.keys(files).filter((name) => /vba|embeddings|\.bin$/i.test(name))).toEqual([])
    const lines = await wordContents(bytes)
    expect(hostile.filter((words) => !lines.some((line) => line.includes(seen(words))))).toEqual([])
  })
})

/** What is left of a text that a document cannot hold as it is. */
const seen = (words: string): string =>
  [...words.toWellFormed()]
    .filter((letter) => letter === '\n' || letter === '\t' || !/[\p{Cc}\u202e]/u.test(letter))
    .join('')
    .trim()
    .slice(0, 200)
