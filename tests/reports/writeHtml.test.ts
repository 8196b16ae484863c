import { expect, test } from 'vitest'
import { publicVersion } from '../../reports/exempt/publicVersion.ts'
import { writeHtml } from '../../reports/html/writeHtml.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { everyPart, everyPartIssued } from './support/everyPart.ts'
import { expectGolden } from './support/expectGolden.ts'
import { injectionPayloads } from './support/injectionPayloads.ts'

/** One element a line, without the style sheet. */
const contents = (html: string): string =>
  `${html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/(<(?:h\d|p|tr|li|caption|dt|figcaption|section|footer)[ >])/g, '\n$1')
    .replace(/\n+/g, '\n')
    .trim()}\n`

const parsed = (model: ReportModel) => writeHtml(model, {})

test('a report with every part is the page that was read and accepted', () => {
  expectGolden('html-every-part', contents(parsed(everyPart)))
})

test('the same report gives the same page', () => {
  expect(parsed(structuredClone(everyPart))).toBe(parsed(everyPart))
})

test('every page of print says the report, its status, that nobody signs in, its proof, and which of how many it is', () => {
  const margins = [...parsed(everyPart).matchAll(/@(top|bottom)-(left|right) \{ content: (.*?);/g)].map(
    (found) => found[3],
  )
  expect(margins).toEqual([
    '"Delegated decision report: Request 1: authority to spend – Better Care Fund digital programme"',
    '"DRAFT · Holds exempt information · DEMONSTRATION: nobody signs in"',
    '"BCF-draft/decision-report/programme/-//full/42/2020-08-28"',
    '"Page " counter(page) " of " counter(pages)',
  ])
})

test('an issued report says its snapshot, and no longer that it is a draft', () => {
  const html = parsed(everyPartIssued)
  expect([html.includes('BCF-issued/01J00000000000000000000042/full'), html.includes('DRAFT')]).toEqual([true, false])
})

test('a chart with a picture shows it as an image with its finding, and its figures only on the screen', () => {
  const picture = { png: new Uint8Array(), svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 600, height: 300 }
  const html = writeHtml(everyPart, { mix: picture })
  expect([
    /<img [^>]*alt="[^"]*"/.exec(html)?.[0],
    html.includes('<details><summary>Figures of this chart</summary>'),
    html.includes('could not be drawn'),
  ]).toEqual([
    '<img src="data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%2F%3E" width="600" height="300" alt="Borrowing pays for 60.0% of 2021/22"',
    true,
    false,
  ])
})

const hostile = [
  ...injectionPayloads,
  '</style><script>alert(1)</script>',
  '"; } @import url(https://example.org/a.css); x { content: "',
  '</title><img src=https://example.org/ onerror=alert(1)>',
  '--><svg onload=alert(1)>',
  'Half \ud83d and \u0000 control \u202e turned',
]

test.each(hostile)('the text %j stays text wherever it stands', (text) => {
  const named: ReportModel = {
    ...everyPart,
    heading: { ...everyPart.heading, title: text, about: text, programme: text, demonstration: text, note: text },
    parts: [
      { kind: 'heading', id: text, level: 1, number: text, text },
      { kind: 'paragraph', id: 'p', number: text, runs: [{ kind: 'text', text, isStrong: true }], exempt: null },
      {
        kind: 'facts',
        id: 'f',
        facts: [{ name: text, value: text }],
        exempt: { paragraph: text, publicInterest: text },
      },
    ],
    footnotes: [{ mark: text, text }],
    missing: [text],
  }
  const html = parsed(named)
  const plain = parsed({ ...named, ...sameShape(named) })
  expect(elementsOf(html)).toEqual(elementsOf(plain))
})

/** The same report with harmless words. */
const sameShape = ({ heading }: ReportModel): Pick<ReportModel, 'heading' | 'parts' | 'footnotes' | 'missing'> => ({
  heading: { ...heading, title: 'T', about: 'A', programme: 'P', demonstration: 'D', note: 'N' },
  parts: [
    { kind: 'heading', id: 'h', level: 1, number: '1', text: 'H' },
    { kind: 'paragraph', id: 'p', number: '1', runs: [{ kind: 'text', text: 'P', isStrong: true }], exempt: null },
    { kind: 'facts', id: 'f', facts: [{ name: 'N', value: 'V' }], exempt: { paragraph: '3', publicInterest: 'I' } },
  ],
  footnotes: [{ mark: '1', text: 'F' }],
  missing: ['M'],
})

/** The names of all elements and of their attributes, in their order, and the blocks of the style sheet. */
const elementsOf = (html: string): string[] => [
  ...[...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '')),
  ...[...(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '').matchAll(/[@.\w-]+(?=[^{};]*\{)/g)].map(([name]) => name),
]

test('the public version of a report holds nothing of what is exempt', () => {
  const html = parsed(publicVersion(everyPart))
  expect(['The price that was offered', 'Wi-Fi in care homes', '50.1k'].filter((text) => html.includes(text))).toEqual(
    [],
  )
})
