import { readdirSync, readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDocument } from '../../electron/app/features/documents/readers/readDocument.ts'
import { printPdf } from '../../electron/app/features/reports/printPdf.ts'
import { chromiumPrinter } from '../../electron/hosts/chromiumPrinter.ts'
import { findChromium } from '../../electron/hosts/findChromium.ts'
import { writeHtml } from '../../reports/html/writeHtml.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import type { TablePart, TableRow } from '../../reports/model/tablePart.ts'
import { everyPart } from '../reports/support/everyPart.ts'
import { tempFolder } from '../support/tempFolder.ts'

/** Where the printer may leave nothing behind. */
let temporary: string

beforeEach(() => {
  temporary = tempFolder()
  vi.stubEnv('TMPDIR', temporary)
})

afterEach(() => {
  expect(readdirSync(temporary)).toEqual([])
  vi.unstubAllEnvs()
})

const printer = chromiumPrinter(findChromium() ?? 'chromium')

const print = (model: ReportModel) => printPdf(printer, writeHtml(model, {}), model.heading)

/** All words of each page, those of its margins among them. */
const pagesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.map((page) => page.replace(/\s+/g, ' '))
}

/** Its words as the program reads a PDF of anybody. */
const wordsRead = async (bytes: Uint8Array): Promise<string> => JSON.stringify(await readDocument(bytes))

test('a report is printed with tags, bookmarks, its words and amounts, and nothing of this computer; twice the same', async () => {
  const bytes = await print(everyPart)
  const raw = Buffer.from(bytes).toString('latin1')
  const words = await wordsRead(bytes)
  expect({
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(raw) && raw.includes('/StructTreeRoot'),
    bookmarks: raw.includes('/Outlines'),
    language: /\/Lang \(en-GB\)/.test(raw),
    dates: [...raw.matchAll(/Date \(D:(\d{14})/g)].map(([, date]) => date),
    creator: /\/Creator \((.*?)\)/.exec(raw)?.[1],
    machine: [process.env.HOME ?? '/root', temporary, 'Mozilla', 'file://'].filter((text) => raw.includes(text)),
    missing: ['Main issues', 'Tablets for nurses', '150.1', '(40.0)', 'Rounding', 'Financial procedure rules'].filter(
      (text) => !words.includes(text),
    ),
    again: Buffer.from(await print(everyPart)).equals(Buffer.from(bytes)),
  }).toEqual({
    tagged: true,
    bookmarks: true,
    language: true,
    dates: ['20200828090000', '20200828090000'],
    creator: 'BCF digital tracker',
    machine: [],
    missing: [],
    again: true,
  })
})

/** A table of many rows and of more columns than stand beside each other in portrait. */
const long = (): ReportModel => {
  const money = everyPart.parts.find((part): part is TablePart => part.kind === 'table' && part.id === 'money')
  if (money === undefined) throw new Error('The report by hand has no table of money')
  const [name, amount] = [money.columns[0], money.columns[2]]
  if (name === undefined || amount === undefined) throw new Error('It has too few columns')
  const years = Array.from({ length: 16 }, (_, at) => ({ ...amount, id: `y${at}`, label: `${2020 + at}/${21 + at}` }))
  const rows = Array.from(
    { length: 120 },
    (_, at): TableRow => ({
      id: `row/${at}`,
      style: 'plain',
      cells: [
        { kind: 'text', text: `Scheme ${at + 1}` },
        ...years.map((): TableRow['cells'][number] => ({ kind: 'amount', amount: 12_345_600 as never })),
      ],
      adds: null,
      exempt: null,
    }),
  )
  const table: TablePart = { ...money, id: 'long', columns: [{ ...name, label: 'Scheme name' }, ...years], rows }
  return { ...everyPart, parts: [...everyPart.parts.slice(0, 3), table], checks: [] }
}

test('a long wide table goes over landscape pages with its header and the footer on each, within a report in portrait', async () => {
  const bytes = await print(long())
  const raw = Buffer.from(bytes).toString('latin1')
  const shapes = [...raw.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)].map(
    ([, width, height]) => Number(width) > Number(height),
  )
  const pages = await pagesOf(bytes)
  const [first = '', ...others] = pages
  const withRows = others.filter((page) => /Scheme \d+ 123\.5/.test(page))
  expect({
    first: [first.includes('DRAFT'), first.includes(`Page 1 of ${pages.length}`)],
    headed: withRows.every((page) => page.includes('Scheme name')),
    footed: pages.every(
      (page, at) => page.includes('BCF-draft/decision-report') && page.includes(`Page ${at + 1} of ${pages.length}`),
    ),
    demonstrated: pages.every((page) => page.includes('DEMONSTRATION: nobody signs in')),
    amounts: (pages.join(' ').match(/123\.5/g) ?? []).length,
    shapes: [new Set(shapes).size, withRows.length > 2],
  }).toEqual({
    first: [true, true],
    headed: true,
    footed: true,
    demonstrated: true,
    amounts: 120 * 16,
    shapes: [2, true],
  })
})

test('a page that draws itself gives its markup, and reaches nothing outside', async () => {
  const dom = await printer.toDom(
    '<body><script>document.body.append("drawn ", 6 * 7)</script><img src="http://example.org/a.png"></body>',
  )
  expect(dom).toContain('drawn 42')
})

test('printing that is cancelled ends all of Chromium', async () => {
  const stopping = new AbortController()
  const endless = '<body><script>for (;;) {}</script></body>'
  const work = printer.toDom(endless, stopping.signal)
  const refused = expect(work).rejects.toMatchObject({ code: 'work-cancelled' })
  await vi.waitFor(() => expect(running()).not.toEqual([]), { timeout: 60_000 })
  stopping.abort()
  await refused
  await vi.waitFor(() => expect(running()).toEqual([]), { timeout: 60_000 })
})

/** The processes that know the folder of this test, by their numbers. */
const running = (): string[] =>
  readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry) || entry === String(process.pid)) return false
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(temporary)
    } catch {
      return false
    }
  })

test('a browser that is none, or that ends without a page, is a refusal', async () => {
  await expect(chromiumPrinter('/nowhere/chromium').toPdf('')).rejects.toMatchObject({ code: 'not-printed' })
  await expect(chromiumPrinter('/bin/true').toPdf('')).rejects.toMatchObject({ code: 'not-printed' })
  await expect(chromiumPrinter('/bin/false').toDom('')).rejects.toMatchObject({ code: 'not-printed' })
})
